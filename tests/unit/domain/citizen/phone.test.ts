import { expect, it } from 'vitest';
import { parseMobile } from '../../../../src/domain/citizen/phone.ts';

it.each([
  '0912345678',
  '+84 912 345 678',
  '84912345678',
  '0084 912345678',
  '+84 (0)912.345.678',
  '0912-345-678',
])('reads %s as one number', (text) => {
  expect(parseMobile(text)).toEqual({ kind: 'mobile', value: '0912345678', international: '+84912345678' });
});

it.each(['091234567', '09123456789', '01612345678', '0212345678', '02373900900', 'không có', '+85912345678'])(
  '%s is no mobile number',
  (text) => {
    expect(parseMobile(text)).toEqual({ kind: 'not-a-mobile' });
  },
);

it('tells nothing from a wrong number', () => {
  expect(parseMobile(' - ')).toEqual({ kind: 'empty' });
});
