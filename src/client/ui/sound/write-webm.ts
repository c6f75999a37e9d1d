/*
 * A WebM file that holds one track of Opus, as RFC 8794 (EBML) and RFC 9559 (Matroska) lay it down: all that is needed to
 * play it, and no more. Its length is in it, which a file of MediaRecorder does not say.
 */

export interface OpusPacket {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Milliseconds from the start. */
  readonly at: number;
}

export interface OpusTrack {
  readonly packets: readonly OpusPacket[];
  /** Milliseconds. */
  readonly duration: number;
  /** Of the input, per second. */
  readonly sampleRate: number;
  /** Samples at 48 kHz that the decoder throws away at the start. */
  readonly preSkip: number;
}

/** Milliseconds: block times are 16 bits within their cluster. */
const CLUSTER = 10_000;
const NANOSECONDS = 1_000_000;
/** What Opus needs before a point to sound right at it (RFC 7845 section 4.6). */
const SEEK_PRE_ROLL = 80 * NANOSECONDS;

type Part = readonly number[] | Uint8Array;

/** The file's bytes. Packets are in order of time. */
export function writeWebm(track: OpusTrack): Uint8Array<ArrayBuffer> {
  const head = element(
    [0x1a, 0x45, 0xdf, 0xa3],
    [
      element([0x42, 0x86], [uint(1)]),
      element([0x42, 0xf7], [uint(1)]),
      element([0x42, 0xf2], [uint(4)]),
      element([0x42, 0xf3], [uint(8)]),
      element([0x42, 0x82], [ascii('webm')]),
      element([0x42, 0x87], [uint(4)]),
      element([0x42, 0x85], [uint(2)]),
    ],
  );
  const info = element(
    [0x15, 0x49, 0xa9, 0x66],
    [
      element([0x2a, 0xd7, 0xb1], [uint(NANOSECONDS)]),
      element([0x44, 0x89], [float(track.duration)]),
      element([0x4d, 0x80], [ascii('ve-ban')]),
      element([0x57, 0x41], [ascii('ve-ban')]),
    ],
  );
  const segment = element([0x18, 0x53, 0x80, 0x67], [info, tracks(track), ...clusters(track.packets)]);
  return join([head, segment]);
}

function tracks({ sampleRate, preSkip }: OpusTrack): Uint8Array<ArrayBuffer> {
  const audio = element([0xe1], [element([0xb5], [float(sampleRate)]), element([0x9f], [uint(1)])]);
  const entry = element(
    [0xae],
    [
      element([0xd7], [uint(1)]),
      element([0x73, 0xc5], [uint(1)]),
      element([0x83], [uint(2)]),
      element([0x86], [ascii('A_OPUS')]),
      element([0x63, 0xa2], [opusHead(sampleRate, preSkip)]),
      element([0x56, 0xaa], [uint(Math.round((preSkip * 1e9) / 48_000))]),
      element([0x56, 0xbb], [uint(SEEK_PRE_ROLL)]),
      audio,
    ],
  );
  return element([0x16, 0x54, 0xae, 0x6b], [entry]);
}

/** RFC 7845 section 5.1: one channel, no gain. */
function opusHead(sampleRate: number, preSkip: number): Uint8Array<ArrayBuffer> {
  const head = new Uint8Array(19);
  head.set(ascii('OpusHead'));
  const view = new DataView(head.buffer);
  view.setUint8(8, 1);
  view.setUint8(9, 1);
  view.setUint16(10, preSkip, true);
  view.setUint32(12, sampleRate, true);
  return head;
}

function clusters(packets: readonly OpusPacket[]): readonly Uint8Array<ArrayBuffer>[] {
  const groups = new Map<number, OpusPacket[]>();
  for (const packet of packets) {
    const start = Math.floor(packet.at / CLUSTER) * CLUSTER;
    groups.set(start, [...(groups.get(start) ?? []), packet]);
  }
  return [...groups].map(([start, group]) =>
    element([0x1f, 0x43, 0xb6, 0x75], [element([0xe7], [uint(start)]), ...group.map(blockAfter(start))]),
  );
}

/** A key frame of track 1, as every packet of Opus is. */
function blockAfter(start: number): (packet: OpusPacket) => Uint8Array<ArrayBuffer> {
  return ({ bytes, at }) => {
    const within = Math.floor(at) - start;
    return element([0xa3], [[0x81, within >> 8, within & 0xff, 0x80], bytes]);
  };
}

function element(id: readonly number[], parts: readonly Part[]): Uint8Array<ArrayBuffer> {
  const content = join(parts);
  return join([id, size(content.length), content]);
}

/** Always four bytes: lengths up to a quarter of a gigabyte. */
function size(length: number): readonly number[] {
  return [0x10 | (length >> 24), (length >> 16) & 0xff, (length >> 8) & 0xff, length & 0xff];
}

/** Big-endian, as short as it goes. */
function uint(value: number): readonly number[] {
  const bytes = [];
  for (let rest = value; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256);
  return bytes.length === 0 ? [0] : bytes;
}

function float(value: number): Uint8Array {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setFloat64(0, value);
  return bytes;
}

function ascii(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function join(parts: readonly Part[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
