import { expect, test } from '@playwright/test';
import { bringToOffice, exportToCard, openCourier } from '../e2e/support/at-the-courier.ts';
import { signInFirstTime } from '../e2e/support/at-the-office.ts';
import { goHome, sendNow } from '../e2e/support/at-the-sender.ts';
import {
  begin,
  type Conversation,
  daysAgo,
  lock,
  registration,
  signAndFinish,
  talk,
  unlock,
} from '../e2e/support/at-the-table.ts';
import { onRoad, PIN } from '../e2e/support/road.ts';
import { shoot } from './shoot.ts';

/* What is seen when the way to the office is not the usual one: held up, refused, carried by hand, kept and given back. */

const DAY = 86_400_000;
const short: Conversation = { ...registration, 'trusted.wanted': 'Không', 'consent.contact': 'Không đồng ý' };

test('the side roads', async () => {
  await onRoad(async ({ server, link, tablet, page, url }) => {
    link.decide(({ path }) => (path.startsWith('/api/') ? 'no network' : 'passes'));
    await test.step('two wait, one of them with a date that has not come yet; a third is begun', async () => {
      await begin(page, 'Mở tài khoản dịch vụ công');
      expect(await talk(page, { ...short, 'person.name': 'Vi Văn Páo' })).toBeUndefined();
      await signAndFinish(page, 'signature.person');
      await goHome(page);
      await lock(page);
      await page.clock.setSystemTime(Date.now() + DAY);
      await unlock(page, PIN);
      await begin(page, 'Mở tài khoản dịch vụ công');
      const said = { ...short, 'person.name': 'Nguyễn Hoàng Thị Ánh Nguyệt', 'card.issuedOn': daysAgo(-1) };
      expect(await talk(page, said)).toBeUndefined();
      await signAndFinish(page, 'signature.person');
      await goHome(page);
      await page.clock.setSystemTime(Date.now());
      await begin(page, 'Mở tài khoản dịch vụ công');
      const { 'card.has': _, ...untilCard } = short;
      expect(await talk(page, { ...untilCard, 'person.name': 'Lò Thị Mẩy' })).toBe('card.has');
      await page.goto(`${url}/`);
      await unlock(page, PIN);
    });

    await test.step('by hand', async () => {
      await openCourier(page);
      await shoot(page, 'courier');
      await page.getByRole('link', { name: /^Gửi nhờ/ }).click();
      await page.getByRole('button', { name: 'Tiếp theo' }).waitFor();
      await shoot(page, 'courier-choose');
      await page.getByRole('button', { name: 'Tiếp theo' }).click();
      await page.getByRole('heading', { name: 'Trao hồ sơ cho người mang đi' }).waitFor();
      await shoot(page, 'courier-give');
      await page.goto(`${url}/`);
      await unlock(page, PIN);
    });
    const card = await exportToCard(page, 'Vi Văn Páo');

    await test.step('the office, and what was refused', async () => {
      link.decide(() => 'passes');
      await sendNow(page);
      await expect(page.getByRole('heading', { name: 'Cần xem lại' })).toBeVisible({ timeout: 30_000 });
      await shoot(page, 'home-attention');
      await page.getByRole('link', { name: 'Xem và xử lý' }).click();
      await page.getByText('Văn phòng thấy hồ sơ thiếu hoặc sai một câu trả lời').waitFor();
      await shoot(page, 'attention');
      await page.getByRole('button', { name: 'Chuyển người phụ trách' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Lời nhắn').fill('Gia đình hẹn thứ Sáu');
      await shoot(page, 'attention-hand-over');
      await dialog.getByRole('button', { name: 'Chuyển', exact: true }).click();
      await expect(page.getByText(/^Đã chuyển cho người phụ trách lúc/)).toBeVisible({ timeout: 30_000 });
      await goHome(page);
    });

    await test.step('drafts that the office keeps', async () => {
      await sendNow(page);
      await expect
        .poll(async () => (await server.query('select id from draft_backups')).length, { timeout: 60_000 })
        .toBeGreaterThan(0);
      await page.getByRole('link', { name: 'Cài đặt' }).click();
      await shoot(page, 'settings', { whole: true });
      await page.getByRole('link', { name: 'Xem và lấy lại' }).click();
      await page.getByText('Lò Thị Mẩy').first().waitFor();
      await shoot(page, 'drafts');
    });

    await test.step('the office', async () => {
      const office = await tablet.context.newPage();
      await signInFirstTime(office, url, {
        login: 'admin',
        password: server.oneTimePassword,
        next: 'Bản làng sông núi 26',
      });
      await bringToOffice(office, url, [card]);
      await shoot(office, 'office-courier');
      await office.goto(`${url}/office/handed`);
      await office.getByRole('link', { name: /Câu trả lời thiếu hoặc sai/ }).waitFor();
      await shoot(office, 'office-handed');
      await office.getByRole('link', { name: /Câu trả lời thiếu hoặc sai/ }).click();
      await office.getByText('Gia đình hẹn thứ Sáu').waitFor();
      await shoot(office, 'office-handed-item', { whole: true });
      await office.goto(`${url}/office/drafts`);
      await office.getByText('Máy 03').first().waitFor();
      await shoot(office, 'office-drafts');
      await office.goto(`${url}/office/tablets`);
      await office.getByText('Máy 03').first().waitFor();
      await shoot(office, 'office-tablets');
    });
  });
});
