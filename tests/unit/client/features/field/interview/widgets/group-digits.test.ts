import { describe, expect, it } from 'vitest';
import {
  groupDigits,
  groupPhone,
} from '../../../../../../../src/client/features/field/interview/widgets/group-digits.ts';

describe('numbers in the groups in which they are read aloud', () => {
  it.each([
    ['038199000001', '038 199 000001'],
    ['171234567', '171 234 567'],
    ['0381', '038 1'],
  ])('the personal number %s', (digits, shown) => {
    expect(groupDigits(digits)).toBe(shown);
  });

  it.each([
    ['0912345678', '0912 345 678'],
    ['0912 345 6', '0912 345 6'],
    ['0912', '0912'],
    ['+84912345678', '+84912345678'],
    ['0237.3833', '0237.3833'],
  ])('the telephone %s', (typed, shown) => {
    expect(groupPhone(typed)).toBe(shown);
  });
});
