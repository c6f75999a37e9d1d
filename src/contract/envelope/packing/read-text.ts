import { toBase64url } from '../../base64url.ts';
import { bytesToUuid, concatBytes, fromUtf8, utf8 } from '../../bytes.ts';
import { ABOVE_MARKS, BACKWARDS, MARK, NO_STEP, PHRASES_PER_MARK } from './marks.ts';
import { FURTHEST, type Known, Memory, writeUuid7 } from './memory.ts';
import type { Phrases } from './phrases.ts';
import { REFERENCE_BITS, referenceOf } from './reference.ts';

/** Gives back, in order, what went into a `Sink`. */
export interface Source {
  symbol(): number;
  bits(count: number): number;
  /** True once nothing of what is given was ever written. */
  readonly isPastEnd: boolean;
}

/** No instant of four-digit years lies beyond. */
const LAST_INSTANT = Date.parse('9999-12-31T23:59:59.999Z');
const LONGEST_WAY = 48;

/**
 * The text that `writeText` packed; undefined for anything it never writes, and for a text longer than `maxBytes`. Takes
 * the symbols of a stranger: each turn adds at least a byte or ends, so it never spins.
 */
export function readText(
  source: Source,
  known: Known,
  phrases: Phrases,
  maxBytes: number,
): string | undefined {
  const memory = new Memory(known);
  const parts: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const symbol = source.symbol();
    if (source.isPastEnd) return undefined;
    if (symbol === MARK.end) return fromUtf8(concatBytes(...parts));
    const part = symbol < ABOVE_MARKS ? readMarked(symbol, source, memory, phrases) : Uint8Array.of(symbol);
    length += part?.length ?? 0;
    if (part === undefined || length > maxBytes) return undefined;
    parts.push(part);
  }
}

function readMarked(
  mark: number,
  source: Source,
  memory: Memory,
  phrases: Phrases,
): Uint8Array<ArrayBuffer> | undefined {
  if (mark >= MARK.phrase) {
    const place = (mark - MARK.phrase) * PHRASES_PER_MARK + source.symbol() - ABOVE_MARKS;
    return phrases.find(place)?.bytes;
  }
  const number = readNumber(mark, source, memory);
  return number === undefined ? undefined : utf8(`"${number}"`);
}

function readNumber(mark: number, source: Source, memory: Memory): string | undefined {
  switch (mark) {
    case MARK.uuid:
    case MARK.nextUuid:
      return readUuid(mark === MARK.nextUuid, source, memory);
    case MARK.otherUuid:
      return remember(memory.uuids.items, bytesToUuid(readBytes(source, 16)));
    case MARK.digest:
      return remember(memory.digests.items, toBase64url(readBytes(source, 32)));
    case MARK.sameUuid:
      return readSame(source, memory.uuids);
    case MARK.sameDigest:
      return readSame(source, memory.digests);
    case MARK.instant:
      return instantOf(remember(memory.instants.items, readMoment(source, memory)));
    case MARK.sameInstant:
      return instantOf(readSame(source, memory.instants));
    case MARK.reference:
      return referenceOf(source.bits(REFERENCE_BITS));
    default:
      return undefined;
  }
}

function readUuid(isNext: boolean, source: Source, memory: Memory): string | undefined {
  const time = isNext ? memory.last.time : readMoment(source, memory);
  if (time === undefined) return undefined;
  const count = isNext ? (memory.last.count + 1) % 2 ** 32 : source.bits(32);
  memory.last = { time, count, chance: source.bits(42) };
  return remember(memory.uuids.items, writeUuid7(memory.last));
}

function readSame<Item>(
  source: Source,
  kind: { readonly atStep: (step: number) => Item | undefined },
): Item | undefined {
  const step = source.symbol() - NO_STEP;
  return Math.abs(step) > FURTHEST ? undefined : kind.atStep(step);
}

function readMoment(source: Source, memory: Memory): number | undefined {
  const symbol = source.symbol();
  const isBefore = symbol >= BACKWARDS;
  const length = symbol - (isBefore ? BACKWARDS : ABOVE_MARKS);
  if (length < 0 || length > LONGEST_WAY) return undefined;
  const way = length < 2 ? length : 2 ** (length - 1) + source.bits(length - 1);
  const time = memory.latest + (isBefore ? -way : way);
  if (time < 0 || time >= 2 ** LONGEST_WAY) return undefined;
  memory.latest = Math.max(memory.latest, time);
  return time;
}

function instantOf(time: number | undefined): string | undefined {
  return time === undefined || time > LAST_INSTANT ? undefined : new Date(time).toISOString();
}

function readBytes(source: Source, count: number): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length: count }, () => source.bits(8));
}

function remember<Item>(items: Item[], item: Item | undefined): Item | undefined {
  if (item !== undefined) items.push(item);
  return item;
}
