import { describe, expect, it } from 'vitest';
import { parseCardQr } from '../../../../src/domain/citizen/card-qr.ts';
import { withoutCapitals } from '../../../../src/domain/citizen/name-case.ts';

// Made-up people; the numbers are in the range of test vectors.
const SEVEN =
  '038199000001|171234567|Lò Thị Mẩy|09031999|Nữ|Thôn Đôn, Thành Sơn, Bá Thước, Thanh Hóa|15042021';

describe('the code of a card', () => {
  it('has seven fields', () => {
    expect(parseCardQr(SEVEN)).toEqual({
      kind: 'card',
      card: {
        number: '038199000001',
        oldNumber: '171234567',
        name: 'Lò Thị Mẩy',
        birthDate: { year: 1999, month: 3, day: 9 },
        sex: 'female',
        residence: 'Thôn Đôn, Thành Sơn, Bá Thước, Thanh Hóa',
        issuedOn: { year: 2021, month: 4, day: 15 },
        extra: [],
      },
    });
  });

  it('may leave the old number empty, or leave it out', () => {
    const expected = parseCardQr(SEVEN.replace('171234567', ''));
    expect(expected).toMatchObject({ kind: 'card', card: { name: 'Lò Thị Mẩy' } });
    expect(parseCardQr(SEVEN.replace('|171234567', ''))).toEqual(expected);
    expect(parseCardQr(SEVEN.replace('171234567', '038199000001'))).toEqual(expected);
  });

  it('may carry labels, spaces, slashes, and accents in pieces', () => {
    const written =
      'CCCD: 0381 9900 0001|CMND:171234567|Họ tên: Lò  Thị Mẩy |09/03/1999|Giới tính: Nữ|Thôn Đôn, Thành Sơn, Bá Thước, Thanh Hóa|15-04-2021\n';
    expect(parseCardQr(written.normalize('NFD'))).toEqual(parseCardQr(SEVEN));
  });

  it('keeps what is behind, uninterpreted, where a new card says more', () => {
    expect(parseCardQr(`${SEVEN}||Lò Văn A|Hà Thị B|`)).toMatchObject({
      card: { issuedOn: { year: 2021 }, extra: ['', 'Lò Văn A', 'Hà Thị B', ''] },
    });
  });

  it.each([
    ['00001968', { year: 1968 }],
    ['00031968', { year: 1968, month: 3 }],
    ['00/03/1968', { year: 1968, month: 3 }],
    ['09001968', { year: 1968 }],
    ['1968', { year: 1968 }],
    ['00000000', undefined],
    ['', undefined],
  ])('takes %j for a birth of which that much is known', (written, birthDate) => {
    const read = parseCardQr(SEVEN.replace('09031999', written));
    expect(read.kind === 'card' ? read.card.birthDate : read.kind).toEqual(birthDate);
  });

  it('may have neither address nor day of issue', () => {
    const read = parseCardQr('038199000001||Lò Thị Mẩy|09031999|Nữ');
    expect(read.kind).toBe('card');
    expect(read).not.toHaveProperty('card.residence');
    expect(read).not.toHaveProperty('card.issuedOn');
  });

  it.each([
    ['8934563138164', 'not-a-card'],
    ['', 'not-a-card'],
    ['https://example.org/?a=1|2', 'not-a-card'],
    ['x'.repeat(9000), 'too-long'],
    ['038199000001||Lò Thị Mẩy', 'too-few-fields'],
    [SEVEN.replace('038199000001', '03819900000'), 'wrong-number'],
    [SEVEN.replace('Lò Thị Mẩy', 'Lò 7'), 'wrong-name'],
    [SEVEN.replace('Lò Thị Mẩy', ''), 'wrong-name'],
    [SEVEN.replace('09031999', '31021999'), 'wrong-birth-date'],
    [SEVEN.replace('Nữ', 'Khác'), 'wrong-sex'],
    [SEVEN.replace('15042021', '150421'), 'wrong-issue-date'],
  ])('%j is %s', (text, kind) => {
    expect(parseCardQr(text)).toEqual({ kind });
  });
});

describe('a name in capitals', () => {
  it.each([
    ['BÙI THỊ MẬU', 'Bùi Thị Mậu'],
    ["HÀ THỊ H'LAN", "Hà Thị H'Lan"],
    ['Y PHÔN', 'Y Phôn'],
    ['ĐINH Ỷ-LAN', 'Đinh Ỷ-Lan'],
    ['Lò thị Mẩy', 'Lò thị Mẩy'],
  ])('%s is written %s', (printed, written) => {
    expect(withoutCapitals(printed)).toBe(written);
  });
});
