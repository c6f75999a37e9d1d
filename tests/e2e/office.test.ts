import { expect, test } from '@playwright/test';
import { enrolHeadless, fileBirth } from './support/arrivals.ts';
import { chooseNewPassword, signInFirstTime } from './support/at-the-office.ts';
import { Server } from './support/server.ts';
import { Tablet } from './support/tablet.ts';

const ADMIN_PASSWORD = 'mua-xuan-ve-ban-2026';
const OFFICER_PASSWORD = 'ban-lang-yen-vui-2026';

test('two officers, one dossier; new staff, a code, a search without accents, a setting that counts', async () => {
  const server = await Server.prepare();
  const tablet = new Tablet(server.url);
  try {
    await server.start();
    const admin = await tablet.switchOn();
    await signInFirstTime(admin, server.url, {
      login: 'admin',
      password: server.oneTimePassword,
      next: ADMIN_PASSWORD,
    });
    const headless = await enrolHeadless(server.url, server.enrolmentCode, 'Máy 07');
    const an = {
      childName: 'Hà Gia An',
      motherName: 'Bùi Thị Hòa',
      fatherName: 'Hà Văn Thành',
      village: 'bản Đôn',
    };
    const dat = {
      childName: 'Vi Công Đạt',
      motherName: 'Lương Thị Sen',
      fatherName: 'Vi Văn Quý',
      village: 'bản Hiêu',
    };
    const contested = await fileBirth(headless, an);
    await fileBirth(headless, dat);

    let oneTime = '';
    await test.step('the administrator adds an officer, whose password is seen once', async () => {
      await admin.goto(`${server.url}/office/staff`);
      await admin.getByRole('button', { name: 'Thêm cán bộ' }).click();
      await admin.getByLabel('Họ và tên').fill('Lò Văn Bình');
      await admin.getByLabel('Tên đăng nhập').fill('lo.van.binh');
      await admin
        .getByRole('dialog')
        .getByLabel(/^Cán bộ một cửa/)
        .check();
      await admin.getByRole('button', { name: 'Tạo tài khoản cán bộ' }).click();
      const dialog = admin.getByRole('dialog');
      await expect(dialog.getByText(/^Tên đăng nhập: lo\.van\.binh/)).toBeVisible();
      oneTime = /[0-9A-Z]{4}(-[0-9A-Z]{4})+/.exec(await dialog.innerText())?.[0] ?? '';
      await dialog.getByRole('button', { name: 'Đã ghi lại' }).click();
      await expect(admin.getByRole('heading', { name: 'Lò Văn Bình' })).toBeVisible();
      await expect(admin.getByText(oneTime)).toHaveCount(0);
    });

    await test.step('a code for their tablet, to scan or to type, that redeems', async () => {
      await admin
        .getByRole('listitem')
        .filter({ hasText: 'Lò Văn Bình' })
        .getByRole('button', { name: 'Cấp mã ghi danh máy' })
        .click();
      await admin.getByRole('button', { name: 'Cấp mã', exact: true }).click();
      const dialog = admin.getByRole('dialog');
      await expect(dialog.getByRole('img', { name: 'Mã vuông mở trang ghi danh máy' })).toBeVisible();
      const code = /[0-9A-Z]{5}-[0-9A-Z]{5}/.exec(await dialog.innerText())?.[0] ?? '';
      const own = await enrolHeadless(server.url, code, 'Máy 08');
      expect(own.enrolment.staff.login).toBe('lo.van.binh');
      await dialog.getByRole('button', { name: 'Đóng' }).last().click();
    });

    const browser = tablet.context.browser();
    if (browser === null) throw new Error('no browser');
    const context = await browser.newContext();
    const officer = await context.newPage();
    await test.step('the officer must choose a password before seeing anything', async () => {
      await officer.goto(`${server.url}/office/queue/registered`);
      await officer.getByLabel('Tên đăng nhập').fill('lo.van.binh');
      await officer.getByLabel('Mật khẩu').fill(oneTime);
      await officer.getByRole('button', { name: 'Vào văn phòng' }).click();
      await officer.getByRole('heading', { name: 'Đặt mật khẩu của mình' }).waitFor();
      await officer.goto(`${server.url}/office/queue/all`);
      await officer.getByRole('heading', { name: 'Đặt mật khẩu của mình' }).waitFor();
      expect(await officer.evaluate(() => fetch('/api/office/dossiers').then(({ status }) => status))).toBe(
        403,
      );
      await chooseNewPassword(officer, { password: oneTime, next: OFFICER_PASSWORD });
      await expect(officer.getByRole('navigation').first()).toBeVisible();
    });

    await test.step('a name is found however it is typed', async () => {
      await expect(officer.getByRole('link', { name: /Hà Gia An/ })).toBeVisible();
      await officer
        .getByRole('searchbox')
        .or(officer.getByLabel('Tìm mã hồ sơ, tên, TAM-…'))
        .first()
        .fill('cong dat');
      await expect(officer.getByRole('link', { name: /Hà Gia An/ })).toHaveCount(0);
      await expect(officer.getByRole('link', { name: /Vi Công Đạt/ })).toBeVisible();
    });

    await test.step('who comes second is told, and sees what the first one did', async () => {
      for (const page of [admin, officer]) {
        await page.goto(`${server.url}/office/queue/registered/${contested}`);
        await page.getByRole('button', { name: 'Tiếp nhận', exact: true }).click();
      }
      const confirm = { name: 'Tiếp nhận hồ sơ' };
      await admin.getByRole('dialog').getByRole('button', confirm).click();
      const result = admin.getByRole('region', { name: 'Đã tiếp nhận' });
      await expect(result).toContainText('17:00');
      await officer.getByRole('dialog').getByRole('button', confirm).click();
      await expect(officer.getByText('Hãy đóng lại và xem tình trạng mới', { exact: false })).toBeVisible();
      await officer.getByRole('dialog').getByRole('button', { name: 'Thôi' }).click();
      const code = /\S+-\d{6}-\d{4}/.exec(await result.innerText())?.[0] ?? 'none';
      await expect(officer.getByRole('region', { name: 'Đã tiếp nhận' })).toContainText(code);
      const rows = await server.query<{ n: string }>(
        `select count(*) n from audit where action = 'dossier-accepted'`,
      );
      expect(rows[0]?.n).toBe('1');
    });

    await test.step('an earlier closing time moves the next result, not the last one', async () => {
      await admin.goto(`${server.url}/office/settings`);
      await admin.getByLabel('Giờ đóng cửa (giờ:phút)').fill('16:45');
      await admin.getByRole('button', { name: 'Lưu thiết lập' }).click();
      await expect(admin.getByText(/^Đã lưu lúc/)).toBeVisible();
      await officer.goto(`${server.url}/office/queue/registered`);
      await officer.getByRole('link', { name: /Vi Công Đạt/ }).click();
      await officer.getByRole('button', { name: 'Tiếp nhận', exact: true }).click();
      await officer.getByRole('dialog').getByRole('button', { name: 'Tiếp nhận hồ sơ' }).click();
      await expect(officer.getByRole('region', { name: 'Đã tiếp nhận' })).toContainText('16:45');
      await officer.goto(`${server.url}/office/queue/accepted/${contested}`);
      await expect(officer.getByRole('region', { name: 'Đã tiếp nhận' })).toContainText('17:00');
    });
  } finally {
    await tablet.throwAway();
    await server.throwAway();
  }
});
