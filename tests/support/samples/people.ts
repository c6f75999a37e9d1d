import { ethnicGroups } from '../../../src/domain/citizen/ethnicity.ts';
import formerCommunes from '../../../src/domain/place/data/thanh-hoa-former-communes.json' with {
  type: 'json',
};
import type { AnswerValue } from '../../../src/domain/procedure/contract/answers.ts';
import type { Chance } from './chance.ts';

/*
 * People and places that are nobody's: names are drawn word by word, numbers figure by figure. No list here has anything
 * to do with the dictionary of the envelope; what they share, they share because names in these mountains are alike.
 */

const words = (text: string) => text.trim().split(/\s+/);
const FAMILY = words(`
  Bùi Hà Trương Quách Phạm Lò Lương Vi Ngân Lục Lữ Hoàng Nguyễn Lê Trịnh Giàng Thao Sung Vàng Hơ Phàn Triệu Đinh Cao Đặng Trần
  Cầm Khằm Lộc Len Mạc Phùng Tào Đỗ Vũ Hắc Lang Thiều Xồng Và Lâu Sùng Ly Chá Mùa Cháng`);
const MIDDLE = {
  female: words(
    'Thị Thị Thị Thị Thị Thị Ngọc Thu Minh Hồng Kim Bảo Mai Thanh Diệu Phương Quỳnh Khánh Hải Ánh Thùy Tuyết',
  ),
  male: words(
    'Văn Văn Văn Văn Văn Đình Đức Minh Quang Hữu Xuân Công Bá Ngọc Trọng Anh Gia Tuấn Hải Thanh Quốc Thế Mạnh Duy',
  ),
};
const GIVEN = {
  female: words(`
    Anh Ánh Bình Chi Chinh Dung Duyên Dương Đào Điệp Giang Hà Hạnh Hằng Hậu Hiên Hiền Hiếu Hoa Hoài Hồng Huế Huệ Huyền Hương Hường
    Khuyên Lan Lành Lệ Liên Liễu Linh Loan Lụa Luyến Lý Mai Mận Mây Mến Miên Minh Mơ Mỵ My Nga Ngà Ngân Nghĩa Ngọc Nguyệt Nhàn Nhi
    Nhung Nương Oanh Pằn Phương Phượng Quyên Quỳnh Sen Sinh Sua Sương Tâm Thắm Thanh Thảo Thêm Thìn Thoa Thơm Thu Thúy Thùy Thủy
    Thư Thương Tiên Tình Trà Trang Trinh Tuyết Tươi Uyên Ước Vân Xoan Xuân Xuyến Yên Yến`),
  male: words(`
    An Ánh Bắc Bảo Bình Cảnh Chiến Chung Chức Công Cương Cường Dậu Dinh Dũng Dương Đạt Đăng Đại Điền Đoàn Độ Đông Đồng Đức Giáp Hải Hậu Hiếu
    Hiệp Hoàn Hoàng Hòa Học Hội Hợp Hùng Huy Hưng Hữu Khải Khanh Khánh Khoa Khôi Kiên Kỳ Lâm Lân Linh Long Lợi Luân Lực Mạnh Minh
    Nam Nghĩa Ngọc Nguyên Nhất Nhân Páo Phong Phú Phúc Quân Quang Quyết Sáng Sơn Súa Tài Tân Thái Thanh Thành Thắng Thiện Thịnh
    Thọ Thông Thu Thuận Thực Tiến Tiềm Tính Toàn Toản Trung Trường Tú Tuấn Tùng Tuyên Tưởng Uẩn Văn Viên Việt Vinh Vọng Vượng Xuân`),
};
/** Words that villages are named with, taken from the names of former communes. */
const PLACE_WORDS = [
  ...new Set(formerCommunes.flatMap((row) => words(row[1] ?? '').filter((_, i) => i > 0))),
];
const NEARBY = ['Mường', 'Mường', 'Mường', 'Thái', 'Thái', 'Thái', 'Kinh', 'Mông', 'Dao'];
const MOBILE = words(
  '032 033 034 035 036 037 038 039 086 096 097 098 081 082 083 084 085 088 091 094 070 076 077 078 079 089 090 093',
);

export type Sex = 'female' | 'male';

export const unknown: AnswerValue = { unknown: true };

/** Now and then nobody knows. */
export function known(chance: Chance, percent: number, value: AnswerValue): AnswerValue {
  return chance.percent(percent) ? value : unknown;
}

export function nameOf(chance: Chance, sex: Sex, family = chance.oneOf(FAMILY)): string {
  const middle = chance.percent(85) ? [chance.oneOf(MIDDLE[sex])] : [];
  const second = chance.percent(12) ? [chance.oneOf(GIVEN[sex])] : [];
  return [family, ...middle, ...second, chance.oneOf(GIVEN[sex])].join(' ');
}

export function familyOf(name: string): string {
  return name.split(' ')[0] ?? name;
}

export function ethnicityOf(chance: Chance): string {
  return chance.percent(94) ? chance.oneOf(NEARBY) : chance.oneOf(ethnicGroups).name;
}

/** Older people often know the year alone. */
export function bornIn(
  chance: Chance,
  from: number,
  to: number,
): { year: number; month?: number; day?: number } {
  const year = chance.between(from, to);
  if (chance.percent(year < 1975 ? 45 : 8)) return { year };
  const month = chance.between(1, 12);
  return chance.percent(95) ? { year, month, day: chance.between(1, 28) } : { year, month };
}

/** A day not long ago, as a person says it. */
export function dayBefore(at: number, days: number): { year: number; month: number; day: number } {
  const day = new Date(at - days * 86_400_000 + 7 * 3_600_000);
  return { year: day.getUTCFullYear(), month: day.getUTCMonth() + 1, day: day.getUTCDate() };
}

/** Twelve figures as Circular 59/2021/TT-BCA Art. 4 makes them; a few still have nine. */
export function nationalIdOf(chance: Chance, sex: Sex, birthYear: number): string {
  if (chance.percent(4)) return `17${chance.digits(7)}`;
  const province = chance.percent(92) ? '038' : `0${chance.between(1, 96).toString().padStart(2, '0')}`;
  const century = 2 * Math.floor((birthYear - 1900) / 100) + (sex === 'female' ? 1 : 0);
  return `${province}${century}${String(birthYear % 100).padStart(2, '0')}${chance.digits(6)}`;
}

export function phoneOf(chance: Chance): string {
  return `${chance.oneOf(MOBILE)}${chance.digits(7)}`;
}

export function villageName(chance: Chance): string {
  const kind = chance.oneOf(['Bản', 'Bản', 'Thôn', 'Thôn', 'bản', 'thôn', 'Khu', 'Làng']);
  const name = chance.percent(55)
    ? [chance.oneOf(PLACE_WORDS)]
    : [chance.oneOf(PLACE_WORDS), chance.oneOf(PLACE_WORDS)];
  const number = chance.percent(10) ? [String(chance.between(1, 7))] : [];
  return [kind, ...name, ...number].join(' ');
}

export function placeName(chance: Chance): string {
  return `${chance.oneOf(PLACE_WORDS)} ${chance.oneOf(PLACE_WORDS)}`;
}
