import { describe, expect, it } from 'vitest';
import { parseMrz } from '../../../../src/domain/citizen/mrz.ts';
import { checkDigit } from '../../../../src/domain/citizen/mrz-lines.ts';

const TODAY = '2026-11-28';
// The synthetic vector of DOMAIN section 3.3.
const ONE = 'IDVNM1990000014038199000001<<1';
const TWO = '9901018F3901016VNM<<<<<<<<<<<6';
const THREE = 'BUI<<THI<MAU<<<<<<<<<<<<<<<<<<';

/** Line two with its own digits made right, and the last one over both lines. */
function lineTwo(birth: string, sex: string, expiry: string, check = checkDigit(expiry), one = ONE): string {
  const start = `${birth + checkDigit(birth) + sex + expiry + check}VNM<<<<<<<<<<<`;
  return start + checkDigit(one.slice(5) + start.slice(0, 7) + start.slice(8, 15) + start.slice(18));
}
const problems = (...lines: [string, string, string]) => {
  const read = parseMrz(lines, TODAY);
  return read.kind === 'wrong' ? read.lines : read.kind;
};

describe('three lines', () => {
  it('say number, birth, sex, expiry and a name without accents', () => {
    expect(parseMrz([ONE, TWO, THREE], TODAY)).toEqual({
      kind: 'card',
      card: {
        number: '038199000001',
        sex: 'female',
        birthDate: { year: 1999, month: 1, day: 1 },
        expiresOn: { year: 2039, month: 1, day: 1 },
        plainName: 'BUI THI MAU',
        sexDiffers: false,
      },
    });
  });

  it('may be typed as people type', () => {
    const expected = parseMrz([ONE, TWO, THREE], TODAY);
    expect(
      parseMrz(['idvnm 1990000014 038199000001 «1', '9901018f3901016vnm6', 'Bùi<<Thị<Mậu'], TODAY),
    ).toEqual(expected);
    expect(parseMrz(['IDVNM19900000140381990000011', '9901018F3901016VNM6', 'BUI THI MAU'], TODAY)).toEqual(
      expected,
    );
    expect(parseMrz([ONE, TWO, ''], TODAY)).not.toHaveProperty('card.plainName');
  });

  it.each([
    ['<<<<<<', '<'],
    ['<<<<<<', '0'],
    ['991231', undefined],
  ])('may have no expiry (%s)', (expiry, check) => {
    const read = parseMrz([ONE, lineTwo('990101', 'F', expiry, check), THREE], TODAY);
    expect(read).toMatchObject({ kind: 'card', card: { expiresOn: 'never' } });
  });

  it('leave unknown what nobody knows', () => {
    for (const birth of ['990000', '99<<<<']) {
      const read = parseMrz([ONE, lineTwo(birth, 'F', '390101'), THREE], TODAY);
      expect(read.kind === 'card' ? read.card.birthDate : read).toEqual({ year: 1999 });
    }
  });

  it('tell the century by the number, by the day, or not at all', () => {
    const numbered = (number: string) => {
      const card = number.slice(3);
      return `IDVNM${card}${checkDigit(card)}${number}<<${checkDigit(number)}`;
    };
    const born = (number: string, birth: string) => {
      const one = numbered(number);
      const read = parseMrz([one, lineTwo(birth, 'F', '390101', undefined, one), ''], TODAY);
      return read.kind === 'card' ? read.card.birthDate : read;
    };
    expect(born('038320000001', '200301')).toEqual({ year: 2020, month: 3, day: 1 });
    expect(born('038120000001', '200301')).toEqual({ year: 1920, month: 3, day: 1 });
    expect(born('038168000001', '700301')).toEqual({ year: 1970, month: 3, day: 1 });
    expect(born('038168000001', '200301')).toBeUndefined();
  });

  it('say that the number tells the other sex', () => {
    expect(parseMrz([ONE, TWO.replace('F', 'M'), THREE], TODAY)).toMatchObject({
      card: { sexDiffers: true },
    });
  });
});

describe('line by line', () => {
  it.each([
    ['', 'empty'],
    [ONE.slice(0, 29), 'too-short'],
    [`${ONE}1`, 'too-long'],
    [ONE.replace('<<', '**'), 'wrong-character'],
    [ONE.replace('VNM', 'LAO'), 'not-vietnamese'],
    [ONE.replace('1990000014', '1990000024'), 'wrong-card-number'],
    [ONE.replace('038199000001', '038199000002'), 'wrong-personal-number'],
    [`IDVNM1990000113${ONE.slice(15)}`, 'wrong-card-number'],
    [`IDVNM199000011${checkDigit('199000011')}${ONE.slice(15)}`, 'numbers-differ'],
  ])('the first: %s is %s', (line, problem) => {
    expect(problems(line, TWO, THREE)[0]).toBe(problem);
  });

  it.each([
    ['', 'empty'],
    [TWO.replace('9901018', '9901028'), 'wrong-birth-date'],
    [TWO.replace('9901018', `991301${checkDigit('991301')}`), 'wrong-birth-date'],
    [TWO.replace('F', 'X'), 'wrong-sex'],
    [TWO.replace('3901016', '3901017'), 'wrong-expiry-date'],
    [TWO.replace('VNM', 'LAO'), 'not-vietnamese'],
    [TWO.replace(/6$/, '7'), 'wrong-whole-check'],
  ])('the second: %s is %s', (line, problem) => {
    expect(problems(ONE, line, THREE)).toEqual([undefined, problem, undefined]);
  });

  it('the third: letters and fillers', () => {
    expect(problems(ONE, TWO, 'BUI<<THI<M4U')).toEqual([undefined, undefined, 'wrong-name']);
    expect(problems(ONE, TWO, `${'A'.repeat(31)}`)).toEqual([undefined, undefined, 'too-long']);
  });
});
