import type { FastifyRequest } from 'fastify';
import type { ErrorBody } from '../../contract/errors.ts';
import type { UpHead } from '../../contract/up/up-message.ts';
import { createUpReader } from '../../contract/up/up-reader.ts';
import { OLDEST_CONTRACT_VERSION } from '../../contract/version.ts';
import type { ItemOutcome } from '../commands/take-in-item.ts';
import type { Deps } from '../deps.ts';
import { readChunks } from './body-chunks.ts';
import { authenticateTablet, BREAK_AFTER } from './device-auth.ts';
import { SideBySide } from './side-by-side.ts';

const LIMIT = 32 * 1024 * 1024;

export type StreamOutcome =
  | {
      readonly kind: 'whole';
      readonly deviceId: string;
      readonly head: UpHead;
      readonly outcomes: readonly ItemOutcome[];
    }
  | { readonly kind: 'refused'; readonly error: ErrorBody }
  /** The line broke; what was whole before has been taken in. */
  | { readonly kind: 'broken' };

/**
 * Reads a sync request as it comes. Nothing is taken in before the head's signature was checked; then each item is, in a
 * transaction of its own, as soon as its last byte is there. While as many are as may be at once, the sender is not read
 * from: a fast one waits.
 */
export async function takeInStream(deps: Deps, request: FastifyRequest): Promise<StreamOutcome> {
  const { raw } = request;
  raw.setTimeout(BREAK_AFTER, () => raw.destroy());
  const work = new SideBySide(deps);
  try {
    const outcome = await takeIn(deps, request, work);
    if (outcome.kind !== 'whole') await logFailures(deps, work);
    return outcome;
  } finally {
    await work.settled();
    raw.setTimeout(0);
    // What is not wanted any more is read and forgotten, so that the answer gets through to who is still sending.
    raw.removeAllListeners('data');
    raw.resume();
  }
}

async function takeIn(deps: Deps, request: FastifyRequest, work: SideBySide): Promise<StreamOutcome> {
  const reader = createUpReader();
  const chunks = readChunks(request.raw);
  let opened: { readonly deviceId: string; readonly head: UpHead } | undefined;
  let bytes = 0;
  for (;;) {
    const chunk = await chunks.next();
    if (chunk.kind === 'broken') return chunk;
    if (chunk.kind === 'end') return malformed('no end');
    bytes += chunk.bytes.length;
    if (bytes > LIMIT) return { kind: 'refused', error: { kind: 'too-large' } };
    for (const part of reader.push(chunk.bytes)) {
      switch (part.kind) {
        case 'head': {
          const tablet = await authenticateTablet(deps, request, part.signed);
          if (tablet.kind !== 'known') return { kind: 'refused', error: { kind: tablet.kind } };
          if (part.head.contractVersion < OLDEST_CONTRACT_VERSION)
            return { kind: 'refused', error: { kind: 'update-needed' } };
          opened = { deviceId: tablet.deviceId, head: part.head };
          break;
        }
        case 'item':
          if (opened === undefined) throw new Error('an item came before the head');
          await work.begin(part.item, opened.deviceId);
          break;
        case 'end':
          if (opened === undefined) throw new Error('the end came before the head');
          return { kind: 'whole', ...opened, outcomes: await work.outcomes() };
        case 'malformed':
          return malformed(part.detail);
      }
    }
  }
}

/** Nobody waits for the answer any more that would have said it. */
async function logFailures(deps: Deps, work: SideBySide): Promise<void> {
  for (const error of await work.settled()) {
    deps.log.error(
      { error: error instanceof Error ? (error.stack ?? error.message) : String(error) },
      'item failed',
    );
  }
}

function malformed(detail: string): StreamOutcome {
  return { kind: 'refused', error: { kind: 'malformed', detail } };
}
