import { seededRandom } from './seeded-random.ts';

/** What chance decides while samples are made; the same for the same seed. */
export class Chance {
  /** From 0 up to, not including, 1. */
  readonly fraction: () => number;

  constructor(seed: number) {
    this.fraction = seededRandom(seed);
  }

  /** A whole number, both ends possible. */
  between(least: number, most: number): number {
    return least + Math.floor(this.fraction() * (most - least + 1));
  }

  /** True so many times in a hundred. */
  percent(share: number): boolean {
    return this.fraction() * 100 < share;
  }

  oneOf<Item>(items: readonly Item[]): Item {
    const item = items[this.between(0, items.length - 1)];
    if (item === undefined) throw new Error('nothing to choose from');
    return item;
  }

  digits(count: number): string {
    return Array.from({ length: count }, () => this.between(0, 9)).join('');
  }

  bytes(count: number): Uint8Array<ArrayBuffer> {
    return Uint8Array.from({ length: count }, () => this.between(0, 255));
  }
}
