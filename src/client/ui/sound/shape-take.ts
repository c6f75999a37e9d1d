/** Sound as numbers from -1 to 1, one channel. */
export interface Samples {
  readonly values: Float32Array<ArrayBuffer>;
  /** Per second. */
  readonly rate: number;
}

/** No value of a shaped take lies beyond: room for what an encoder adds. */
export const PEAK = 0.95;
/** Loudness that every voice is brought to, as the root mean square of what is spoken: -20 dB of full scale. */
const LOUDNESS = 0.1;
/** A whisper is not made into a shout of noise: at most 24 dB. */
const MOST_GAIN = 16;
/** Quieter than this at its loudest, nobody spoke: -45 dB. */
const SILENCE = 0.0056;
/** Speech rises and falls; what stays within 6 dB of its own floor is a fan or the rain. */
const LEAST_RISE = 2;
const FRAME = 0.01;
/** Seconds: a shorter sound is a finger on the tablet. */
const BLIP = 0.03;
const LEAST_SPOKEN = 0.1;
/** Seconds of what surrounds the voice that stay: a word begins softly and dies away slowly. */
const BEFORE = 0.15;
const AFTER = 0.25;
const FADE = 0.008;

/**
 * A take as it is kept: without the silence at both ends, as loud as every other, nowhere clipped. Undefined where nobody
 * spoke. Pure: the same take gives the same result.
 */
export function shapeTake({ values, rate }: Samples): Samples | undefined {
  const centred = withoutOffset(values);
  const frame = Math.max(1, Math.round(rate * FRAME));
  const levels = levelsOf(centred, frame);
  const spoken = findSpoken(levels);
  if (spoken === undefined) return undefined;
  const start = Math.max(0, Math.round(spoken.first * frame - BEFORE * rate));
  const end = Math.min(centred.length, Math.round((spoken.last + 1) * frame + AFTER * rate));
  const gain = Math.min(LOUDNESS / spoken.loudness, MOST_GAIN);
  const shaped = centred.slice(start, end).map((value) => limit(value * gain));
  fade(shaped, Math.round(rate * FADE));
  return { values: shaped, rate };
}

/** A microphone may sit beside zero; what is removed is not heard. */
function withoutOffset(values: Float32Array<ArrayBuffer>): Float32Array<ArrayBuffer> {
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  return values.map((value) => value - mean);
}

/** Root mean square of each whole frame. */
function levelsOf(values: Float32Array, frame: number): readonly number[] {
  return Array.from({ length: Math.floor(values.length / frame) }, (_, index) => {
    const part = values.subarray(index * frame, (index + 1) * frame);
    return Math.sqrt(part.reduce((sum, value) => sum + value * value, 0) / frame);
  });
}

interface Spoken {
  /** Frames, both ends included. */
  readonly first: number;
  readonly last: number;
  readonly loudness: number;
}

function findSpoken(levels: readonly number[]): Spoken | undefined {
  const sorted = [...levels].sort((a, b) => a - b);
  const peak = sorted.at(-1) ?? 0;
  const floor = sorted[Math.floor(sorted.length / 10)] ?? 0;
  if (peak < SILENCE || peak < floor * LEAST_RISE) return undefined;
  const threshold = Math.min(Math.max(2.5 * floor, 0.03 * peak, SILENCE / 2), 0.25 * peak);
  const runs = runsAbove(levels, threshold).filter(({ from, to }) => (to - from) * FRAME >= BLIP);
  const [first, last] = [runs[0], runs.at(-1)];
  const frames = runs.flatMap(({ from, to }) => levels.slice(from, to));
  if (first === undefined || last === undefined || frames.length * FRAME < LEAST_SPOKEN) return undefined;
  const power = frames.reduce((sum, level) => sum + level * level, 0) / frames.length;
  return { first: first.from, last: last.to - 1, loudness: Math.sqrt(power) };
}

function runsAbove(
  levels: readonly number[],
  threshold: number,
): readonly { readonly from: number; readonly to: number }[] {
  const runs: { from: number; to: number }[] = [];
  for (const [index, level] of levels.entries()) {
    if (level <= threshold) continue;
    const run = runs.at(-1);
    if (run?.to === index) run.to = index + 1;
    else runs.push({ from: index, to: index + 1 });
  }
  return runs;
}

const KNEE = 0.7;

/** Straight up to the knee, then ever flatter towards `PEAK`: loud syllables stay round where they would be cut off. */
function limit(value: number): number {
  const size = Math.abs(value);
  if (size <= KNEE) return value;
  const room = PEAK - KNEE;
  return Math.sign(value) * (KNEE + room * Math.tanh((size - KNEE) / room));
}

/** In place: no click where it was cut. */
function fade(values: Float32Array, length: number): void {
  const steps = Math.min(length, Math.floor(values.length / 2));
  for (let at = 0; at < steps; at++) {
    const part = at / steps;
    const end = values.length - 1 - at;
    values[at] = (values[at] ?? 0) * part;
    values[end] = (values[end] ?? 0) * part;
  }
}
