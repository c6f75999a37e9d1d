import type { Samples } from './shape-take.ts';
import { type OpusPacket, writeWebm } from './write-webm.ts';

/** Speech is understood at this rate, and a phrase of three seconds is about 10 kB. */
const BITS_PER_SECOND = 24_000;
/** Samples of the encoder's own delay at 48 kHz, where it does not say: libopus at its default. */
const USUAL_PRE_SKIP = 312;

/** Whether takes can be recorded fine here, because they are made small afterwards. */
export function canEncode(): boolean {
  return 'AudioEncoder' in globalThis;
}

/** Opus in WebM, made at once rather than by playing it. Undefined where this browser has no encoder for it. */
export async function encodeOpus({ values, rate }: Samples): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const config: AudioEncoderConfig = {
    codec: 'opus',
    sampleRate: rate,
    numberOfChannels: 1,
    bitrate: BITS_PER_SECOND,
  };
  if (!canEncode()) return undefined;
  const support = await AudioEncoder.isConfigSupported(config).catch(() => undefined);
  if (support?.supported !== true) return undefined;
  const packets: OpusPacket[] = [];
  let preSkip = USUAL_PRE_SKIP;
  let failure: DOMException | undefined;
  const encoder = new AudioEncoder({
    output: (chunk, about) => {
      const bytes = new Uint8Array(chunk.byteLength);
      chunk.copyTo(bytes);
      packets.push({ bytes, at: chunk.timestamp / 1000 });
      preSkip = readPreSkip(about?.decoderConfig?.description) ?? preSkip;
    },
    error: (error) => {
      failure = error;
    },
  });
  try {
    encoder.configure(config);
    const data = new AudioData({
      format: 'f32-planar',
      sampleRate: rate,
      numberOfFrames: values.length,
      numberOfChannels: 1,
      timestamp: 0,
      data: values,
    });
    encoder.encode(data);
    data.close();
    await encoder.flush();
  } catch {
    return undefined;
  } finally {
    if (encoder.state !== 'closed') encoder.close();
  }
  if (failure !== undefined || packets.length === 0) return undefined;
  return writeWebm({ packets, duration: (values.length / rate) * 1000, sampleRate: rate, preSkip });
}

/** From the encoder's own `OpusHead`. */
function readPreSkip(description: AllowSharedBufferSource | undefined): number | undefined {
  if (description === undefined || description.byteLength < 12) return undefined;
  const view = ArrayBuffer.isView(description)
    ? new DataView(description.buffer, description.byteOffset, description.byteLength)
    : new DataView(description);
  return view.getUint16(10, true);
}
