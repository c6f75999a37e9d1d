import { describe, expect, it } from 'vitest';
import {
  maskNationalId,
  nationalIdWarnings,
  parseNationalId,
} from '../../../../src/domain/citizen/national-id.ts';

describe('a personal number', () => {
  it('is twelve digits, with the spaces people write', () => {
    expect(parseNationalId(' 0381 9900 0001 ')).toEqual({
      kind: 'personal-number',
      value: '038199000001',
      registeredAt: '038',
      sex: 'female',
      birthYear: 1999,
    });
  });

  it.each([
    ['038068000001', 'male', 1968],
    ['038168000001', 'female', 1968],
    ['038215000001', 'male', 2015],
    ['038315000001', 'female', 2015],
    ['038400000001', 'male', 2100],
  ])('%s says %s, born %i', (number, sex, birthYear) => {
    expect(parseNationalId(number)).toMatchObject({ sex, birthYear });
  });

  it('keeps an old number of nine digits apart, and refuses the rest', () => {
    expect(parseNationalId('171234567')).toEqual({ kind: 'old-number', value: '171234567' });
    for (const wrong of ['', '12345678', '0381990000012', '03819900000a', '17123456七']) {
      expect(parseNationalId(wrong), wrong).toEqual({ kind: 'invalid' });
    }
  });
});

describe('cross-checks', () => {
  it('warn about what differs, and only about what was declared', () => {
    const number = '038199000001';
    expect(nationalIdWarnings(number, {})).toEqual([]);
    expect(nationalIdWarnings(number, { sex: 'female', birthDate: { year: 1999 } })).toEqual([]);
    expect(nationalIdWarnings(number, { sex: 'male' })).toEqual(['sex-differs']);
    expect(nationalIdWarnings(number, { sex: 'male', birthDate: { year: 1968, month: 3 } })).toEqual([
      'sex-differs',
      'birth-year-differs',
    ]);
  });

  it('say nothing about an old number', () => {
    expect(nationalIdWarnings('171234567', { sex: 'male', birthDate: { year: 1968 } })).toEqual([]);
  });
});

describe('masking', () => {
  it('shows both ends only', () => {
    expect(maskNationalId('038199000001')).toBe('038•••••0001');
    expect(maskNationalId('171234567')).toBe('171••4567');
    expect(maskNationalId('1234567')).toBe('•••••••');
  });
});
