import fc from 'fast-check';
import { deflateSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { concatBytes, utf8 } from '../../../../src/contract/bytes.ts';
import { MAX_ENVELOPE_BYTES, writeHeader } from '../../../../src/contract/envelope/layout.ts';
import { generateKeyPair, rawPublicKeyOf } from '../../../../src/contract/keys.ts';
import type { UpHead } from '../../../../src/contract/up/up-message.ts';
import { createUpReader, type UpPart } from '../../../../src/contract/up/up-reader.ts';
import {
  encodeUp,
  MAX_BACKUP_BYTES,
  MAX_INLINE_ATTACHMENT_BYTES,
  MAX_ITEMS,
  type UpItem,
} from '../../../../src/contract/up/up-stream.ts';

const ID = '0192f0a0-0000-7000-8000-000000000001';
const head: UpHead = { contractVersion: 2, appVersion: '0.1.0', cursor: 7, asked: [[ID, 'abcdefgh']] };
const body = fc.uint8Array({ minLength: 1, maxLength: 400 }).map((bytes) => new Uint8Array(bytes));
const item: fc.Arbitrary<UpItem> = fc.oneof(
  body.map((bytes): UpItem => ({ kind: 'envelope', id: ID, bytes })),
  body.map((bytes): UpItem => ({ kind: 'attachment', id: ID, bytes })),
  fc
    .record({ bytes: body, at: fc.date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true }) })
    .map(({ bytes, at }): UpItem => ({ kind: 'backup', id: ID, updatedAt: at.toISOString(), bytes })),
);

/** Reads a stream that comes in pieces of the given lengths, the rest at the end. */
function readIn(bytes: Uint8Array, pieces: readonly number[]): UpPart[] {
  const reader = createUpReader();
  const parts: UpPart[] = [];
  let at = 0;
  for (const length of [...pieces, bytes.length]) {
    parts.push(...reader.push(bytes.subarray(at, at + length)));
    at = Math.min(bytes.length, at + length);
  }
  return parts;
}
const kinds = (parts: readonly UpPart[]) => parts.map(({ kind }) => kind);
const detailOf = (bytes: Uint8Array) => {
  const last = readIn(bytes, []).at(-1);
  return last?.kind === 'malformed' ? last.detail : `${last?.kind}`;
};
const bare = encodeUp({ ...head, asked: [] }, []).signed;

