import { describe, expect, it } from 'vitest';
import { findCommune, provinces } from '../../../../src/domain/place/communes.ts';
import formerProvinces from '../../../../src/domain/place/data/former-provinces.json' with { type: 'json' };
import former from '../../../../src/domain/place/data/thanh-hoa-former-communes.json' with { type: 'json' };
import { type ReadAddress, readAddress } from '../../../../src/domain/place/read-address.ts';

const BEFORE = '2022-04-15';
const AFTER = '2026-03-02';

const bare = (name: string) => name.replace(/^(Phường|Xã|Thị trấn|Huyện|Thị xã|Thị Xã|Thành phố) /, '');
const communesOf = (read: ReadAddress): readonly (string | undefined)[] =>
  read.kind === 'place'
    ? [read.place.commune]
    : read.kind === 'ask'
      ? read.choices.map(({ commune }) => commune)
      : [];

describe('every former commune of Thanh Hóa', () => {
  it('stands in 558 rows of 547 units, ten of them split, eighteen names given twice', () => {
    expect(former).toHaveLength(558);
    const units = new Map(former.map(([code = '', name = '']) => [code, name]));
    expect(units.size).toBe(547);
    expect(new Set(former.filter((row) => row[3] === 'part').map(([code]) => code)).size).toBe(10);
    const names = [...units.values()];
    expect(new Set(names.filter((name) => names.indexOf(name) !== names.lastIndexOf(name))).size).toBe(18);
  });

  it('leads to its commune of today by its district, and is asked about where it was split', () => {
    for (const [code = '', name = '', district = '', merge, today = ''] of former) {
      expect(findCommune(today), today).toBeDefined();
      const targets = former.filter(([other]) => other === code).map((row) => row[4]);
      for (const line of [
        `Thôn Đôn, ${name}, ${district}, Tỉnh Thanh Hóa`,
        `Thôn Đôn, ${bare(name)}, ${bare(district)}, Thanh Hóa`,
        `Thôn Đôn, ${bare(name)}, ${bare(district)}, Thanh Hoá`.toUpperCase().normalize('NFD'),
      ]) {
        const read = readAddress(line, BEFORE);
        expect(communesOf(read), line).toEqual(targets);
        expect(read.kind, line).toBe(merge === 'part' ? 'ask' : 'place');
      }
    }
  });

  it('is never taken for another of its name where the district is left out', () => {
    for (const [, name = '', , merge, today = ''] of former) {
      const line = `Thôn Đôn, ${name}, Thanh Hóa`;
      const read = readAddress(line, BEFORE);
      expect(communesOf(read), line).toContain(today);
      const sameName = new Set(former.filter((row) => row[1] === name).map((row) => row[4]));
      if (merge === 'part' || sameName.size > 1) expect(read.kind, line).toBe('ask');
    }
  });
});

