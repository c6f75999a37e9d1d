const STEMS = ['Giáp', 'Ất', 'Bính', 'Đinh', 'Mậu', 'Kỷ', 'Canh', 'Tân', 'Nhâm', 'Quý'] as const;
const BRANCHES = [
  'Tý',
  'Sửu',
  'Dần',
  'Mão',
  'Thìn',
  'Tỵ',
  'Ngọ',
  'Mùi',
  'Thân',
  'Dậu',
  'Tuất',
  'Hợi',
] as const;

/** The name of a lunar year, by which elders often remember it: 1968 is "Mậu Thân". */
export function nameOfLunarYear(year: number): string {
  return `${STEMS[(year + 6) % 10] ?? ''} ${BRANCHES[(year + 8) % 12] ?? ''}`;
}