describe('a sync request', () => {
  it('gives back head and items, in whatever pieces it comes', () => {
    fc.assert(
      fc.property(
        fc.array(item, { maxLength: 6 }),
        fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 60 }),
        (items, pieces) => {
          const { body: bytes, signed } = encodeUp(head, items);
          const [first, ...others] = readIn(bytes, pieces);
          expect(first).toEqual({ kind: 'head', head, signed });
          expect(others.at(-1)).toEqual({ kind: 'end' });
          const arrived = others.flatMap((part) => (part.kind === 'item' ? [part.item] : []));
          // Random bytes are no envelope, and so nobody's.
          expect(arrived).toEqual(
            items.map((sent) => (sent.kind === 'envelope' ? { ...sent, id: undefined } : sent)),
          );
        },
      ),
    );
  });

  it('carries an envelope thin where it fits the head, whole where it does not, and gives back the same bytes', async () => {
    const { id: recipientKeyId, publicKey } = await generateKeyPair('sealing');
    const contractVersion = 2;
    const header = writeHeader({ id: ID, kind: 'dossier', contractVersion, recipientKeyId });
    // Laid out as an envelope is: what is sealed is of no matter here.
    const ciphertext = crypto.getRandomValues(new Uint8Array(500));
    const bytes = concatBytes(header, await rawPublicKeyOf(publicKey), ciphertext);
    const item: UpItem = { kind: 'envelope', id: ID, bytes };
    const thin = encodeUp({ ...head, sealed: { recipientKeyId, contractVersion } }, [item]);
    const other = encodeUp({ ...head, sealed: { recipientKeyId: 'AAAAAAAAAAA', contractVersion } }, [item]);
    const whole = encodeUp(head, [item]);
    expect(thin.body.length - thin.signed.length).toBe(bytes.length - 47 + 5);
    for (const { body, signed } of [thin, other, whole]) {
      expect(readIn(body, [])).toEqual([
        { kind: 'head', head: expect.anything(), signed },
        { kind: 'item', item },
        { kind: 'end' },
      ]);
    }
    expect(other.body.length - other.signed.length).toBe(bytes.length + 5);
  });

  it('cut anywhere gives what was whole before, and no end', () => {
    const items: UpItem[] = [3, 20, 5].map((length) => ({
      kind: 'attachment',
      id: ID,
      bytes: new Uint8Array(length),
    }));
    const { body: bytes, signed } = encodeUp(head, items);
    for (let length = 0; length < bytes.length; length += 1) {
      const parts = kinds(readIn(bytes.subarray(0, length), []));
      let wholeUntil = signed.length;
      const whole = items.filter((sent) => {
        wholeUntil += 20 + sent.bytes.length;
        return wholeUntil <= length;
      });
      const expected = length < signed.length ? [] : ['head', ...whole.map(() => 'item')];
      expect(parts, `${length} bytes`).toEqual(expected);
    }
  });

  it('of random bytes never throws, and is never taken for one', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.array(fc.nat(40)), (bytes, pieces) => {
        expect(kinds(readIn(bytes, pieces))).not.toContain('head');
        const hostile = concatBytes(bare, bytes);
        for (const part of readIn(hostile, pieces).slice(1))
          expect(['item', 'end', 'malformed']).toContain(part.kind);
      }),
    );
  });

  it.each<[string, Uint8Array]>([
    ['no sync request', utf8('VBU1 and more')],
    ['no sync request', new Uint8Array(8)],
    ['head too long', concatBytes(utf8('VBU2'), Uint8Array.of(0, 1, 0, 1))],
    ['head does not match its schema', framed(JSON.stringify({ ...head, surprise: 1 }))],
    ['head does not match its schema', framed('no JSON')],
    ['head does not match its schema', concatBytes(utf8('VBU2'), Uint8Array.of(0, 0, 0, 2, 255, 255))],
    ['head does not match its schema', framed(JSON.stringify({ ...head, pad: 'x'.repeat(300_000) }))],
    ['item of kind 9', concatBytes(bare, Uint8Array.of(9))],
    ['item too long', concatBytes(bare, Uint8Array.of(2, 255, 255, 255))],
    ['item too long', concatBytes(bare, Uint8Array.of(3, 1, 0, 0))],
    ['item too short', concatBytes(bare, Uint8Array.of(3, 0, 0, 15), new Uint8Array(15))],
    ['item too short', concatBytes(bare, Uint8Array.of(4, 0, 0, 23), new Uint8Array(23))],
    [
      'item too short',
      concatBytes(bare, Uint8Array.of(4, 0, 0, 24), new Uint8Array(16), new Uint8Array(8).fill(255)),
    ],
    ['bytes after the end', concatBytes(bare, Uint8Array.of(0, 0))],
  ])('that is hostile is %s, and waits for nothing', (detail, bytes) => {
    expect(detailOf(bytes)).toBe(detail);
  });

  it('with bytes after its end in another piece is malformed from there', () => {
    const reader = createUpReader();
    expect(kinds(reader.push(concatBytes(bare, Uint8Array.of(0))))).toEqual(['head', 'end']);
    expect(reader.push(new Uint8Array())).toEqual([]);
    expect(kinds(reader.push(Uint8Array.of(1)))).toEqual(['malformed']);
  });

  it('of a thin envelope without anything to complete it by names nobody', () => {
    const parts = readIn(concatBytes(bare, Uint8Array.of(1, 0, 0, 3, 2, 1, 0), Uint8Array.of(0)), []);
    expect(parts[1]).toMatchObject({ kind: 'item', item: { kind: 'envelope', id: undefined } });
  });

  it('counts its items, and ends there', () => {
    const one = concatBytes(Uint8Array.of(2, 0, 0, 1), Uint8Array.of(1));
    const many = concatBytes(bare, ...Array.from({ length: MAX_ITEMS + 1 }, () => one));
    const parts = readIn(many, []);
    expect(kinds(parts).filter((kind) => kind === 'item')).toHaveLength(MAX_ITEMS);
    expect(parts.at(-1)).toEqual({ kind: 'malformed', detail: 'too many items' });
  });

  it('is put together once per byte, however small the pieces', () => {
    const bytes = new Uint8Array(MAX_INLINE_ATTACHMENT_BYTES).fill(7);
    const { body } = encodeUp(head, [{ kind: 'attachment', id: ID, bytes }]);
    const parts = readIn(
      body,
      Array.from({ length: body.length }, () => 1),
    );
    expect(kinds(parts)).toEqual(['head', 'item', 'end']);
  });

  it('that no office would take is never made', () => {
    const longer = (length: number) => new Uint8Array(length + 1);
    const updatedAt = '2026-11-22T12:00:00.000Z';
    const tooMany = Array.from({ length: MAX_ITEMS + 1 }, (): UpItem => {
      return { kind: 'envelope', id: ID, bytes: new Uint8Array(1) };
    });
    expect(() => encodeUp(head, tooMany)).toThrow('too many');
    for (const item of [
      { kind: 'envelope', id: ID, bytes: longer(MAX_ENVELOPE_BYTES) },
      { kind: 'attachment', id: ID, bytes: longer(MAX_INLINE_ATTACHMENT_BYTES) },
      { kind: 'backup', id: ID, updatedAt, bytes: longer(MAX_BACKUP_BYTES) },
    ] as const)
      expect(() => encodeUp(head, [item])).toThrow('too long');
  });
});

function framed(json: string): Uint8Array {
  const packed = deflateSync(utf8(json));
  return concatBytes(
    utf8('VBU2'),
    Uint8Array.of(0, packed.length >> 16, (packed.length >> 8) & 255, packed.length & 255),
    packed,
  );
}
