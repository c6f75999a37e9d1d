import { randomUUID } from 'node:crypto';
import { expect, type Page, test } from '@playwright/test';
import { hashPassword } from '../../src/server/commands/password.ts';
import { enrolHeadless, fileBirth } from './support/arrivals.ts';
import { signInFirstTime } from './support/at-the-office.ts';
import { press, tabTo, take } from './support/by-keyboard.ts';
import { look } from './support/look.ts';
import { Server } from './support/server.ts';
import { Tablet } from './support/tablet.ts';

const PASSWORD = 'ban-lang-yen-vui-2026';

/** A second officer, put where the administrator's screen would have put them. */
async function addOfficer(server: Server, name: string, login: string): Promise<void> {
  await server.query(
    `insert into staff (id, login, display_name, roles, commune, password_hash, must_change_password, created_at)
     select $1, $2, $3, '{officer}', commune, $4, false, now() from staff where login = 'admin'`,
    [randomUUID(), login, name, await hashPassword(PASSWORD)],
  );
}

async function signIn(page: Page, url: string, login: string): Promise<void> {
  await page.goto(`${url}/office/queue/registered`);
  await page.getByLabel('Tên đăng nhập').fill(login);
  await page.getByLabel('Mật khẩu').fill(PASSWORD);
  await page.getByRole('button', { name: 'Vào văn phòng' }).click();
  await expect(page.getByRole('navigation').first()).toBeVisible();
}

const family = (childName: string) => ({
  childName,
  motherName: 'Bùi Thị Hòa',
  fatherName: 'Hà Văn Thành',
  village: 'bản Đôn',
});
const focusedLine = (page: Page) =>
  page.evaluate(() => document.activeElement?.closest('[data-id]')?.querySelector('b')?.textContent ?? '');

