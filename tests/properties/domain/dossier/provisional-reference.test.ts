import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ProvisionalReference } from '../../../../src/contract/ids.ts';
import { CROCKFORD } from '../../../../src/domain/dossier/crockford.ts';
import {
  makeProvisionalReference,
  PROVISIONAL_REFERENCE_BYTES,
  parseProvisionalReference,
} from '../../../../src/domain/dossier/provisional-reference.ts';

const bytes = fc.uint8Array({
  minLength: PROVISIONAL_REFERENCE_BYTES,
  maxLength: PROVISIONAL_REFERENCE_BYTES,
});
/** Places of the nine symbols in `TAM-XXXX-XXXX-C`. */
const PLACES = [4, 5, 6, 7, 9, 10, 11, 12, 14];

describe('a provisional reference', () => {
  it('has the shape of the contract and is read back, however it is typed', () => {
    fc.assert(
      fc.property(bytes, (random) => {
        const reference = makeProvisionalReference(random);
        expect(ProvisionalReference.parse(reference)).toBe(reference);
        const typed = [
          reference,
          reference.toLowerCase(),
          reference.replaceAll('-', ''),
          ` ${reference.replaceAll('-', ' ')} `,
          reference.slice(0, 4) + reference.slice(4).replaceAll('0', 'o').replaceAll('1', 'l'),
        ];
        for (const text of typed) {
          expect(parseProvisionalReference(text)).toEqual({ kind: 'reference', value: reference });
        }
      }),
    );
  });

  it('finds every single wrong symbol', () => {
    fc.assert(
      fc.property(bytes, (random) => {
        const reference = makeProvisionalReference(random);
        for (const place of PLACES) {
          for (const symbol of CROCKFORD) {
            if (symbol === reference[place]) continue;
            const wrong = reference.slice(0, place) + symbol + reference.slice(place + 1);
            expect(parseProvisionalReference(wrong)).toEqual({ kind: 'mistyped' });
          }
        }
      }),
      { numRuns: 20 },
    );
  });

  it('finds every exchange of two symbols, neighbours or not', () => {
    fc.assert(
      fc.property(bytes, (random) => {
        const signs = [...makeProvisionalReference(random)];
        for (const a of PLACES) {
          for (const b of PLACES) {
            if (signs[a] === signs[b]) continue;
            const wrong = signs
              .map((sign, at) => (at === a ? signs[b] : at === b ? signs[a] : sign))
              .join('');
            expect(parseProvisionalReference(wrong)).toEqual({ kind: 'mistyped' });
          }
        }
      }),
      { numRuns: 50 },
    );
  });

  it('differs where its forty bits differ', () => {
    fc.assert(
      fc.property(bytes, bytes, (a, b) => {
        fc.pre(a.some((byte, at) => byte !== b[at]));
        expect(makeProvisionalReference(a)).not.toBe(makeProvisionalReference(b));
      }),
    );
  });

  it('does not take anything else for one', () => {
    for (const text of [
      '',
      'TAM',
      'TAM-0000-0000',
      '000.00.00.H56-261123-0001',
      'TAM-UUUU-0000-0',
      'TAM-0000-0000-00',
    ]) {
      expect(parseProvisionalReference(text), text).toEqual({ kind: 'not-a-reference' });
    }
    expect(parseProvisionalReference('TAM-0000-0000-0')).toEqual({
      kind: 'reference',
      value: 'TAM-0000-0000-0',
    });
    expect(() => makeProvisionalReference(new Uint8Array(4))).toThrow('5 bytes');
  });
});
