import { deflateSync } from 'fflate';
import { concatBytes, utf8, uuidToBytes } from '../bytes.ts';
import { MAX_ENVELOPE_BYTES } from '../envelope/layout.ts';
import { thinEnvelope } from './thin-envelope.ts';
import { UpHead } from './up-message.ts';

/*
 * The bytes of one sync request (docs/decisions/0015):
 *
 *   "VBU2" | head length (4, big-endian) | head: JSON, raw deflate | items | 0
 *   item:  kind (1) | length (3, big-endian) | body
 *
 * Binary, because on a slow link each byte is paid for; a stream, so that what was whole before a line broke is kept.
 */

export const MAGIC = utf8('VBU2');
/** Magic and the head's length. */
export const PREFIX_BYTES = 8;
/** Kind and length before each item. */
export const ITEM_PREFIX_BYTES = 4;
/** Of the head as it travels, and as JSON: 400 ids asked about and a tablet's health come to less than 40 kB. */
export const MAX_HEAD_BYTES = 64 * 1024;
export const MAX_HEAD_JSON_BYTES = 256 * 1024;
/** Items in one request at most. */
export const MAX_ITEMS = 1000;

/** Attachments up to this size travel inside the request: plaintext of 16 KiB, and the 28 bytes that sealing adds. */
export const MAX_INLINE_ATTACHMENT_BYTES = 16 * 1024 + 28;
export const MAX_BACKUP_BYTES = 2 * 1024 * 1024;

const ID_BYTES = 16;
const INSTANT_BYTES = 8;
export const END = 0;
export const KINDS = { thin: 1, envelope: 2, attachment: 3, backup: 4 } as const;

/** Longest body of each kind. */
export const MAX_BODY_BYTES: Readonly<Record<number, number>> = {
  [KINDS.thin]: MAX_ENVELOPE_BYTES,
  [KINDS.envelope]: MAX_ENVELOPE_BYTES,
  [KINDS.attachment]: ID_BYTES + MAX_INLINE_ATTACHMENT_BYTES,
  [KINDS.backup]: ID_BYTES + INSTANT_BYTES + MAX_BACKUP_BYTES,
};

/** One thing that goes up, as the tablet holds it. */
export type UpItem =
  /** The id stands in the bytes and is not sent beside them. */
  | { readonly kind: 'envelope'; readonly id: string; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'attachment'; readonly id: string; readonly bytes: Uint8Array<ArrayBuffer> }
  /** A draft's backup; `updatedAt` is the draft's, RFC 3339. */
  | {
      readonly kind: 'backup';
      readonly id: string;
      readonly updatedAt: string;
      readonly bytes: Uint8Array<ArrayBuffer>;
    };

export interface EncodedUp {
  /** Magic, length and head: what the request's signature covers. */
  readonly signed: Uint8Array<ArrayBuffer>;
  /** The whole body, `signed` included. */
  readonly body: Uint8Array<ArrayBuffer>;
}

/** Frames one request. Envelopes travel thin where they fit `head.sealed`. Throws for what no request may carry: a bug. */
export function encodeUp(head: UpHead, items: readonly UpItem[]): EncodedUp {
  if (items.length > MAX_ITEMS) throw new Error('too many items for one request');
  const packed = deflateSync(utf8(JSON.stringify(UpHead.parse(head))), { level: 9 });
  if (packed.length > MAX_HEAD_BYTES) throw new Error('head too long');
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, packed.length);
  const signed = concatBytes(MAGIC, length, packed);
  const body = concatBytes(signed, ...items.flatMap((item) => encodeItem(item, head)), Uint8Array.of(END));
  return { signed, body };
}

function encodeItem(item: UpItem, { sealed }: UpHead): readonly Uint8Array[] {
  switch (item.kind) {
    case 'envelope': {
      const thin = sealed && thinEnvelope(item.bytes, sealed);
      return thin ? framed(KINDS.thin, thin) : framed(KINDS.envelope, item.bytes);
    }
    case 'attachment':
      return framed(KINDS.attachment, uuidToBytes(item.id), item.bytes);
    case 'backup': {
      const instant = new Uint8Array(INSTANT_BYTES);
      new DataView(instant.buffer).setBigUint64(0, BigInt(Date.parse(item.updatedAt)));
      return framed(KINDS.backup, uuidToBytes(item.id), instant, item.bytes);
    }
  }
}

function framed(kind: number, ...parts: readonly Uint8Array[]): readonly Uint8Array[] {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  if (length > (MAX_BODY_BYTES[kind] ?? 0)) throw new Error('item too long for a request');
  return [Uint8Array.of(kind, length >> 16, (length >> 8) & 0xff, length & 0xff), ...parts];
}