test('two officers at one queue: arrivals by themselves, several at once with undo, who was faster, all by keyboard', async () => {
  const server = await Server.prepare();
  const tablet = new Tablet(server.url);
  try {
    await server.start();
    const lan = await tablet.switchOn();
    await signInFirstTime(lan, server.url, {
      login: 'admin',
      password: server.oneTimePassword,
      next: 'mua-xuan-ve-ban-2026',
    });
    await addOfficer(server, 'Lò Văn Bình', 'binh.lv');
    const headless = await enrolHeadless(server.url, server.enrolmentCode, 'Máy 07');
    for (const name of ['Hà Gia An', 'Vi Công Đạt', 'Lương Thị Sen']) await fileBirth(headless, family(name));
    const context = await tablet.context.browser()?.newContext();
    if (context === undefined) throw new Error('no browser');
    const binh = await context.newPage();
    await signIn(binh, server.url, 'binh.lv');

    await test.step('what arrives comes up by itself, marked, and the focus stays where it was', async () => {
      const stream = lan.waitForRequest('**/api/office/events');
      await lan.goto(`${server.url}/office/queue/registered`);
      await stream;
      await expect(lan.getByRole('link', { name: /Lương Thị Sen/ })).toBeVisible();
      await press(lan, 'j');
      await press(lan, 'j');
      await expect.poll(() => focusedLine(lan)).toBe('Vi Công Đạt');
      await fileBirth(headless, family('Ngân Thị Mới'));
      await expect(lan.getByRole('link', { name: /vừa đến\s*Ngân Thị Mới/ })).toBeVisible();
      expect(await focusedLine(lan)).toBe('Vi Công Đạt');
      await look(lan, 'queue, with what came in');
    });

    await test.step('a filter is a link that names no citizen; the search is in no address', async () => {
      await press(lan, 'l');
      const dialog = lan.getByRole('dialog');
      await dialog.getByLabel('Đang chờ').selectOption({ label: 'Người dân' });
      await dialog.getByLabel('Tên bộ lọc').fill('Chờ dân');
      await lan.keyboard.press('Enter');
      await expect(dialog.getByRole('button', { name: 'Xóa bộ lọc Chờ dân' })).toBeVisible();
      await look(lan, 'filtering the queue');
      await lan.keyboard.press('Escape');
      await expect(lan.getByText('Không có hồ sơ nào khớp')).toBeVisible();
      await lan.getByRole('link', { name: 'Bỏ lọc' }).click();
      await press(lan, '/');
      await expect(lan.getByRole('searchbox')).toBeFocused();
      await lan.keyboard.type('cong dat');
      await expect(lan.getByRole('link', { name: /Hà Gia An/ })).toHaveCount(0);
      expect(lan.url()).not.toMatch(/dat|q=/);
      await lan.keyboard.press('Control+a');
      await lan.keyboard.press('Delete');
      await expect(lan.getByRole('link', { name: /Hà Gia An/ })).toBeVisible();
      await lan.keyboard.press('Escape');
    });

    const accepted = async () =>
      (
        await server.query<{ subject_name: string }>(
          `select subject_name from dossiers where status = 'accepted'`,
        )
      )
        .map((row) => row.subject_name)
        .sort();
    await test.step('several are chosen and accepted by keyboard; undone, nothing has happened', async () => {
      await press(lan, 'j');
      await press(lan, 'j');
      await press(lan, 'x');
      await press(lan, 'Shift+ArrowDown');
      await expect(lan.getByText('Đã chọn 2 hồ sơ')).toBeVisible();
      await tabTo(lan, 'Tiếp nhận (2)', (focused, words) => focused.textContent === words);
      await press(lan, 'Enter');
      await look(lan, 'several at once, asked again');
      await take(lan, 'Đồng ý');
      await expect(lan.getByRole('button', { name: 'Hoàn tác' })).toBeFocused();
      await press(lan, 'Enter');
      await expect(lan.getByText('Đã hoàn tác. Chưa gửi gì.')).toBeVisible();
      await lan.getByRole('button', { name: 'Đóng', exact: true }).click();
      expect(await accepted()).toEqual([]);
    });

    await test.step('of two sent, the one that a colleague took meanwhile fails and says so; the other is done', async () => {
      await lan.getByLabel('Chọn hồ sơ Vi Công Đạt').check();
      await lan.getByLabel('Chọn hồ sơ Hà Gia An').check();
      await lan.getByRole('button', { name: 'Tiếp nhận (2)' }).click();
      await binh.getByRole('link', { name: /Hà Gia An/ }).click();
      await binh.getByRole('button', { name: 'Tiếp nhận', exact: true }).click();
      // However long Bình takes: what Lan sends is on the way until he is done.
      let arrive = (): void => undefined;
      const done = new Promise<void>((resolve) => {
        arrive = resolve;
      });
      const acts = '**/api/office/dossiers/*/actions';
      await lan.route(acts, async (route) => {
        await done;
        await route.continue();
      });
      await lan.getByRole('button', { name: 'Đồng ý' }).click();
      await binh.getByRole('dialog').getByRole('button', { name: 'Tiếp nhận hồ sơ' }).click();
      await expect(binh.getByRole('region', { name: 'Đã tiếp nhận' })).toBeVisible();
      arrive();
      await lan
        .getByRole('button', { name: 'Gửi ngay' })
        .click({ timeout: 4_000 })
        .catch(() => undefined);
      await expect(lan.getByText('Đã tiếp nhận 1 hồ sơ')).toBeVisible();
      await lan.unroute(acts);
      await expect(lan.getByText('1 hồ sơ chưa làm được:')).toBeVisible();
      await expect(lan.getByRole('complementary').getByText('Hà Gia An')).toBeVisible();
      await look(lan, 'several at once, one of them not');
      await lan.getByRole('button', { name: 'Đóng', exact: true }).click();
      expect(await accepted()).toEqual(['Hà Gia An', 'Vi Công Đạt']);
    });

    await test.step('who comes second learns who did what and when, with what they typed kept', async () => {
      await lan.goto(`${server.url}/office/queue/registered`);
      await lan.getByRole('link', { name: /Lương Thị Sen/ }).click();
      await lan.getByRole('button', { name: 'Tiếp nhận', exact: true }).waitFor();
      await press(lan, 'u');
      const dialog = lan.getByRole('dialog');
      const reason = dialog.getByRole('textbox').first();
      await reason.fill('Thiếu giấy chứng sinh bản chính');
      await binh.goto(`${server.url}/office/queue/registered`);
      await binh.getByRole('link', { name: /Lương Thị Sen/ }).click();
      await binh.getByRole('button', { name: 'Tiếp nhận', exact: true }).click();
      await binh.getByRole('dialog').getByRole('button', { name: 'Tiếp nhận hồ sơ' }).click();
      await expect(binh.getByRole('region', { name: 'Đã tiếp nhận' })).toBeVisible();
      await dialog.getByRole('button').last().click();
      await expect(dialog.getByText('Lò Văn Bình')).toBeVisible();
      await expect(dialog.getByText('Bây giờ hồ sơ: Đã tiếp nhận.')).toBeVisible();
      await expect(reason).toHaveValue('Thiếu giấy chứng sinh bản chính');
      await look(lan, 'somebody was faster');
    });
  } finally {
    await tablet.throwAway();
    await server.throwAway();
  }
});
