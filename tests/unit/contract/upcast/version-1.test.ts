import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concatBytes, utf8 } from '../../../../src/contract/bytes.ts';
import { decodeUp1, type UpHead1 } from '../../../../src/contract/upcast/version-1.ts';

const ID = '0192f0a0-0000-7000-8000-000000000001';
const head: UpHead1 = { contractVersion: 1, cursor: 0, envelopes: [], attachments: [], appVersion: '0.1.0' };
const envelope = fc.uint8Array({ minLength: 1, maxLength: 400 }).map((bytes) => new Uint8Array(bytes));

/** As version 1 framed its requests. */
function frameOf(envelopes: readonly Uint8Array[], said: object = head) {
  const named = envelopes.map(({ length }) => ({ id: ID, length }));
  const json = utf8(JSON.stringify({ ...said, envelopes: named }));
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, json.length);
  return concatBytes(length, json, ...envelopes);
}

describe('a frame of version 1', () => {
  it('gives back the head and each envelope', () => {
    fc.assert(
      fc.property(fc.array(envelope, { maxLength: 8 }), (envelopes) => {
        const decoded = decodeUp1(frameOf(envelopes));
        if (decoded.kind !== 'ok') throw new Error(decoded.detail);
        expect(decoded.envelopes.map((bytes) => [...bytes])).toEqual(envelopes.map((bytes) => [...bytes]));
      }),
    );
  });

  it('is read from the middle of a larger buffer', () => {
    const frame = frameOf([new Uint8Array([1, 2, 3])]);
    const larger = new Uint8Array(frame.length + 9);
    larger.set(frame, 5);
    expect(decodeUp1(larger.subarray(5, 5 + frame.length)).kind).toBe('ok');
  });

  it('cut anywhere, or with a byte more, is malformed', () => {
    const frame = frameOf([new Uint8Array(20), new Uint8Array(5)]);
    for (let length = 0; length < frame.length; length += 1) {
      expect(decodeUp1(frame.slice(0, length)).kind, `${length} bytes`).toBe('malformed');
    }
    expect(decodeUp1(new Uint8Array([...frame, 0]))).toEqual({
      kind: 'malformed',
      detail: 'bytes left over',
    });
  });

  it('of random bytes never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(decodeUp1(new Uint8Array(bytes)).kind).toBe('malformed');
      }),
    );
  });

  it('with a head that breaks its schema is malformed', () => {
    expect(decodeUp1(frameOf([], { ...head, surprise: 1 }))).toEqual({
      kind: 'malformed',
      detail: 'head does not match its schema',
    });
    expect(decodeUp1(new Uint8Array([255, 255, 255, 255, 0]))).toEqual({
      kind: 'malformed',
      detail: 'head too long',
    });
  });
});
