import { encodeOpus } from './encode-opus.ts';
import type { Voice } from './record-voice.ts';
import { type Samples, shapeTake } from './shape-take.ts';

/** What every browser decodes to and Opus works in. */
const RATE = 48_000;

/**
 * A take as it is kept: trimmed, evened, small. Where this browser cannot read or write sound as numbers, the take stays as
 * it was recorded. Undefined where nobody spoke.
 */
export async function makeVoice(take: Voice): Promise<Voice | undefined> {
  const samples = await decode(take.bytes);
  if (samples === undefined) return take;
  const shaped = shapeTake(samples);
  if (shaped === undefined) return undefined;
  const bytes = await encodeOpus(shaped);
  return bytes === undefined
    ? take
    : { bytes, mediaType: 'audio/webm', seconds: shaped.values.length / shaped.rate };
}

/** One channel; undefined where the browser does not read what it wrote. */
async function decode(bytes: Uint8Array<ArrayBuffer>): Promise<Samples | undefined> {
  try {
    const context = new OfflineAudioContext(1, 1, RATE);
    const sound = await context.decodeAudioData(bytes.slice().buffer);
    const channels = Array.from({ length: sound.numberOfChannels }, (_, index) =>
      sound.getChannelData(index),
    );
    const values = new Float32Array(sound.length);
    for (const channel of channels)
      for (let at = 0; at < sound.length; at++)
        values[at] = (values[at] ?? 0) + (channel[at] ?? 0) / channels.length;
    return { values, rate: sound.sampleRate };
  } catch {
    return undefined;
  }
}
