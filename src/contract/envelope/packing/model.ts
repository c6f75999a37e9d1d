import type { BitCoder } from './arithmetic.ts';
import { SQUASH, STRETCH } from './logistic.ts';
import { ABOVE_MARKS, MARK } from './marks.ts';

/*
 * Foresees the next symbol from those before it, bit by bit, by mixing what several contexts have seen so far. After Matt
 * Mahoney's descriptions of the PAQ family ("Data Compression Explained", mattmahoney.net/dc/dce.html), cut down to what
 * pays for texts of a few hundred symbols after a priming text of a few thousand.
 *
 *   contexts ─▶ slot: probability, counts ─▶ two inputs each ─┐
 *   longest repetition so far (match) ─▶ two inputs ──────────┴─▶ two weighted sums ─▶ final table ─▶ probability
 *
 * After each bit, slots, tables and weights move towards what it was. Whole numbers only, each within 32 bits or shifted
 * back into them: both sides must come to the very same probabilities on every engine.
 */

const CONTEXTS = 7;
const SLOT_BITS = 16;
const SLOTS = 1 << SLOT_BITS;
const MATCH = 2 * CONTEXTS;
const INPUTS = MATCH + 2;
/** Weights are chosen by the length of the match (16 sets) and by the bits of the symbol so far (256). */
const MATCH_SETS = 16;
const WEIGHT = Math.floor(65536 / 5);
const LEARNING_RATE = 10;
const MAX_COUNT = 15;
/** Steps of the final table: odds in 32 parts, both ends included. */
const STEPS = 33;

const HISTORY = 1 << 16;
const MATCH_BITS = 13;
const MIN_MATCH = 4;
const MAX_MATCH = 63;

/** Share of the way that a slot moves, by how often it was seen. */
const RATES = Int32Array.from({ length: 2 * MAX_COUNT + 1 }, (_, seen) =>
  Math.floor(655360 / (10 * seen + 16)),
);

export class Model {
  /** check (8 bits) | probability (16) | zeros seen (4) | ones seen (4), by context and hash. */
  readonly #slots: Int32Array;
  /** Probability by context and counts: what such counts have meant so far. */
  readonly #meaning: Uint16Array;
  readonly #weights: Int32Array;
  /** Probability by bits of the symbol so far and odds: corrects what the sums always get wrong. */
  readonly #final: Uint16Array;
  readonly #history: Uint8Array;
  /** Where the last four symbols stood before, by hash. */
  readonly #places: Int32Array;
  /** How often a match of this length was right. */
  readonly #trust: Uint16Array;

  readonly #hashes = new Int32Array(CONTEXTS);
  readonly #at = new Int32Array(CONTEXTS);
  readonly #inputs = new Int32Array(INPUTS);

  #length = 0;
  #matchAt = 0;
  #matchLength = 0;
  /** The last four symbols. */
  #last = 0;
  /** The last three phrases, the mark of one that is not complete, and the symbols since. */
  #phrase = 0;
  #phraseBefore = 0;
  #phraseBeforeThat = 0;
  #phraseMark = 0;
  #sinceHash = 0;
  #sinceLength = 0;
  #word = 0;
  #wordBefore = 0;

  /** A model that has seen nothing, or what `other` has seen. */
  constructor(other?: Model) {
    this.#slots = other ? other.#slots.slice() : new Int32Array(CONTEXTS * SLOTS);
    this.#meaning = other ? other.#meaning.slice() : freshMeaning();
    this.#weights = other ? other.#weights.slice() : new Int32Array(INPUTS * (MATCH_SETS + 256)).fill(WEIGHT);
    this.#final = other ? other.#final.slice() : freshFinal();
    this.#history = other ? other.#history.slice() : new Uint8Array(HISTORY);
    this.#places = other ? other.#places.slice() : new Int32Array(1 << MATCH_BITS);
    this.#trust = other ? other.#trust.slice() : new Uint16Array(MAX_MATCH + 1).fill(62000);
    if (!other) return;
    this.#length = other.#length;
    this.#matchAt = other.#matchAt;
    this.#matchLength = other.#matchLength;
    this.#last = other.#last;
    this.#phrase = other.#phrase;
    this.#phraseBefore = other.#phraseBefore;
    this.#phraseBeforeThat = other.#phraseBeforeThat;
    this.#phraseMark = other.#phraseMark;
    this.#sinceHash = other.#sinceHash;
    this.#sinceLength = other.#sinceLength;
    this.#word = other.#word;
    this.#wordBefore = other.#wordBefore;
  }

