import { uuidToBytes } from '../../bytes.ts';

/*
 * What writer and reader both remember of a text: the numbers that came before. A number that comes again costs a step
 * from the last one of its kind that came again, which for lists in the same order is always the same step.
 */

/** What both sides know before the first character. */
export interface Known {
  /** The submission's own id first: moments are told from the time in it. */
  readonly uuids: readonly string[];
  readonly digests: readonly string[];
}

/** Furthest step to a number that came before; beyond it the number is told anew. */
export const FURTHEST = 96;

class Kind<Item> {
  readonly items: Item[];
  #at = -1;

  constructor(items: readonly Item[]) {
    this.items = [...items];
  }

  /** Step to an item that came before; undefined for a new one, which is remembered. */
  stepTo(item: Item): number | undefined {
    const index = this.items.indexOf(item);
    const step = index - this.#at;
    if (index >= 0 && Math.abs(step) <= FURTHEST) {
      this.#at = index;
      return step;
    }
    this.items.push(item);
    return undefined;
  }

  /** The item a step away; undefined where there is none. */
  atStep(step: number): Item | undefined {
    this.#at += step;
    return this.items[this.#at];
  }
}

export class Memory {
  readonly uuids: Kind<string>;
  readonly digests: Kind<string>;
  /** Milliseconds since 1970. */
  readonly instants = new Kind<number>([]);
  /** The latest moment so far, in instants and ids: the next one is mostly a little later. */
  latest: number;
  /** The last id of version 7 that was new. */
  last: Uuid7;

  constructor(known: Known) {
    this.uuids = new Kind(known.uuids);
    this.digests = new Kind(known.digests);
    this.last = known.uuids[0] === undefined ? NO_UUID : readUuid7(known.uuids[0]);
    this.latest = this.last.time;
  }
}

/** The parts of a UUIDv7 (RFC 9562) as its usual makers fill them. */
export interface Uuid7 {
  /** Milliseconds since 1970, 48 bits. */
  readonly time: number;
  /** 32 bits that count on within one millisecond. */
  readonly count: number;
  /** 42 bits of chance. */
  readonly chance: number;
}

const NO_UUID: Uuid7 = { time: 0, count: 0, chance: 0 };

export function readUuid7(id: string): Uuid7 {
  const byte = (at: number) => uuid[at] ?? 0;
  const uuid = uuidToBytes(id);
  const number = (from: number, to: number) =>
    uuid.subarray(from, to).reduce((sum, one) => sum * 256 + one, 0);
  return {
    time: number(0, 6),
    count:
      (byte(6) & 15) * 2 ** 28 +
      byte(7) * 2 ** 20 +
      (byte(8) & 63) * 2 ** 14 +
      byte(9) * 2 ** 6 +
      (byte(10) >> 2),
    chance: (byte(10) & 3) * 2 ** 40 + number(11, 16),
  };
}

export function writeUuid7({ time, count, chance }: Uuid7): string {
  const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0');
  const low = (value: number, bits: number) => value % 2 ** bits;
  const high = Math.floor(count / 2 ** 20);
  const middle = 0x8000 + Math.floor(low(count, 20) / 2 ** 6);
  const tail = hex(low(count, 6) * 4 + Math.floor(chance / 2 ** 40), 2) + hex(low(chance, 40), 10);
  const head = hex(time, 12);
  return `${head.slice(0, 8)}-${head.slice(8)}-7${hex(high, 3)}-${hex(middle, 4)}-${tail}`;
}
