import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareFacts,
  findDuplicates,
  type PersonFacts,
  type RecordOfPerson,
} from '../../../../src/domain/citizen/find-duplicates.ts';
import { always } from '../../always.ts';

/** Each syllable as two keyboards write it. */
const SYLLABLES = [
  ['Hòa', 'Hoà'],
  ['Thúy', 'Thuý'],
  ['Lò', 'lo\u0300'],
  ['Đôn', 'đôn'],
  ['Vi', 'VI'],
  ['Mẩy', 'Mẩy'],
] as const;

const twoSpellings = fc
  .array(fc.constantFrom(...SYLLABLES), { minLength: 1, maxLength: 4 })
  .chain((syllables) =>
    fc
      .array(fc.boolean(), { minLength: syllables.length, maxLength: syllables.length })
      .map((which): [string, string] => [
        syllables.map(([first]) => first).join(' '),
        syllables.map(([first, second], i) => (which[i] === true ? second : first)).join('  '),
      ]),
  );

const facts: fc.Arbitrary<PersonFacts> = fc.record(
  {
    name: fc.oneof(
      twoSpellings.map(([name]) => name),
      fc.constantFrom('', '  '),
    ),
    nationalId: fc.constantFrom('038199000001', '038 199 000 001', '171234567', '03819', '', 'không'),
    birthYear: fc.integer({ min: 1940, max: 1943 }),
    commune: fc.constantFrom('14923', '14956'),
    village: fc.constantFrom('Bản Đôn', 'Đôn', 'thôn Đôn', 'Bản Hiêu', '', 'Bản'),
  },
  { requiredKeys: [] },
);

describe('whether two records may be about one person', () => {
  it('is the same from either side', () => {
    always(fc.property(facts, facts, (a, b) => compareFacts(a, b) === compareFacts(b, a)));
  });

  it('does not hang on accents, letter case, or where a keyboard puts the tone mark', () => {
    always(
      fc.property(twoSpellings, ([one, other]) => {
        const person = { birthYear: 1990, village: 'Bản Hòa' };
        expect(compareFacts({ ...person, name: one }, { ...person, name: other, village: 'ban Hoà' })).toBe(
          'same-name-and-year',
        );
      }),
    );
  });

  it('never says so by the name alone, nor by a part that is missing on either side', () => {
    always(
      fc.property(facts, facts, fc.constantFrom('name', 'birthYear', 'village'), (a, b, missing) => {
        const { [missing]: _gone, nationalId: _number, ...less } = a as Record<string, unknown>;
        expect(compareFacts(less, b)).toBeUndefined();
      }),
    );
  });

  it('knows a number however it was spaced, and no number in what is none', () => {
    expect(compareFacts({ nationalId: '038199000001' }, { nationalId: '038 199 000.001' })).toBe(
      'same-number',
    );
    expect(compareFacts({ nationalId: '03819' }, { nationalId: '03819' })).toBeUndefined();
    expect(compareFacts({ nationalId: '' }, { nationalId: '' })).toBeUndefined();
  });

  it('takes "Đôn" and "thôn Đôn" for Bản Đôn, but not in another commune', () => {
    const one = { name: 'Lò Thị Mẩy', birthYear: 1999, commune: '14923', village: 'Bản Đôn' };
    expect(compareFacts(one, { ...one, village: 'đôn' })).toBe('same-name-and-year');
    expect(compareFacts(one, { ...one, village: 'Thôn Đôn' })).toBe('same-name-and-year');
    expect(compareFacts(one, { ...one, commune: '14956' })).toBeUndefined();
    expect(compareFacts(one, { ...one, birthYear: 1998 })).toBeUndefined();
  });
});

describe('what is looked for doubles of', () => {
  const person = { nationalId: '038199000001' };
  const record = (id: string, more: Partial<RecordOfPerson> = {}): RecordOfPerson => ({
    id,
    kind: 'dossier',
    procedureId: 'birth-registration',
    person,
    ...more,
  });
  const idsOf = (about: RecordOfPerson, others: readonly RecordOfPerson[]) =>
    findDuplicates(about, others).map(({ record: { id } }) => id);

  it('for an account any account; for a dossier the same procedure', () => {
    const account = { kind: 'account', procedureId: 'account-registration' } as const;
    const others = [
      record('account', account),
      record('account of the office', { ...account, procedureId: 'from-the-office' }),
      record('birth'),
      record('death', { procedureId: 'death-registration' }),
    ];
    expect(idsOf(record('mine', account), others)).toEqual(['account', 'account of the office']);
    expect(idsOf(record('mine'), others)).toEqual(['birth']);
  });

  it('never itself, nor what mends it or is mended by it', () => {
    expect(
      idsOf(record('mine', { replaces: 'old' }), [
        record('mine'),
        record('old'),
        record('newer', { replaces: 'mine' }),
        record('other'),
      ]),
    ).toEqual(['other']);
  });
});
