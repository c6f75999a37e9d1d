import { describe, expect, it } from 'vitest';
import {
  readTypedDate,
  typeDate,
} from '../../../../../../src/client/features/field/interview/widgets/date-parts.ts';
import { groupDigits } from '../../../../../../src/client/features/field/interview/widgets/group-digits.ts';

const read = (day: string, month: string, year: string) => readTypedDate({ day, month, year });

describe('a date as typed', () => {
  it('keeps what is not known unknown', () => {
    expect(read('', '', '1948')).toEqual({ kind: 'date', date: { year: 1948 } });
    expect(read('', '3', '1948')).toEqual({ kind: 'date', date: { year: 1948, month: 3 } });
    expect(read('09', '03', '1948')).toEqual({ kind: 'date', date: { year: 1948, month: 3, day: 9 } });
  });

  it('waits while it is being typed', () => {
    expect(read('9', '', '')).toEqual({ kind: 'unfinished' });
    expect(read('9', '', '1948')).toEqual({ kind: 'unfinished' });
    expect(read('', '', '194')).toEqual({ kind: 'unfinished' });
    expect(read('', '', '')).toEqual({ kind: 'empty' });
  });

  it('says what cannot be', () => {
    expect(read('30', '02', '1990')).toEqual({ kind: 'wrong', code: 'no-such-day' });
    expect(read('', '13', '')).toEqual({ kind: 'wrong', code: 'no-such-month' });
    expect(read('', '', '0048')).toEqual({ kind: 'wrong', code: 'no-such-year' });
  });

  it('is typed again as it was answered', () => {
    expect(typeDate({ year: 1948 })).toEqual({ day: '', month: '', year: '1948' });
  });
});

describe('digits in groups', () => {
  it.each([
    ['038199000001', '038 199 000001'],
    ['171234567', '171 234 567'],
    ['0381', '038 1'],
    ['', ''],
  ])('%s reads %s', (digits, shown) => expect(groupDigits(digits)).toBe(shown));
});
