import { concatBytes, fromUtf8, utf8 } from '../bytes.ts';
import { sha256, sha256Base64url } from '../keys.ts';
import { CourierHead, type CourierItem } from './courier-head.ts';

/*
 * One file of a courier set. README.md beside this file draws the layout. The head stands at both ends, so that no single
 * damaged spot costs more than the item it is in.
 */

/** What the browser and the file system call it. */
export const COURIER_MEDIA_TYPE = 'application/vnd.ve-ban.courier';
export const COURIER_FILE_ENDING = '.veban';

const MAGIC = utf8('VBC1');
/** `VBC` of any version. */
const FAMILY = MAGIC.subarray(0, 3);
const LENGTH_BYTES = 4;
const DIGEST_BYTES = 32;
const MAX_HEAD_BYTES = 4 * 1024 * 1024;

export interface CourierBody {
  readonly item: CourierItem;
  /** A view into the part: copy what is kept. */
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export type CourierReading =
  /** Neither end looks like a courier file. */
  | { readonly kind: 'not-courier' }
  /** Written by a version of the app that this one does not know. */
  | { readonly kind: 'newer' }
  /** A courier file of which neither head can be read. */
  | { readonly kind: 'damaged' }
  | {
      readonly kind: 'read';
      readonly head: CourierHead;
      /** Whole: length and digest are those that the head names. */
      readonly whole: readonly CourierBody[];
      readonly damaged: readonly CourierItem[];
    };

/** Bytes that stand around the items of a part: the head at both ends, or at the front alone where each byte is dear. */
export async function frameOf(
  head: CourierHead,
  { spare }: { readonly spare: boolean },
): Promise<{ readonly front: Uint8Array<ArrayBuffer>; readonly back: Uint8Array<ArrayBuffer> }> {
  const text = utf8(JSON.stringify(CourierHead.parse(head)));
  if (text.length > MAX_HEAD_BYTES) throw new Error('courier head too long');
  const length = new Uint8Array(LENGTH_BYTES);
  new DataView(length.buffer).setUint32(0, text.length);
  const digest = await sha256(text);
  return {
    front: concatBytes(MAGIC, length, text, digest),
    back: spare ? concatBytes(text, digest, length, MAGIC) : new Uint8Array(),
  };
}

/**
 * Reads one part from a stranger. Never throws; every item is either whole or named as damaged. Where bytes were lost at
 * the front, the items are found from the back.
 */
export async function readCourierPart(bytes: Uint8Array<ArrayBuffer>): Promise<CourierReading> {
  const found = (await readFront(bytes)) ?? (await readBack(bytes));
  if (found === undefined) return { kind: strangerKind(bytes) };
  const { head, textLength } = found;
  const frameLength = MAGIC.length + LENGTH_BYTES + textLength + DIGEST_BYTES;
  const bodyLength = head.items.reduce((sum, item) => sum + item.length, 0);
  const fromFront = frameLength;
  const fromBack = bytes.length - frameLength - bodyLength;
  const whole: CourierBody[] = [];
  const damaged: CourierItem[] = [];
  let at = 0;
  for (const item of head.items) {
    const body =
      (await bodyAt(bytes, fromFront + at, item)) ??
      (fromBack === fromFront ? undefined : await bodyAt(bytes, fromBack + at, item));
    if (body === undefined) damaged.push(item);
    else whole.push({ item, bytes: body });
    at += item.length;
  }
  return { kind: 'read', head, whole, damaged };
}

interface FoundHead {
  readonly head: CourierHead;
  readonly textLength: number;
}

async function readFront(bytes: Uint8Array<ArrayBuffer>): Promise<FoundHead | undefined> {
  if (!MAGIC.every((byte, i) => bytes[i] === byte)) return undefined;
  const textLength = lengthAt(bytes, MAGIC.length);
  return textLength === undefined ? undefined : await headAt(bytes, MAGIC.length + LENGTH_BYTES, textLength);
}

async function readBack(bytes: Uint8Array<ArrayBuffer>): Promise<FoundHead | undefined> {
  const magicAt = bytes.length - MAGIC.length;
  if (magicAt < 0 || !MAGIC.every((byte, i) => bytes[magicAt + i] === byte)) return undefined;
  const textLength = lengthAt(bytes, magicAt - LENGTH_BYTES);
  if (textLength === undefined) return undefined;
  return await headAt(bytes, magicAt - LENGTH_BYTES - DIGEST_BYTES - textLength, textLength);
}

function lengthAt(bytes: Uint8Array<ArrayBuffer>, at: number): number | undefined {
  if (at < 0 || at + LENGTH_BYTES > bytes.length) return undefined;
  const length = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(at);
  return length <= MAX_HEAD_BYTES ? length : undefined;
}

async function headAt(
  bytes: Uint8Array<ArrayBuffer>,
  at: number,
  textLength: number,
): Promise<FoundHead | undefined> {
  const end = at + textLength;
  if (at < 0 || end + DIGEST_BYTES > bytes.length) return undefined;
  const text = bytes.slice(at, end);
  const digest = await sha256(text);
  if (!digest.every((byte, i) => bytes[end + i] === byte)) return undefined;
  const head = CourierHead.safeParse(parseJson(fromUtf8(text)));
  return head.success ? { head: head.data, textLength } : undefined;
}

async function bodyAt(
  bytes: Uint8Array<ArrayBuffer>,
  at: number,
  item: CourierItem,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (at < 0 || at + item.length > bytes.length) return undefined;
  const body = bytes.subarray(at, at + item.length);
  return (await sha256Base64url(body)) === item.digest ? body : undefined;
}

/** What to call a file of which no head can be read. */
function strangerKind(bytes: Uint8Array<ArrayBuffer>): 'not-courier' | 'newer' | 'damaged' {
  const ends = [bytes.subarray(0, MAGIC.length), bytes.subarray(Math.max(0, bytes.length - MAGIC.length))];
  const ofFamily = ends.filter(
    (end) => end.length === MAGIC.length && FAMILY.every((byte, i) => end[i] === byte),
  );
  if (ofFamily.length === 0) return 'not-courier';
  return ofFamily.every((end) => (end[3] ?? 0) > (MAGIC[3] ?? 0)) ? 'newer' : 'damaged';
}

function parseJson(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
