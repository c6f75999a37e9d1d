import { describe, expect, it } from 'vitest';
import { writeWebm } from '../../../../../src/client/ui/sound/write-webm.ts';

/** Elements that hold elements. */
const MASTERS = new Set(['1a45dfa3', '18538067', '1549a966', '1654ae6b', 'ae', 'e1', '1f43b675']);

interface Element {
  readonly id: string;
  readonly content: Uint8Array;
}

/** Reads EBML as its grammar says, with no knowledge of the writer; throws where a length does not fit. */
function readElements(bytes: Uint8Array, found: Element[] = []): Element[] {
  let at = 0;
  const take = (length: number) => {
    if (at + length > bytes.length) throw new Error('longer than what holds it');
    at += length;
    return bytes.subarray(at - length, at);
  };
  const widthOf = (first: number) => Math.clz32(first) - 23;
  while (at < bytes.length) {
    const id = Buffer.from(take(widthOf(bytes[at] ?? 0))).toString('hex');
    const width = widthOf(bytes[at] ?? 0);
    const [first = 0, ...rest] = take(width);
    const length = rest.reduce((sum, byte) => sum * 256 + byte, first & ((1 << (8 - width)) - 1));
    const content = take(length);
    found.push({ id, content });
    if (MASTERS.has(id)) readElements(content, found);
  }
  return found;
}

const packets = Array.from({ length: 650 }, (_, index) => ({
  bytes: new Uint8Array([index & 0xff, 7, 9]),
  at: index * 20,
}));
const file = writeWebm({ packets, duration: 13_000, sampleRate: 48_000, preSkip: 312 });
const elements = readElements(file);
const all = (id: string) => elements.filter((one) => one.id === id).map(({ content }) => content);
const only = (id: string) => {
  const [one, ...others] = all(id);
  if (one === undefined || others.length > 0) throw new Error(`${1 + others.length} of ${id}`);
  return Buffer.from(one);
};

describe('a written voice', () => {
  it('is a WebM file of one channel of Opus that says its length', () => {
    expect(file.subarray(0, 4)).toEqual(new Uint8Array([0x1a, 0x45, 0xdf, 0xa3]));
    expect(only('4282').toString()).toBe('webm');
    expect(only('86').toString()).toBe('A_OPUS');
    expect(only('4489').readDoubleBE()).toBe(13_000);
    expect(only('b5').readDoubleBE()).toBe(48_000);
    expect([...only('9f')]).toEqual([1]);
    expect(only('2ad7b1').readUIntBE(0, 3)).toBe(1_000_000);
  });

  it('tells the decoder what to throw away at the start', () => {
    const head = only('63a2');
    expect(head.subarray(0, 8).toString()).toBe('OpusHead');
    expect(head.length).toBe(19);
    expect(head.readUInt16LE(10)).toBe(312);
    expect(only('56aa').readUIntBE(0, 3)).toBe(6_500_000);
  });

  it('has every packet once, at its time, in clusters that its block times reach over', () => {
    const starts = all('e7').map((content) => Buffer.from(content).readUIntBE(0, content.length));
    expect(starts).toEqual([0, 10_000]);
    const blocks = all('a3').map((content) => Buffer.from(content));
    expect(blocks.map((block) => [...block.subarray(4)])).toEqual(packets.map(({ bytes }) => [...bytes]));
    expect(blocks.map((block) => block.readInt16BE(1))).toEqual(packets.map(({ at }) => at % 10_000));
    expect(blocks.every((block) => block[0] === 0x81 && block[3] === 0x80)).toBe(true);
  });
});
