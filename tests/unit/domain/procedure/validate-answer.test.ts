import { describe, expect, it } from 'vitest';
import type * as z from 'zod';
import type { Answers, AnswerValue } from '../../../../src/domain/procedure/contract/answers.ts';
import type { Question } from '../../../../src/domain/procedure/definition.ts';
import { validateAnswer } from '../../../../src/domain/procedure/run.ts';
import { question } from './sample.ts';

const context = { today: '2026-11-22' };
const photo = '01934c5e-0000-7000-8000-000000000001';

function codes(
  asked: z.input<typeof Question>,
  value: AnswerValue | undefined,
  others: Answers = {},
): string[] {
  return validateAnswer(question(asked), value, others, context).map((problem) => problem.code);
}

type Row = [string, z.input<typeof Question>, AnswerValue | undefined, string[]];

const text = { id: 'q', type: 'text', maxLength: 5 } as const;
const name = { id: 'q', type: 'name' } as const;
const date = { id: 'q', type: 'date' } as const;
const count = { id: 'q', type: 'number', min: 1, max: 9 } as const;
const options = [{ value: 'a' }, { value: 'b' }];
const pick = { id: 'q', type: 'choice' as const, options };
const several = { id: 'q', type: 'choices' as const, options };
const id = { id: 'q', type: 'national-id' } as const;
const place = { id: 'q', type: 'place' } as const;
const paper = { id: 'q', type: 'document', document: 'd' } as const;
const field = { id: 'q', type: 'media', kind: 'photo' } as const;
const sign = { id: 'q', type: 'signature' } as const;
const home = { province: '38', commune: '14956' };

