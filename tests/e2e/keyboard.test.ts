import { expect, test } from '@playwright/test';
import { daysAgo } from './support/at-the-table.ts';
import {
  answerByKeyboard,
  choose,
  press,
  type Typed,
  tabTo,
  take,
  talkByKeyboard,
} from './support/by-keyboard.ts';
import { makePicture } from './support/picture.ts';
import { onRoad } from './support/road.ts';

const shown = 'Có mang theo, chỉ cho xem';

/** A birth twelve days ago at a health station, the papers shown, the mother's thumb in place of a signature. */
const birth: Readonly<Record<string, Typed>> = {
  'consent.submit': 'Đồng ý',
  'consent.keepCopy': 'Đồng ý',
  'consent.ethnicity': 'Đồng ý',
  'consent.thumbprint': 'Đồng ý',
  'consent.contact': 'Không đồng ý',
  'requester.relation': 'Mẹ của bé',
  'requester.idKind': 'Thẻ căn cước',
  'requester.idIssuedOn': '15042021',
  'child.name': 'Hà Minh Khuê',
  'child.sex': 'Con trai',
  'child.birthDate': daysAgo(12).replaceAll('/', ''),
  'child.situation': 'Không thuộc trường hợp nào',
  'child.nationality': 'Việt Nam',
  'birth.setting': 'Trạm y tế hoặc bệnh viện',
  'birth.place': { village: 'Bản Đôn', detail: 'Trạm y tế xã Pù Luông' },
  'birth.certificate': 'Có',
  'mother.nationality': 'Việt Nam',
  'mother.name': 'Lò Thị Mẩy',
  'mother.birthDate': '05061999',
  'mother.nationalId': '038199000001',
  'mother.ethnicity': 'Thái',
  'mother.residenceKind': 'Thường trú',
  'mother.residence': { village: 'Bản Đôn' },
  'parents.married': 'Đã đăng ký',
  'marriage.atHand': 'Không',
  'father.nationality': 'Việt Nam',
  'father.name': 'Hà Văn Thoán',
  'father.birthDate': '03021996',
  'father.nationalId': '038096000002',
  'father.ethnicity': 'Mường',
  'father.residenceKind': 'Thường trú',
  'father.sameResidence': 'Có',
  'child.ethnicity': 'Mường',
  'child.origin': { village: 'Bản Đôn' },
  'household.head': 'Cha của bé',
  'copies.wanted': 'Không',
  'result.way': 'Nhận kết quả bản giấy có đóng dấu',
  'document.birthProof': [shown, 'Giấy chứng sinh'],
  'document.requesterId': shown,
  'document.marriage': shown,
};

test('a birth is registered by keyboard alone, from home to the slip, and the focus is always seen', async () => {
  await onRoad(async ({ page }) => {
    await take(page, 'Có cháu mới sinh');
    await expect(page.getByRole('heading', { name: 'Có cháu mới sinh' })).toBeVisible();
    await take(page, 'Đăng ký khai sinh');
    await expect(page.getByRole('heading', { name: 'Cần mang theo gì?' })).toBeVisible();
    await take(page, 'Bắt đầu');
    await expect(page.getByRole('heading', { name: 'Hồ sơ này làm cho ai?' })).toBeVisible();
    await choose(page, 'Chưa có tài khoản');
    await press(page, 'Enter');
    expect(await talkByKeyboard(page, birth)).toBeUndefined();
    await tabTo(page, '', (focused) => focused.matches('footer [type=submit]'));
    await press(page, 'Enter');
    await expect(page.locator('main [data-question="signature.requester"]')).toBeVisible();
    await answerByKeyboard(page, { choose: 'Điểm chỉ', photo: makePicture(5) });
    await take(page, 'Hoàn tất');
    await expect(page.getByText('CHƯA ĐƯỢC TIẾP NHẬN')).toBeVisible({ timeout: 30_000 });
  });
});
