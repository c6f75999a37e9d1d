import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { type CardQr, parseCardQr } from '../../../../src/domain/citizen/card-qr.ts';
import { parseMrz } from '../../../../src/domain/citizen/mrz.ts';
import { checkDigit } from '../../../../src/domain/citizen/mrz-lines.ts';
import { daysInMonth, type PartialDate } from '../../../../src/domain/citizen/partial-date.ts';
import { readAddress } from '../../../../src/domain/place/read-address.ts';
import { always } from '../../always.ts';

const TODAY = '2026-11-28';

const anyDate: fc.Arbitrary<PartialDate> = fc
  .record({ year: fc.integer({ min: 1900, max: 2099 }), month: fc.nat(12), day: fc.nat(31) })
  .map(({ year, month, day }) => {
    if (month === 0) return { year };
    return day === 0 || day > daysInMonth(year, month) ? { year, month } : { year, month, day };
  });
const anyDigits = (length: number) =>
  fc.array(fc.nat(9), { minLength: length, maxLength: length }).map((digits) => digits.join(''));
const anyName = fc
  .array(fc.constantFrom('Lò', 'Thị', 'Mẩy', 'Hà', 'Y', "H'Lan", 'Bùi', 'ĐINH', 'Nguyễn', 'Ỷ-Lan'), {
    minLength: 1,
    maxLength: 6,
  })
  .map((words) => words.join(' '));
const anyCard: fc.Arbitrary<CardQr> = fc.record(
  {
    number: anyDigits(12),
    oldNumber: anyDigits(9),
    name: anyName,
    birthDate: anyDate,
    sex: fc.constantFrom('male', 'female'),
    residence: fc.constantFrom('Thôn Đôn, Thành Sơn, Bá Thước, Thanh Hóa', 'Tổ 5, Hà Nội', 'Khu: 3'),
    issuedOn: anyDate,
    extra: fc.array(fc.constantFrom('', 'Lò Văn A', '038199000001'), { maxLength: 4 }),
  },
  { requiredKeys: ['number', 'name', 'sex', 'extra', 'birthDate', 'residence', 'issuedOn'] },
);

const two = (n = 0) => String(n).padStart(2, '0');
const dense = ({ day, month, year }: PartialDate) => `${two(day)}${two(month)}${year}`;
const slashed = ({ day, month, year }: PartialDate) => `${two(day)}/${two(month)}/${year}`;

function write(card: CardQr, style: { slashes: boolean; pieces: boolean; shifted: boolean }): string {
  const date = style.slashes ? slashed : dense;
  const { birthDate, issuedOn } = card;
  const text = [
    card.number,
    ...(style.shifted && card.oldNumber === undefined ? [] : [card.oldNumber ?? '']),
    card.name,
    birthDate === undefined ? '' : date(birthDate),
    card.sex === 'male' ? 'Nam' : 'Nữ',
    card.residence ?? '',
    issuedOn === undefined ? '' : date(issuedOn),
    ...card.extra,
  ].join('|');
  return style.pieces ? text.normalize('NFD') : text;
}

it('a card written in any of its ways is read as it was', () => {
  const anyStyle = fc.record({ slashes: fc.boolean(), pieces: fc.boolean(), shifted: fc.boolean() });
  always(
    fc.property(anyCard, anyStyle, (card, style) => {
      expect(parseCardQr(write(card, style))).toEqual({ kind: 'card', card });
    }),
  );
});

it('hostile text is an answer, never a crash', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc
      .array(
        fc.constantFrom(
          '|',
          ':',
          '00',
          '038199000001',
          'Nam',
          '<',
          ',',
          '\u0000',
          'Thanh Hóa',
          '़',
          '31021999',
        ),
        {
          maxLength: 30,
        },
      )
      .map((parts) => parts.join('')),
  );
  always(
    fc.property(hostile, hostile, hostile, (a, b, c) => {
      expect(parseCardQr(a).kind).toBeTypeOf('string');
      expect(parseMrz([a, b, c], TODAY).kind).toBeTypeOf('string');
      expect(readAddress(a, b).kind).toBeTypeOf('string');
    }),
    100,
  );
});

const anyLines = fc
  .record({
    sex: fc.constantFrom('M', 'F'),
    year: fc.integer({ min: 30, max: 99 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
    province: anyDigits(3),
    order: anyDigits(6),
    expiry: fc.constantFrom('391231', '991231', '300501', '<<<<<<'),
  })
  .map(({ sex, year, month, day, province, order, expiry }) => {
    const number = `${province}${sex === 'M' ? 0 : 1}${year}${order}`;
    const card = number.slice(3);
    const birth = `${year}${two(month)}${two(day)}`;
    const one = `IDVNM${card}${checkDigit(card)}${number}<<${checkDigit(number)}`;
    const start = `${birth}${checkDigit(birth)}${sex}${expiry}${checkDigit(expiry)}VNM<<<<<<<<<<<`;
    const whole = one.slice(5) + start.slice(0, 7) + start.slice(8, 15) + start.slice(18);
    return { one, second: start + checkDigit(whole), number, birth: { year: 1900 + year, month, day } };
  });

it('lines with right check digits are read as they were', () => {
  always(
    fc.property(anyLines, ({ one, second, number, birth }) => {
      expect(parseMrz([one, second, ''], TODAY)).toMatchObject({
        kind: 'card',
        card: { number, birthDate: birth, sexDiffers: false },
      });
    }),
  );
});

it('one wrong sign in the first two lines is found, or changes nothing', () => {
  const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<'.split('');
  always(
    fc.property(anyLines, fc.nat(59), fc.constantFrom(...signs), ({ one, second }, at, sign) => {
      const both = one + second;
      const changed = both.slice(0, at) + sign + both.slice(at + 1);
      const right = parseMrz([one, second, ''], TODAY);
      const read = parseMrz([changed.slice(0, 30), changed.slice(30), ''], TODAY);
      const found = read.kind === 'wrong' || read.card.sexDiffers;
      if (!found) expect(read).toEqual(right);
    }),
    2000,
  );
});
