import { describe, expect, it } from 'vitest';
import { communesOf, findAnyCommune } from '../../../../src/domain/place/all-communes.ts';
import {
  findCommune,
  findProvince,
  formatPlace,
  placeParts,
  provinces,
  searchCommunes,
  thanhHoaCommunes,
} from '../../../../src/domain/place/communes.ts';

describe('the lists', () => {
  it('hold 34 provinces, 166 communes of Thanh Hóa and 3,321 in all', () => {
    expect(provinces).toHaveLength(34);
    expect(thanhHoaCommunes).toHaveLength(166);
    expect(provinces.flatMap(({ code }) => communesOf(code))).toHaveLength(3321);
    expect(communesOf('38')).toEqual(thanhHoaCommunes);
    expect(communesOf('99')).toEqual([]);
  });

  it('count 147 xã and 19 phường in Thanh Hóa', () => {
    const wards = thanhHoaCommunes.filter(({ name }) => name.startsWith('Phường '));
    expect([thanhHoaCommunes.length - wards.length, wards.length]).toEqual([147, 19]);
  });

  it('give each code to one commune, of five digits, leading zeros kept', () => {
    const all = provinces.flatMap(({ code }) => communesOf(code));
    expect(new Set(all.map(({ code }) => code)).size).toBe(3321);
    for (const { code, name } of all) {
      expect(code).toMatch(/^\d{5}$/);
      expect(name).toMatch(/^(Xã|Xa|Phường|Đặc khu) \S/);
    }
    expect(findAnyCommune('00004')).toMatchObject({ name: 'Phường Ba Đình', province: '01' });
  });

  it.each([
    ['14923', 'Xã Bá Thước'],
    ['14932', 'Xã Điền Quang'],
    ['14950', 'Xã Điền Lư'],
    ['14953', 'Xã Quý Lương'],
    ['14956', 'Xã Pù Luông'],
    ['14959', 'Xã Cổ Lũng'],
    ['14974', 'Xã Văn Nho'],
    ['14980', 'Xã Thiết Ống'],
  ])('know %s as %s', (code, name) => {
    expect(findCommune(code)?.name).toBe(name);
  });
});

describe('search', () => {
  it('ignores accents and takes beginnings of words', () => {
    expect(searchCommunes('pu lu', thanhHoaCommunes).map(({ name }) => name)).toEqual(['Xã Pù Luông']);
    expect(searchCommunes('ba thuoc', thanhHoaCommunes).map(({ code }) => code)).toEqual(['14923']);
    expect(searchCommunes('  ', thanhHoaCommunes)).toHaveLength(166);
    expect(searchCommunes('zz', thanhHoaCommunes)).toEqual([]);
  });
});

describe('a place', () => {
  it('is written smallest part first', () => {
    const place = { province: '38', commune: '14956', village: 'bản Đôn', detail: 'nhà 4' };
    expect(formatPlace(place)).toBe('nhà 4, bản Đôn, Xã Pù Luông, Tỉnh Thanh Hóa');
    expect(placeParts({ country: 'LA', detail: 'Viêng Xay' })).toEqual({
      detail: 'Viêng Xay',
      country: 'LA',
    });
  });

  it('outside Thanh Hóa needs the other list, and shows the code without it', () => {
    const place = { province: '01', commune: '00004' };
    expect(formatPlace(place)).toBe('00004, Thành phố Hà Nội');
    expect(formatPlace(place, findAnyCommune)).toBe('Phường Ba Đình, Thành phố Hà Nội');
    expect(findProvince('39')).toBeUndefined();
  });
});
