import type { Receipt } from '../../contract/down/receipt.ts';
import { digestStart, type UpHead } from '../../contract/up/up-message.ts';
import type { Deps } from '../deps.ts';
import { findAttachments } from '../storage/attachments.ts';
import { findKeptEnvelopes } from '../storage/envelopes.ts';
import { finishUpload } from './finish-upload.ts';

/** What the office knows of one id that a tablet asked about. */
export type AskedOutcome =
  | { readonly kind: 'received'; readonly receipt: Receipt }
  /** An attachment that is not whole: bytes already there. */
  | { readonly kind: 'awaited'; readonly offset: number }
  /** An attachment of that id is promised or kept, but with other content. */
  | { readonly kind: 'refused'; readonly digest: string }
  /** Unknown here. */
  | { readonly kind: 'silent' };

/** In the order of `asked`. Ends what a crash kept from ending: an attachment that was whole before its receipt was written. */
export async function answerAsked(
  deps: Deps,
  asked: UpHead['asked'],
  deviceId: string,
): Promise<readonly AskedOutcome[]> {
  const ids = asked.map(([id]) => id);
  const envelopes = new Map((await findKeptEnvelopes(deps.db, ids)).map((kept) => [kept.id, kept]));
  const attachments = new Map((await findAttachments(deps.db, ids)).map((row) => [row.id, row]));
  const outcomes: AskedOutcome[] = [];
  for (const [id, start] of asked) {
    const envelope = envelopes.get(id);
    const attachment = attachments.get(id);
    // Of other content under this id the tablet learns when it sends its own.
    if (envelope !== undefined && digestStart(envelope.digest) === start)
      outcomes.push(received('envelope', id, envelope.digest, envelope.receivedAt));
    else if (attachment === undefined) outcomes.push({ kind: 'silent' });
    else if (digestStart(attachment.ciphertextDigest) !== start)
      outcomes.push({ kind: 'refused', digest: start });
    else if (attachment.storedAt !== null)
      outcomes.push(received('attachment', id, attachment.ciphertextDigest, attachment.storedAt));
    else outcomes.push(await lookAtFile(deps, id, deviceId));
  }
  return outcomes;
}

async function lookAtFile(deps: Deps, id: string, deviceId: string): Promise<AskedOutcome> {
  if (await deps.attachments.isWhole(id)) {
    const outcome = await finishUpload(deps, { id, deviceId });
    if (outcome.kind === 'stored') return received('attachment', id, outcome.digest, outcome.storedAt);
  }
  return { kind: 'awaited', offset: await deps.attachments.size(id) };
}

function received(of: Receipt['of'], id: string, digest: string, at: Date): AskedOutcome {
  return { kind: 'received', receipt: { of, id, digest, receivedAt: at.toISOString() } };
}