  /** Codes one symbol, and learns from it. Gives the symbol; `value` counts for a writer only. */
  code(coder: BitCoder, value: number): number {
    this.#hashContexts();
    // The leading 1 tells how many bits follow it.
    const foreseen = this.#matchLength > 0 ? 256 | (this.#history[this.#matchAt & (HISTORY - 1)] ?? 0) : 0;
    let soFar = 1;
    for (let place = 7; place >= 0; place--) {
      const expected = foreseen >>> (place + 1) === soFar ? (foreseen >>> place) & 1 : -1;
      soFar = (soFar << 1) | this.#codeBit(coder, (value >>> place) & 1, soFar, expected);
    }
    this.#append(soFar & 0xff);
    return soFar & 0xff;
  }

  #hashContexts(): void {
    const last = this.#last;
    const phrase = Math.imul(this.#phrase, 0x297a2d39);
    const field = phrase + Math.imul(this.#sinceLength, 0x3d4d51cb);
    const before = Math.imul(this.#phraseBefore, 0x1b873593) + Math.imul(this.#phraseBeforeThat, 0x2c9277b5);
    this.#hashes[0] = hash(0, last & 0xff);
    this.#hashes[1] = hash(1, last & 0xffff);
    this.#hashes[2] = hash(2, last & 0xffffff);
    this.#hashes[3] = hash(3, phrase + before + this.#sinceHash);
    this.#hashes[4] = hash(4, this.#word + Math.imul(this.#wordBefore, 0x1b873593));
    this.#hashes[5] = hash(5, field + (last & 0xff));
    this.#hashes[6] = hash(6, field);
  }

  #codeBit(coder: BitCoder, wanted: number, soFar: number, expected: number): number {
    const weights = this.#weights;
    const inputs = this.#inputs;
    const final = this.#final;
    this.#gatherInputs(soFar, expected);
    const byMatch = expected < 0 ? 0 : INPUTS * Math.min(MATCH_SETS - 1, (this.#matchLength >> 1) + 1);
    const bySoFar = INPUTS * (MATCH_SETS + soFar);
    let sum = 0;
    let otherSum = 0;
    for (let i = 0; i < INPUTS; i++) {
      const input = inputs[i] ?? 0;
      sum = (sum + (Math.imul(weights[byMatch + i] ?? 0, input) >> 8)) | 0;
      otherSum = (otherSum + (Math.imul(weights[bySoFar + i] ?? 0, input) >> 8)) | 0;
    }
    const odds = clamp(sum >> 8);
    const otherOdds = clamp(otherSum >> 8);
    const mixed = ((odds + otherOdds) >> 1) + 2048;

    const step = STEPS * soFar + (mixed >> 7);
    const part = mixed & 127;
    const corrected = ((final[step] ?? 0) * (128 - part) + (final[step + 1] ?? 0) * part) >> 7;
    const probability = Math.min(65520, Math.max(16, ((SQUASH[mixed] ?? 0) * 48 + corrected) >> 2));
    const bit = coder.code(wanted, probability);

    const error = Math.imul((bit << 12) - (SQUASH[odds + 2048] ?? 0), LEARNING_RATE);
    const otherError = Math.imul((bit << 12) - (SQUASH[otherOdds + 2048] ?? 0), LEARNING_RATE);
    for (let i = 0; i < INPUTS; i++) {
      const input = inputs[i] ?? 0;
      weights[byMatch + i] = (weights[byMatch + i] ?? 0) + ((Math.imul(input, error) + 0x2000) >> 14);
      weights[bySoFar + i] = (weights[bySoFar + i] ?? 0) + ((Math.imul(input, otherError) + 0x2000) >> 14);
    }
    const near = part < 64 ? step : step + 1;
    final[near] = towards(final[near] ?? 0, bit, 6);
    this.#learn(bit, expected);
    return bit;
  }

  #gatherInputs(soFar: number, expected: number): void {
    const slots = this.#slots;
    const inputs = this.#inputs;
    const salt = Math.imul(soFar, 0x9e3779b1);
    for (let i = 0; i < CONTEXTS; i++) {
      const hashed = Math.imul(((this.#hashes[i] ?? 0) + salt) | 0, 0x2545f491);
      const at = i * SLOTS + (hashed >>> (32 - SLOT_BITS));
      this.#at[i] = at;
      const slot = slots[at] ?? 0;
      const counts = slot & 0xff;
      if (counts === 0 || slot >>> 24 !== (hashed & 0xff)) {
        // Another context was here, or none: begin anew.
        slots[at] = (hashed << 24) | (32768 << 8);
        inputs[2 * i] = 0;
        inputs[2 * i + 1] = 0;
      } else {
        inputs[2 * i] = STRETCH[(slot >>> 12) & 0xfff] ?? 0;
        inputs[2 * i + 1] = STRETCH[(this.#meaning[(i << 8) + counts] ?? 0) >>> 4] ?? 0;
      }
    }
    const odds = STRETCH[(this.#trust[this.#matchLength] ?? 0) >>> 4] ?? 0;
    inputs[MATCH] = expected < 0 ? 0 : expected ? odds : -odds;
    inputs[MATCH + 1] = expected < 0 ? 0 : expected ? 512 : -512;
  }

  #learn(bit: number, expected: number): void {
    const slots = this.#slots;
    const meaning = this.#meaning;
    const target = bit ? 65535 : 0;
    for (let i = 0; i < CONTEXTS; i++) {
      const at = this.#at[i] ?? 0;
      const slot = slots[at] ?? 0;
      const counts = slot & 0xff;
      const zeros = counts >>> 4;
      const ones = counts & 15;
      const row = (i << 8) + counts;
      meaning[row] = towards(meaning[row] ?? 0, bit, 6);
      const old = (slot >>> 8) & 0xffff;
      const probability = old + (Math.imul(target - old, RATES[zeros + ones] ?? 0) >> 16);
      const next = bit ? (fewer(zeros) << 4) | more(ones) : (more(zeros) << 4) | fewer(ones);
      slots[at] = (slot & 0xff000000) | (probability << 8) | next;
    }
    if (expected < 0) return;
    const trust = this.#trust[this.#matchLength] ?? 0;
    this.#trust[this.#matchLength] = towards(trust, bit === expected ? 1 : 0, 6);
  }

  #append(symbol: number): void {
    this.#history[this.#length & (HISTORY - 1)] = symbol;
    this.#length++;
    this.#last = (this.#last << 8) | symbol;
    if (this.#phraseMark > 0) {
      this.#phraseBeforeThat = this.#phraseBefore;
      this.#phraseBefore = this.#phrase;
      this.#phrase = (this.#phraseMark << 8) | symbol;
      this.#phraseMark = 0;
      this.#sinceHash = 0;
      this.#sinceLength = 0;
      this.#word = 0;
      this.#wordBefore = 0;
    } else {
      this.#sinceHash = hash(this.#sinceHash, symbol);
      if (symbol < ABOVE_MARKS) {
        if (symbol >= MARK.phrase) this.#phraseMark = symbol;
      } else {
        this.#sinceLength++;
        this.#wordBefore = symbol === SPACE ? this.#word : this.#wordBefore;
        this.#word = symbol === SPACE ? 0 : hash(this.#word, symbol);
      }
    }
    this.#findMatch(symbol);
  }

  #findMatch(symbol: number): void {
    const history = this.#history;
    const goesOn = this.#matchLength > 0 && history[this.#matchAt & (HISTORY - 1)] === symbol;
    this.#matchLength = goesOn ? Math.min(this.#matchLength + 1, MAX_MATCH) : 0;
    this.#matchAt++;
    const place = Math.imul(this.#last, 0x2545f491) >>> (32 - MATCH_BITS);
    const before = this.#places[place] ?? 0;
    this.#places[place] = this.#length;
    if (goesOn || before === 0) return;
    let length = 0;
    while (
      length < MAX_MATCH &&
      history[(before - 1 - length) & (HISTORY - 1)] === history[(this.#length - 1 - length) & (HISTORY - 1)]
    )
      length++;
    if (length < MIN_MATCH) return;
    this.#matchAt = before;
    this.#matchLength = length;
  }
}

const SPACE = 0x20;

function hash(salt: number, value: number): number {
  const mixed = Math.imul((Math.imul(salt + 1, 0x9e3779b1) + value) | 0, 0x2545f491);
  const again = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b);
  return again ^ (again >>> 13);
}

function clamp(odds: number): number {
  return Math.min(2047, Math.max(-2047, odds));
}

function towards(probability: number, bit: number, rate: number): number {
  return probability + (((bit ? 65535 : 0) - probability) >> rate);
}

function more(count: number): number {
  return count < MAX_COUNT ? count + 1 : count;
}

/** What was seen long ago counts less once it was wrong. */
function fewer(count: number): number {
  return count > 2 ? (count + 2) >> 1 : count;
}

function freshMeaning(): Uint16Array {
  return Uint16Array.from({ length: CONTEXTS * 256 }, (_, row) => {
    const zeros = (row & 0xff) >> 4;
    const ones = row & 15;
    return Math.floor((65536 * (2 * ones + 1)) / (2 * (zeros + ones) + 2));
  });
}

function freshFinal(): Uint16Array {
  return Uint16Array.from(
    { length: 256 * STEPS },
    (_, at) => 16 * (SQUASH[Math.min(4095, (at % STEPS) * 128)] ?? 0),
  );
}
