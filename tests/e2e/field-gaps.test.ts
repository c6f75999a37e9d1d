import { expect, test } from '@playwright/test';
import { makeEnrolmentCode, signInFirstTime } from './support/at-the-office.ts';
import {
  begin,
  type Conversation,
  choosePin,
  enrol,
  lock,
  registration,
  saved,
  signAndFinish,
  talk,
} from './support/at-the-table.ts';
import { Server } from './support/server.ts';
import { Tablet } from './support/tablet.ts';

const PINS = { forgotten: '274195', fresh: '806314' };

const {
  'card.kind': _kind,
  'card.number': _number,
  'card.issuedOn': _issued,
  'card.expiresOn': _expires,
  'card.nameMatches': _matches,
  ...others
} = registration;

/** No card and no phone, and an appointment with the police. */
const elder: Conversation = {
  ...others,
  'person.name': 'Vi Thị Ưng',
  'person.birthDate': '1948',
  'card.has': 'Chưa có thẻ',
  'card.number': 'nothing, go on',
  'readiness.level': 'Mức 2',
  'readiness.transport': 'Có',
  'readiness.appointment': 'Có',
  'readiness.appointmentPlace': 'Công an xã Pù Luông',
  'readiness.appointmentDate': '15/12/2099',
};
const between = 'Chưa có thẻ căn cước. Hãy hỏi công an xã để làm thẻ. Vẫn đăng ký tiếp được.';
const visit = 'Hẹn gặp công an ngày 15/12/2099, tại Công an xã Pù Luông.';

test('leave and come back, change the language, give up a draft, forget a PIN: nothing else is lost', async () => {
  const server = await Server.prepare();
  const tablet = new Tablet(server.url);
  try {
    await server.start();
    const page = await tablet.switchOn();
    await page.goto(`${server.url}/`);
    await enrol(page, { code: server.enrolmentCode, device: 'Máy 03', pin: PINS.forgotten });

    await test.step('sending is held by hand', async () => {
      await page.getByRole('link', { name: 'Cài đặt' }).click();
      await page.getByRole('button', { name: 'Tạm dừng gửi' }).click();
      await expect(page.getByRole('button', { name: 'Gửi tiếp' })).toBeVisible();
      await page.getByRole('link', { name: 'Về trang chính' }).click();
    });

    await test.step('an interview is left in the middle, in another language, and goes on where it was', async () => {
      await begin(page, 'Mở tài khoản dịch vụ công');
      const { 'person.sex': _sex, ...untilSex } = elder;
      expect(await talk(page, untilSex)).toBe('person.sex');
      await page.getByRole('button', { name: 'Tiếng Việt' }).click();
      await page.getByLabel('Đọc trên màn hình').selectOption('en');
      await page.getByRole('button', { name: 'Dùng tiếng này' }).click();
      await expect(page.locator('main [data-question="person.sex"]')).toBeVisible();
      // The citizen reads English; the tablet's people go on in Vietnamese, and she finds hers again.
      await page.getByRole('button', { name: 'Leave for now' }).click();
      await page.getByRole('link', { name: /Vi Thị Ưng/ }).click();
      await expect(page.getByRole('button', { name: 'Leave for now' })).toBeVisible();
      await page.getByRole('button', { name: 'Tiếng Việt' }).click();
      await page.getByLabel('To read on the screen').selectOption('vi');
      await page.getByRole('button', { name: 'Use these' }).click();
      expect(await talk(page, elder)).toBeUndefined();
    });

    await test.step('read-back and slip say what stands between, and when the police expect her', async () => {
      await expect(page.getByText(between)).toHaveCount(1);
      await expect(page.getByText(visit)).toBeVisible();
      await signAndFinish(page, 'signature.person');
      await expect(page.getByText(between)).toBeVisible();
      await expect(page.getByText(visit)).toBeVisible();
      await page.getByRole('link', { name: 'Về trang chính' }).click();
    });

    await test.step('a draft is given up only when asked for twice', async () => {
      await begin(page, 'Mở tài khoản dịch vụ công');
      const { 'person.sex': _sex, ...untilSex } = registration;
      expect(await talk(page, { ...untilSex, 'person.name': 'Hà Văn Nhầm' })).toBe('person.sex');
      await saved(page);
      await page.getByRole('button', { name: 'Tạm dừng' }).click();
      const discard = page.getByRole('button', { name: 'Bỏ bản nháp: Hà Văn Nhầm' });
      await discard.click();
      await page.getByRole('dialog').getByRole('button', { name: 'Giữ lại' }).click();
      await discard.click();
      await page.getByRole('dialog').getByRole('button', { name: 'Bỏ bản nháp' }).click();
      await expect(page.getByText('Hà Văn Nhầm')).toHaveCount(0);
    });

    await test.step('the PIN is forgotten with one draft open: a fresh code, and a clear word of what goes', async () => {
      await begin(page, 'Mở tài khoản dịch vụ công');
      await page.getByRole('button', { name: 'Tạm dừng' }).click();
      await lock(page);
      const name = (await page.getByRole('heading', { name: /^Chào / }).innerText()).replace(/^Chào /, '');
      const office = await tablet.context.newPage();
      await signInFirstTime(office, server.url, {
        login: 'admin',
        password: server.oneTimePassword,
        next: 'mua-xuan-ve-ban-2026',
      });
      const code = await makeEnrolmentCode(office, server.url, name);
      await office.close();
      await page.getByRole('link', { name: 'Quên PIN' }).click();
      await page.getByLabel('Mã ghi danh').fill(code);
      await page.getByRole('button', { name: 'Tiếp theo' }).click();
      await choosePin(page, PINS.fresh);
      await page.getByRole('button', { name: 'Không còn nhớ PIN cũ' }).click({ timeout: 60_000 });
      const dialog = page.getByRole('dialog');
      await expect(dialog).toContainText('Sẽ mất 1 hồ sơ đang làm dở');
      await expect(dialog).toContainText('Hồ sơ đã xong không mất');
      await dialog.getByRole('button', { name: 'Bắt đầu lại' }).click();
      await page.getByRole('button', { name: 'Bắt đầu làm việc' }).click({ timeout: 60_000 });
      await expect(page.getByText('Không có hồ sơ nào đang làm dở.')).toBeVisible();
    });

    await test.step('what was finished under the forgotten PIN is sent all the same', async () => {
      expect(await server.query('select id from accounts')).toEqual([]);
      await page.getByRole('button', { name: 'Gửi ngay' }).click();
      await expect
        .poll(() => server.query<{ name: string }>('select name from accounts'), { timeout: 60_000 })
        .toEqual([{ name: 'Vi Thị Ưng' }]);
    });
  } finally {
    await tablet.throwAway();
    await server.throwAway();
  }
});
