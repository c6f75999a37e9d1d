import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PEAK, shapeTake } from '../../../../src/client/ui/sound/shape-take.ts';
import { always } from '../../always.ts';

const RATE = 16_000;
/** Each makes seconds of sound. */
const RUNS = 40;

/** A voice as numbers: a tone that rises and falls in syllables, `loud` at its loudest. */
function voiceOf(seconds: number, loud: number, pitch = 180): number[] {
  return Array.from({ length: Math.round(seconds * RATE) }, (_, at) => {
    const syllable = 0.25 + 0.75 * Math.abs(Math.sin((Math.PI * at * 3) / RATE));
    return loud * syllable * Math.sin((2 * Math.PI * pitch * at) / RATE);
  });
}

/** Noise that is the same each time. */
function noiseOf(seconds: number, loud: number): number[] {
  let seed = 7;
  return Array.from({ length: Math.round(seconds * RATE) }, () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return loud * (seed / 1_073_741_823.5 - 1);
  });
}

const shape = (values: readonly number[]) => shapeTake({ values: Float32Array.from(values), rate: RATE });
const peakOf = (values: Float32Array) => values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);

const seconds = fc.double({ min: 0.4, max: 2, noNaN: true });
const pause = fc.double({ min: 0, max: 1.5, noNaN: true });
const loudness = fc.double({ min: 0.03, max: 1, noNaN: true });

/** As loud as what is spoken: the middle half, away from what surrounds it. */
function rootMeanSquare(values: Float32Array): number {
  const middle = values.slice(values.length * 0.3, values.length * 0.7);
  return Math.sqrt(middle.reduce((sum, value) => sum + value * value, 0) / middle.length);
}

describe('a shaped take', () => {
  it('has lost the silence at both ends and none of the voice', () => {
    always(
      fc.property(pause, seconds, pause, loudness, (before, spoken, after, loud) => {
        const take = [...noiseOf(before, 0.0005), ...voiceOf(spoken, loud), ...noiseOf(after, 0.0005)];
        const shaped = shape(take);
        if (shaped === undefined) throw new Error('nothing heard');
        const length = shaped.values.length / RATE;
        expect(length).toBeGreaterThan(spoken - 0.05);
        expect(length).toBeLessThan(spoken + Math.min(before, 0.2) + Math.min(after, 0.3) + 0.05);
      }),
      RUNS,
    );
  });

  it('is as loud as every other, however far the microphone was', () => {
    always(
      fc.property(seconds, loudness, loudness, (spoken, one, other) => {
        const [first, second] = [one, other].map((loud) =>
          shape([...noiseOf(0.3, 0.0003), ...voiceOf(spoken, loud), ...noiseOf(0.3, 0.0003)]),
        );
        if (first === undefined || second === undefined) throw new Error('nothing heard');
        const ratio = rootMeanSquare(first.values) / rootMeanSquare(second.values);
        expect(Math.abs(20 * Math.log10(ratio))).toBeLessThan(1.5);
      }),
      RUNS,
    );
  });

  it('never reaches where it would be cut off, whatever was recorded', () => {
    const anything = fc.array(fc.float({ min: -1, max: 1, noNaN: true }), { maxLength: 8000 });
    always(
      fc.property(anything, loudness, (values, loud) => {
        const shaped = shape([...voiceOf(0.3, loud), ...values]);
        if (shaped !== undefined) expect(peakOf(shaped.values)).toBeLessThanOrEqual(PEAK);
      }),
      RUNS,
    );
  });

  it('shaped again is no shorter and no louder', () => {
    always(
      fc.property(seconds, loudness, (spoken, loud) => {
        const once = shape([...noiseOf(0.5, 0.0005), ...voiceOf(spoken, loud), ...noiseOf(0.5, 0.0005)]);
        const twice = once && shapeTake(once);
        if (once === undefined || twice === undefined) throw new Error('nothing heard');
        expect(Math.abs(twice.values.length - once.values.length)).toBeLessThan(0.1 * RATE);
        expect(peakOf(twice.values)).toBeLessThan(1.1 * peakOf(once.values));
      }),
      RUNS,
    );
  });

  it('is nothing where nobody spoke: silence, a fan, a finger on the tablet, no sound at all', () => {
    always(
      fc.property(seconds, fc.double({ min: 0, max: 0.5, noNaN: true }), (length, loud) => {
        expect(shape(noiseOf(length, loud))).toBeUndefined();
        expect(shape([...noiseOf(length, 0.0005), ...noiseOf(0.015, loud), ...noiseOf(1, 0.0005)])).toBe(
          undefined,
        );
      }),
      RUNS,
    );
    expect(shape([])).toBeUndefined();
    expect(shape(new Array(RATE).fill(0.4))).toBeUndefined();
  });

  it('hears a voice over rain', () => {
    const shaped = shape([...noiseOf(1, 0.03), ...voiceOf(1, 0.4), ...noiseOf(1, 0.03)]);
    expect((shaped?.values.length ?? 0) / RATE).toBeLessThan(1.6);
    expect((shaped?.values.length ?? 0) / RATE).toBeGreaterThan(0.9);
  });
});
