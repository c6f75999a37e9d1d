import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeUp, encodeUp } from '../../../../src/contract/up/up-frame.ts';
import type { UpHead } from '../../../../src/contract/up/up-message.ts';

const ID = '0192f0a0-0000-7000-8000-000000000001';
const head: UpHead = { contractVersion: 1, cursor: 0, envelopes: [], attachments: [], appVersion: '0.1.0' };
const envelope = fc.uint8Array({ minLength: 1, maxLength: 400 }).map((bytes) => new Uint8Array(bytes));

function frameOf(envelopes: readonly Uint8Array<ArrayBuffer>[]) {
  const named = envelopes.map(({ length }) => ({ id: ID, length }));
  return encodeUp({ ...head, envelopes: named }, envelopes);
}

describe('a frame', () => {
  it('gives back the head and each envelope', () => {
    fc.assert(
      fc.property(fc.array(envelope, { maxLength: 8 }), (envelopes) => {
        const decoded = decodeUp(frameOf(envelopes));
        if (decoded.kind !== 'ok') throw new Error(decoded.detail);
        expect(decoded.envelopes.map((bytes) => [...bytes])).toEqual(envelopes.map((bytes) => [...bytes]));
        expect(decoded.head.envelopes.map(({ length }) => length)).toEqual(
          envelopes.map(({ length }) => length),
        );
      }),
    );
  });

  it('is read from the middle of a larger buffer', () => {
    const frame = frameOf([new Uint8Array([1, 2, 3])]);
    const larger = new Uint8Array(frame.length + 9);
    larger.set(frame, 5);
    expect(decodeUp(larger.subarray(5, 5 + frame.length)).kind).toBe('ok');
  });

  it('cut anywhere, or with a byte more, is malformed', () => {
    const frame = frameOf([new Uint8Array(20), new Uint8Array(5)]);
    for (let length = 0; length < frame.length; length += 1) {
      expect(decodeUp(frame.slice(0, length)).kind, `${length} bytes`).toBe('malformed');
    }
    expect(decodeUp(new Uint8Array([...frame, 0]))).toEqual({ kind: 'malformed', detail: 'bytes left over' });
  });

  it('of random bytes never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(decodeUp(new Uint8Array(bytes)).kind).toBe('malformed');
      }),
    );
  });

  it('with a head that breaks its schema is malformed', () => {
    const bytes = new TextEncoder().encode(JSON.stringify({ ...head, surprise: 1 }));
    const frame = new Uint8Array([0, 0, 0, bytes.length, ...bytes]);
    expect(decodeUp(frame)).toEqual({ kind: 'malformed', detail: 'head does not match its schema' });
    expect(decodeUp(new Uint8Array([255, 255, 255, 255, 0]))).toEqual({
      kind: 'malformed',
      detail: 'head too long',
    });
  });

  it('of a head that lies about its envelopes is never made', () => {
    const lying = { ...head, envelopes: [{ id: ID, length: 3 }] };
    expect(() => encodeUp(lying, [])).toThrow('number');
    expect(() => encodeUp(lying, [new Uint8Array(4)])).toThrow('length');
  });
});