describe('an address on a card', () => {
  it('keeps village and house', () => {
    expect(readAddress('Thôn Đôn, Thành Sơn, Bá Thước, Thanh Hóa', BEFORE)).toEqual({
      kind: 'place',
      place: { province: '38', commune: '14956', village: 'Thôn Đôn' },
    });
    expect(readAddress('Số 4, Bản Đôn, Xã Thành Lâm, Huyện Bá Thước, Tỉnh Thanh Hóa', BEFORE)).toEqual({
      kind: 'place',
      place: { province: '38', commune: '14956', village: 'Bản Đôn', detail: 'Số 4' },
    });
    expect(readAddress('12 Lê Lợi, Ba Đình, TP. Thanh Hóa, Thanh Hóa', BEFORE)).toMatchObject({
      place: { commune: '14797', detail: '12 Lê Lợi' },
    });
  });

  it('is asked about where a unit was split', () => {
    expect(readAddress('Khu 3, TT Sơn Lư, Quan Sơn, Thanh Hóa', BEFORE)).toEqual({
      kind: 'ask',
      choices: [
        { province: '38', commune: '15016', village: 'Khu 3' },
        { province: '38', commune: '15019', village: 'Khu 3' },
      ],
    });
  });

  it('is asked about where a name occurs twice and no district tells', () => {
    const read = readAddress('Bản Pù, Thành Sơn, Thanh Hóa', BEFORE);
    expect(read.kind).toBe('ask');
    expect([...communesOf(read)].sort()).toEqual(['14872', '14956']);
  });

  it('of after the reform has two tiers', () => {
    expect(readAddress('Bản Đôn, Xã Pù Luông, Thanh Hóa', AFTER)).toMatchObject({
      kind: 'place',
      place: { commune: '14956', village: 'Bản Đôn' },
    });
    expect(readAddress('Thôn 5, Bá Thước, Thanh Hóa', AFTER)).toMatchObject({
      kind: 'place',
      place: { commune: '14923' },
    });
  });

  it('is asked about where a district and a commune of today have one name', () => {
    const line = 'Thành Sơn, Bá Thước, Thanh Hóa';
    expect(readAddress(line, BEFORE)).toMatchObject({ kind: 'place', place: { commune: '14956' } });
    for (const issuedOn of [AFTER, '2025', '2025-07', undefined]) {
      expect(readAddress(line, issuedOn), issuedOn ?? 'unknown').toMatchObject({
        kind: 'ask',
        choices: [{ commune: '14956' }, { commune: '14923', village: 'Thành Sơn' }],
      });
    }
  });

  it('is asked about where the district was dissolved earlier or misspelt', () => {
    // Đông Sơn was a district until 2024, and is the name of wards of two towns.
    const read = readAddress('Thôn 5, Đông Minh, Đông Sơn, Thanh Hóa', BEFORE);
    expect(read.kind).toBe('ask');
    expect(communesOf(read)).toContain('16378');
    expect(readAddress('Bản Đôn, Thành Lâm, Bá Thuốt, Thanh Hóa', BEFORE)).toMatchObject({
      kind: 'ask',
      choices: [{ commune: '14956' }],
    });
    expect(readAddress('Thôn 5, Thiệu Hóa, Thanh Hóa', BEFORE).kind).toBe('ask');
  });

  it('tells names that differ in marks only, and asks where the marks are gone', () => {
    expect(communesOf(readAddress('Thôn 1, Hoằng Qúy, Hoằng Hoá, Thanh Hoá', BEFORE))).toEqual(['15889']);
    expect(communesOf(readAddress('Thôn 1, Hoằng Quỳ, Hoằng Hoá, Thanh Hoá', BEFORE))).toEqual(['15880']);
    const without = readAddress('Thôn 1, Hoang Quy, Hoang Hoa, Thanh Hoa', BEFORE);
    expect(without.kind).toBe('ask');
    expect([...communesOf(without)].sort()).toEqual(['15880', '15889']);
  });

  it('of another province says the province and no more', () => {
    expect(readAddress('Tổ 5, Trung Hòa, Cầu Giấy, Hà Nội', BEFORE)).toEqual({
      kind: 'province',
      province: '01',
    });
    expect(readAddress('Xóm 1, Kim Bôi, Hoà Bình', BEFORE)).toEqual({ kind: 'province', province: '25' });
    expect(readAddress('Thôn 1, Không Có, Chẳng Đâu, Thanh Hóa', BEFORE)).toEqual({
      kind: 'province',
      province: '38',
    });
  });

  it('that names no province says nothing', () => {
    for (const line of ['', ',', 'Thôn Đôn', 'Viêng Xay, Hủa Phăn', '<script>', '|||']) {
      expect(readAddress(line, BEFORE), line).toEqual({ kind: 'unknown' });
    }
  });
});

describe('provinces', () => {
  it('of before 2025 are 63, each in one of today', () => {
    // One was renamed only: Thừa Thiên Huế.
    expect(Object.keys(formerProvinces)).toHaveLength(63 - 34 + 1);
    for (const [name, code] of Object.entries(formerProvinces)) {
      expect(provinces.map((one) => one.code)).toContain(code);
      expect(readAddress(`Tỉnh ${name}`, undefined), name).toEqual({ kind: 'province', province: code });
    }
  });

  it('of today are found under their names', () => {
    for (const { code, name } of provinces.filter((one) => one.code !== '38')) {
      expect(readAddress(`Xã A, ${name}`, undefined), name).toEqual({ kind: 'province', province: code });
    }
  });
});
