import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatIsoPartial, type PartialDate } from '../../../../src/domain/citizen/partial-date.ts';
import { isBirthDateKnown, readSlipCode } from '../../../../src/domain/dossier/look-up.ts';
import { makeProvisionalReference } from '../../../../src/domain/dossier/provisional-reference.ts';

describe('the code of a slip', () => {
  it('is read however it is typed, and a slip of the finger is found', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 5, maxLength: 5 }), (bytes) => {
        const reference = makeProvisionalReference(Uint8Array.from(bytes));
        expect(readSlipCode(` ${reference.toLowerCase().replaceAll('-', ' ')}`)).toBe(reference);
        const last = reference.endsWith('0') ? '1' : '0';
        expect(readSlipCode(reference.slice(0, -1) + last)).toBeUndefined();
      }),
    );
  });

  it.each([
    ['000.00.00.H56-261128-0001', '000.00.00.H56-261128-0001'],
    [' 000.17.22.h56-210531-0001 ', '000.17.22.H56-210531-0001'],
    ['G09.20-20260609-0092637', 'G09.20-20260609-0092637'],
    ['', undefined],
    ['hà thị mây', undefined],
    ["' or 1=1 --", undefined],
    ['TAM-0000', undefined],
  ])('%s is %s', (typed, read) => expect(readSlipCode(typed)).toBe(read));
});

const full = fc.record({
  year: fc.integer({ min: 1920, max: 2026 }),
  month: fc.integer({ min: 1, max: 12 }),
  day: fc.integer({ min: 1, max: 28 }),
});
const partsKnown = fc.constantFrom(1, 2, 3);
const upTo = (date: Required<PartialDate>, parts: number): PartialDate => ({
  year: date.year,
  ...(parts > 1 && { month: date.month }),
  ...(parts > 2 && { day: date.day }),
});

describe('the birth date beside it', () => {
  it('must be known as far as it is on record, and no farther', () => {
    fc.assert(
      fc.property(full, partsKnown, partsKnown, (date, recorded, said) => {
        const onRecord = formatIsoPartial(upTo(date, recorded));
        expect(isBirthDateKnown(onRecord, upTo(date, said))).toBe(said >= recorded);
        const other = { ...date, year: date.year - 1 };
        expect(isBirthDateKnown(onRecord, upTo(other, said))).toBe(false);
      }),
    );
  });

  it('opens nothing where none is on record', () => {
    expect(isBirthDateKnown(null, { year: 1968 })).toBe(false);
  });
});
