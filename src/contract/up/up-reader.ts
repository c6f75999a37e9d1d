import { inflateSync } from 'fflate';
import { bytesToUuid, concatBytes, fromUtf8 } from '../bytes.ts';
import { readHeader } from '../envelope/layout.ts';
import { restoreEnvelope } from './thin-envelope.ts';
import { UpHead } from './up-message.ts';
import {
  END,
  ITEM_PREFIX_BYTES,
  KINDS,
  MAGIC,
  MAX_BODY_BYTES,
  MAX_HEAD_BYTES,
  MAX_HEAD_JSON_BYTES,
  MAX_ITEMS,
  PREFIX_BYTES,
} from './up-stream.ts';

/*
 *   magic, length ─▶ head ─▶ item ─▶ item … ─▶ end
 *
 * Reads a stranger's stream as it comes. Every length is checked before a byte of it is waited for; after the first thing
 * that cannot be, nothing more is read.
 */

/** What has arrived whole. */
export type UpPart =
  /** `signed`: the bytes the request's signature covers. */
  | { readonly kind: 'head'; readonly head: UpHead; readonly signed: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'item'; readonly item: ArrivedItem }
  | { readonly kind: 'end' }
  | { readonly kind: 'malformed'; readonly detail: string };

/** One item as the office takes it in: an envelope as it was sealed, whatever form it travelled in. */
export type ArrivedItem =
  /** `id` undefined where the bytes are no envelope. */
  | { readonly kind: 'envelope'; readonly id: string | undefined; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'attachment'; readonly id: string; readonly bytes: Uint8Array<ArrayBuffer> }
  | {
      readonly kind: 'backup';
      readonly id: string;
      /** RFC 3339. */
      readonly updatedAt: string;
      readonly bytes: Uint8Array<ArrayBuffer>;
    };

export interface UpReader {
  /** The parts that have become whole with these bytes, in order. Bytes handed in may be used again by the caller. */
  push(chunk: Uint8Array): readonly UpPart[];
}

/** A reader for one request. */
export function createUpReader(): UpReader {
  let chunks: Uint8Array[] = [];
  let buffered = 0;
  /** Bytes without which looking again is in vain: however small the pieces, each byte is put together once. */
  let needed = PREFIX_BYTES;
  let head: UpHead | undefined;
  let items = 0;
  let isOver = false;

  /** The next `length` bytes, copied; they stay where they are. */
  function peek(length: number): Uint8Array<ArrayBuffer> {
    if (chunks.length > 1) chunks = [concatBytes(...chunks)];
    return (chunks[0] ?? new Uint8Array()).slice(0, length);
  }

  function take(length: number): Uint8Array<ArrayBuffer> {
    const taken = peek(length);
    chunks = [(chunks[0] ?? taken).subarray(length)];
    buffered -= length;
    needed = 1;
    return taken;
  }

  function next(): UpPart | undefined {
    return head === undefined ? nextHead() : nextItem(head);
  }

  function nextHead(): UpPart | undefined {
    const prefix = peek(PREFIX_BYTES);
    if (MAGIC.some((byte, i) => prefix[i] !== byte)) return malformed('no sync request');
    const length = new DataView(prefix.buffer).getUint32(MAGIC.length);
    if (length > MAX_HEAD_BYTES) return malformed('head too long');
    needed = PREFIX_BYTES + length;
    if (buffered < needed) return undefined;
    const signed = take(PREFIX_BYTES + length);
    head = parseHead(signed.subarray(PREFIX_BYTES));
    return head === undefined ? malformed('head does not match its schema') : { kind: 'head', head, signed };
  }

  function nextItem({ sealed }: UpHead): UpPart | undefined {
    const [kind = END] = peek(1);
    if (kind === END) {
      if (buffered > 1) return malformed('bytes after the end');
      take(1);
      return { kind: 'end' };
    }
    const longest = MAX_BODY_BYTES[kind];
    if (longest === undefined) return malformed(`item of kind ${kind}`);
    if (items === MAX_ITEMS) return malformed('too many items');
    needed = ITEM_PREFIX_BYTES;
    if (buffered < needed) return undefined;
    const [, high = 0, middle = 0, low = 0] = peek(ITEM_PREFIX_BYTES);
    const length = high * 0x1_0000 + middle * 0x100 + low;
    if (length > longest) return malformed('item too long');
    needed = ITEM_PREFIX_BYTES + length;
    if (buffered < needed) return undefined;
    const body = take(needed).slice(ITEM_PREFIX_BYTES);
    items += 1;
    const item = parseItem(kind, body, sealed);
    return item === undefined ? malformed('item too short') : { kind: 'item', item };
  }

  return {
    push(chunk) {
      if (isOver) return chunk.length === 0 ? [] : [malformed('bytes after the end')];
      if (chunk.length > 0) chunks.push(new Uint8Array(chunk));
      buffered += chunk.length;
      const parts: UpPart[] = [];
      while (!isOver && buffered >= needed) {
        const part = next();
        if (part === undefined) break;
        parts.push(part);
        isOver = part.kind === 'end' || part.kind === 'malformed';
      }
      return parts;
    },
  };
}

function parseHead(packed: Uint8Array): UpHead | undefined {
  try {
    // The output is given and one byte longer than allowed: a bomb costs its own input only.
    const json = inflateSync(packed, { out: new Uint8Array(MAX_HEAD_JSON_BYTES + 1) });
    if (json.length > MAX_HEAD_JSON_BYTES) return undefined;
    return UpHead.safeParse(JSON.parse(fromUtf8(new Uint8Array(json)) ?? '')).data;
  } catch {
    return undefined;
  }
}

function parseItem(
  kind: number,
  body: Uint8Array<ArrayBuffer>,
  sealed: UpHead['sealed'],
): ArrivedItem | undefined {
  if (kind === KINDS.envelope) return { kind: 'envelope', id: readHeader(body)?.id, bytes: body };
  if (kind === KINDS.thin) {
    const bytes = sealed && restoreEnvelope(body, sealed);
    return { kind: 'envelope', id: bytes && readHeader(bytes)?.id, bytes: bytes ?? body };
  }
  if (body.length < 16) return undefined;
  const id = bytesToUuid(body);
  if (kind === KINDS.attachment) return { kind: 'attachment', id, bytes: body.slice(16) };
  if (body.length < 24) return undefined;
  const updatedAt = new Date(Number(new DataView(body.buffer).getBigUint64(16)));
  return Number.isNaN(updatedAt.getTime())
    ? undefined
    : { kind: 'backup', id, updatedAt: updatedAt.toISOString(), bytes: body.slice(24) };
}

function malformed(detail: string): UpPart {
  return { kind: 'malformed', detail };
}
