import { UpHead } from './up-message.ts';

/*
 * The bytes of one sync request: 4-byte big-endian length of the head, the head as UTF-8 JSON, then the envelopes one
 * after another in the order in which the head lists them. Binary, because on a slow link each byte is paid for.
 */

const LENGTH_BYTES = 4;
/** 50 envelopes and 200 attachments named in the head come to less than 40 kB. */
const MAX_HEAD_BYTES = 256 * 1024;

export type DecodedUp =
  | {
      readonly kind: 'ok';
      readonly head: UpHead;
      /** In the order of `head.envelopes`, each of the length it names. Views into the given bytes. */
      readonly envelopes: readonly Uint8Array<ArrayBuffer>[];
    }
  | { readonly kind: 'malformed'; readonly detail: string };

/** Frames one request. `envelopes` must be in the order of `head.envelopes` and of the lengths it names; else a bug. */
export function encodeUp(
  head: UpHead,
  envelopes: readonly Uint8Array<ArrayBuffer>[],
): Uint8Array<ArrayBuffer> {
  if (head.envelopes.length !== envelopes.length) throw new Error('head and envelopes differ in number');
  const headBytes = new TextEncoder().encode(JSON.stringify(head));
  const size = envelopes.reduce((sum, bytes) => sum + bytes.length, LENGTH_BYTES + headBytes.length);
  const frame = new Uint8Array(size);
  new DataView(frame.buffer).setUint32(0, headBytes.length);
  frame.set(headBytes, LENGTH_BYTES);
  let offset = LENGTH_BYTES + headBytes.length;
  for (const [index, bytes] of envelopes.entries()) {
    if (head.envelopes[index]?.length !== bytes.length)
      throw new Error('head and envelopes differ in length');
    frame.set(bytes, offset);
    offset += bytes.length;
  }
  return frame;
}

/** Reads a frame from a stranger: every length is checked, the head against its schema; leftovers are malformed. */
export function decodeUp(bytes: Uint8Array<ArrayBuffer>): DecodedUp {
  if (bytes.length < LENGTH_BYTES) return malformed('no head length');
  const headLength = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0);
  if (headLength > MAX_HEAD_BYTES) return malformed('head too long');
  if (bytes.length < LENGTH_BYTES + headLength) return malformed('head cut short');
  const head = parseHead(bytes.subarray(LENGTH_BYTES, LENGTH_BYTES + headLength));
  if (head === undefined) return malformed('head does not match its schema');
  const envelopes: Uint8Array<ArrayBuffer>[] = [];
  let offset = LENGTH_BYTES + headLength;
  for (const { length } of head.envelopes) {
    if (offset + length > bytes.length) return malformed('envelope cut short');
    envelopes.push(bytes.subarray(offset, offset + length));
    offset += length;
  }
  if (offset !== bytes.length) return malformed('bytes left over');
  return { kind: 'ok', head, envelopes };
}

function parseHead(bytes: Uint8Array<ArrayBuffer>): UpHead | undefined {
  try {
    const parsed = UpHead.safeParse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

function malformed(detail: string): DecodedUp {
  return { kind: 'malformed', detail };
}