describe('one answer', () => {
  it.each<Row>([
    ['a gap where an answer is needed', text, undefined, ['required']],
    ['blanks are a gap', text, '   ', ['required']],
    ['a gap that is allowed', { ...text, required: false }, undefined, []],
    ['a note is never missing', { id: 'q', type: 'note' }, undefined, []],
    ['"I don\'t know", allowed', { ...text, unknownAllowed: true }, { unknown: true }, []],
    ['"I don\'t know", not allowed', text, { unknown: true }, ['unknown-not-allowed']],
    ['the wrong kind', text, 5, ['wrong-kind']],
    ['another wrong kind', date, 'yesterday', ['wrong-kind']],
    ['a number that is none', count, Number.NaN, ['wrong-kind']],

    ['a short text', text, 'abcde', []],
    ['a long text', text, 'abcdef', ['text-too-long']],

    ['one word', name, 'Pỏm', []],
    ['a hyphen and an apostrophe', name, "H'Lan Niê-Kđăm", []],
    ['decomposed letters', name, 'Bùi Thị Mẩy'.normalize('NFD'), []],
    ['a digit', name, 'Bùi Văn 2', ['name-has-digits']],
    ['a sign', name, 'Bùi @ Văn', ['name-wrong-character']],
    ['seven words', name, 'a b c d e f g', ['name-too-many-words']],
    ['a very long word', name, 'a'.repeat(121), ['name-too-long']],

    ['a year', date, { year: 1948 }, []],
    ['a year where the day is needed', { ...date, precision: 'full' }, { year: 1948 }, ['date-not-full']],
    ['today', date, { year: 2026, month: 11, day: 22 }, []],
    ['this year', date, { year: 2026 }, []],
    ['tomorrow', date, { year: 2026, month: 11, day: 23 }, ['date-in-future']],
    ['next month', date, { year: 2026, month: 12 }, ['date-in-future']],
    ['tomorrow, where that is fine', { ...date, notInFuture: false }, { year: 2026, month: 11, day: 23 }, []],
    ['30 February', date, { year: 2024, month: 2, day: 30 }, ['wrong-kind']],

    ['a time', { id: 'q', type: 'time' }, '03:40', []],
    ['no such time', { id: 'q', type: 'time' }, '24:00', ['time-not-valid']],

    ['a number', count, 9, []],
    ['too small', count, 0, ['number-too-small']],
    ['too large', count, 10, ['number-too-large']],
    ['not whole', count, 1.5, ['number-not-whole']],

    ['what is offered', pick, 'b', []],
    ['what is not', pick, 'c', ['choice-not-offered']],
    ['two of them', several, ['a', 'b'], []],
    ['one of them not offered', several, ['a', 'c'], ['choice-not-offered']],
    ['none of them', several, [], ['required']],

    ['twelve digits with spaces', id, '038 199 000001', []],
    ['eleven digits', id, '03819900000', ['id-not-twelve-digits']],
    ['nine digits', id, '172345678', ['id-not-twelve-digits']],
    ['nine digits, allowed', { ...id, oldNumberAllowed: true }, '172345678', []],
    ['ten digits', { ...id, oldNumberAllowed: true }, '1723456789', ['id-not-twelve-or-nine-digits']],

    ['a mobile', { id: 'q', type: 'phone' }, '0912.345.678', []],
    ['a landline', { id: 'q', type: 'phone' }, '02373900900', ['phone-not-mobile']],
    ['an address', { id: 'q', type: 'email' }, 'may@example.vn', []],
    ['no address', { id: 'q', type: 'email' }, 'may at example', ['email-not-valid']],
    ['an ethnic group in its own word', { id: 'q', type: 'ethnicity' }, 'Thái Đỏ', []],

    ['a code', { id: 'q', type: 'barcode' }, '038199000001|172345678|Lò Thị Mẩy', []],
    ['a code without end', { id: 'q', type: 'barcode' }, 'x'.repeat(1001), ['text-too-long']],
    ['a point on the earth', { id: 'q', type: 'location' }, { latitude: 20.4, longitude: 105.1 }, []],
    ['a point beside it', { id: 'q', type: 'location' }, { latitude: 95, longitude: 105.1 }, ['wrong-kind']],
    ['a photo by itself', field, { media: 'photo', attachments: [photo] }, []],
    ['a voice for a photo', field, { media: 'recording', attachments: [photo] }, ['wrong-kind']],
    ['more than asked', field, { media: 'photo', attachments: [photo, photo] }, ['document-too-many-photos']],
    ['no photo at all', field, { media: 'photo', attachments: [] }, ['required']],

    ['province and commune', place, home, []],
    ['a province alone', place, { province: '38' }, ['place-incomplete']],
    ['nothing at all', place, {}, ['required']],
    ['no village where it is needed', { ...place, detailRequired: true }, home, ['place-detail-missing']],
    [
      'a blank village',
      { ...place, detailRequired: true },
      { ...home, village: ' ' },
      ['place-detail-missing'],
    ],
    ['a village', { ...place, detailRequired: true }, { ...home, village: 'bản Đôn' }, []],
    ['abroad', place, { country: 'LA', detail: 'Hủa Phăn' }, ['place-abroad-not-allowed']],
    ['abroad, allowed', { ...place, abroadAllowed: true }, { country: 'LA' }, []],

    ['a photo', paper, { attachments: [photo], paper: 'photographed' }, []],
    [
      'a photo that is not there',
      paper,
      { attachments: [], paper: 'photographed' },
      ['document-photo-missing'],
    ],
    [
      'a consent refused is an answer',
      { id: 'q', type: 'consent', purpose: 'p', dataCategories: [] },
      { granted: false, at: 'now' },
      [],
    ],
    ['a signature', sign, { method: 'signature', attachment: photo, at: 'now' }, []],
    [
      'a witness without name',
      sign,
      { method: 'witness', attachment: photo, at: 'now' },
      ['witness-name-missing'],
    ],
    ['a witness', sign, { method: 'witness', attachment: photo, witnessName: 'Vi Y', at: 'now' }, []],
  ])('%s', (_, asked, value, expected) => {
    expect(codes(asked, value)).toEqual(expected);
  });
});

describe('one answer beside others', () => {
  it('a date is not before another, as far as both are known', () => {
    const asked = { ...date, notBefore: 'born' } as const;
    expect(codes(asked, { year: 1989, month: 12 }, { born: { year: 1990 } })).toEqual(['date-before']);
    expect(codes(asked, { year: 1990 }, { born: { year: 1990, month: 5 } })).toEqual([]);
    expect(codes(asked, { year: 1990 }, {})).toEqual([]);
  });

  it('a number at odds with sex and birth year is a doubt, never an error', () => {
    const asked = question({ ...id, sexFrom: 'sex', birthDateFrom: 'born' });
    const found = validateAnswer(asked, '038199000001', { sex: 'male', born: { year: 1998 } }, context);
    expect(found.map(({ code, severity }) => [code, severity])).toEqual([
      ['id-sex-differs', 'warning'],
      ['id-birth-year-differs', 'warning'],
    ]);
    expect(validateAnswer(asked, '038199000001', { sex: 'female', born: { year: 1999 } }, context)).toEqual(
      [],
    );
    expect(validateAnswer(asked, '172345678', {}, context).map((one) => one.severity)).toEqual(['error']);
  });

  it('is needed only while what it depends on says so', () => {
    const asked = { ...text, required: { answer: 'other', is: 'x' } } as const;
    expect(codes(asked, undefined, { other: 'x' })).toEqual(['required']);
    expect(codes(asked, undefined, { other: 'y' })).toEqual([]);
    expect(codes(asked, undefined, {})).toEqual([]);
  });
});
