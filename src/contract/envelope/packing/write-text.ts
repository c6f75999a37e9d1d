import { fromBase64url } from '../../base64url.ts';
import { utf8, uuidToBytes } from '../../bytes.ts';
import { ABOVE_MARKS, BACKWARDS, bitLength, MARK, NO_STEP, PHRASES_PER_MARK } from './marks.ts';
import { type Known, Memory, readUuid7 } from './memory.ts';
import type { Phrases } from './phrases.ts';
import { bitsOf, REFERENCE_BITS } from './reference.ts';

/** Takes the parts of a packed text, in order. */
export interface Sink {
  /** A symbol, 0 to 255, that the model foresees more or less well. */
  symbol(value: number): void;
  /** The lowest `count` bits (at most 53) of what nobody can foresee. */
  bits(value: number, count: number): void;
}

const NUMBER =
  /"(?:([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})|([A-Za-z0-9_-]{43})|(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)|(TAM-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]))"/y;
const UUID_7 = /^.{14}7.{4}[89ab]/;

/** Packs one text without characters below a space; `read-text.ts` gives exactly this text back. */
export function writeText(text: string, sink: Sink, known: Known, phrases: Phrases): void {
  const memory = new Memory(known);
  for (let at = 0; at < text.length; ) {
    const phrase = phrases.findAt(text, at);
    if (phrase) {
      sink.symbol(MARK.phrase + Math.floor(phrase.place / PHRASES_PER_MARK));
      sink.symbol(ABOVE_MARKS + (phrase.place % PHRASES_PER_MARK));
      at += phrase.text.length;
      continue;
    }
    NUMBER.lastIndex = at;
    const match = text.charAt(at) === '"' ? NUMBER.exec(text) : null;
    if (match && writeNumber(match, sink, memory)) {
      at += match[0].length;
      continue;
    }
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    for (const byte of utf8(character)) sink.symbol(byte);
    at += character.length;
  }
  sink.symbol(MARK.end);
}

function writeNumber(match: RegExpExecArray, sink: Sink, memory: Memory): boolean {
  const [, uuid, digest, instant, reference] = match;
  if (uuid !== undefined) writeUuid(uuid, sink, memory);
  else if (digest !== undefined) return writeDigest(digest, sink, memory);
  else if (instant !== undefined) return writeInstant(instant, sink, memory);
  else if (reference !== undefined) return writeReference(reference, sink);
  return true;
}

function writeUuid(uuid: string, sink: Sink, memory: Memory): void {
  const step = memory.uuids.stepTo(uuid);
  if (step !== undefined) writeStep(MARK.sameUuid, step, sink);
  else if (UUID_7.test(uuid)) writeUuid7Parts(uuid, sink, memory);
  else {
    sink.symbol(MARK.otherUuid);
    for (const byte of uuidToBytes(uuid)) sink.bits(byte, 8);
  }
}

function writeUuid7Parts(uuid: string, sink: Sink, memory: Memory): void {
  const { time, count, chance } = readUuid7(uuid);
  if (time === memory.last.time && count === memory.last.count + 1) sink.symbol(MARK.nextUuid);
  else {
    sink.symbol(MARK.uuid);
    writeMoment(time, sink, memory);
    sink.bits(count, 32);
  }
  sink.bits(chance, 42);
  memory.last = { time, count, chance };
}

function writeDigest(digest: string, sink: Sink, memory: Memory): boolean {
  const bytes = fromBase64url(digest);
  if (!bytes) return false;
  const step = memory.digests.stepTo(digest);
  if (step !== undefined) writeStep(MARK.sameDigest, step, sink);
  else {
    sink.symbol(MARK.digest);
    for (const byte of bytes) sink.bits(byte, 8);
  }
  return true;
}

function writeInstant(instant: string, sink: Sink, memory: Memory): boolean {
  const time = Date.parse(instant);
  if (!(time >= 0) || new Date(time).toISOString() !== instant) return false;
  const step = memory.instants.stepTo(time);
  if (step !== undefined) writeStep(MARK.sameInstant, step, sink);
  else {
    sink.symbol(MARK.instant);
    writeMoment(time, sink, memory);
  }
  return true;
}

function writeReference(reference: string, sink: Sink): boolean {
  const bits = bitsOf(reference);
  if (bits === undefined) return false;
  sink.symbol(MARK.reference);
  sink.bits(bits, REFERENCE_BITS);
  return true;
}

function writeStep(mark: number, step: number, sink: Sink): void {
  sink.symbol(mark);
  sink.symbol(NO_STEP + step);
}

function writeMoment(time: number, sink: Sink, memory: Memory): void {
  const way = Math.abs(time - memory.latest);
  const length = bitLength(way);
  sink.symbol((time < memory.latest ? BACKWARDS : ABOVE_MARKS) + length);
  // The first bit of a number is a 1.
  if (length > 1) sink.bits(way - 2 ** (length - 1), length - 1);
  memory.latest = Math.max(memory.latest, time);
}
