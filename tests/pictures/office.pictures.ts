import { expect, type Page, test } from '@playwright/test';
import { enrolHeadless, type Family, fileBirth } from '../e2e/support/arrivals.ts';
import { chooseNewPassword, signInFirstTime } from '../e2e/support/at-the-office.ts';
import { Server } from '../e2e/support/server.ts';
import { Tablet } from '../e2e/support/tablet.ts';
import { paperPhoto } from './paper-photo.ts';
import { shoot } from './shoot.ts';

const NEXT_PASSWORD = 'mua-xuan-ve-ban-2026';
const FAMILIES: readonly Family[] = [
  { childName: 'Hà Gia An', motherName: 'Bùi Thị Hòa', fatherName: 'Hà Văn Thành', village: 'bản Đôn' },
  { childName: 'Vi Minh Bình', motherName: 'Lương Thị Sen', fatherName: 'Vi Văn Quý', village: 'bản Hiêu' },
  {
    childName: 'Phạm Nguyễn Hoàng Thảo Chi',
    motherName: 'Ngân Thị Bích',
    fatherName: 'Phạm Nguyễn Hoàng Long',
    village: 'bản Kho Mường',
  },
  { childName: 'Lò Thị Duyên', motherName: 'Lò Thị Mẩy', fatherName: 'Lò Văn Inh', village: 'bản Son' },
  { childName: 'Hà Công Đạt', motherName: 'Vi Thị Lan', fatherName: 'Hà Công Mạnh', village: 'bản Bá' },
];

const room = (page: Page, name: string | RegExp) => page.getByRole('navigation').getByRole('link', { name });
/** On narrow screens the way around is behind a button; pictures are taken from the wide one, so it is open here. */
const enter = async (page: Page, name: string | RegExp) => room(page, name).first().click();

test('the office screens', async () => {
  const server = await Server.prepare();
  const tablet = new Tablet(server.url);
  try {
    await server.start();
    const page = await tablet.switchOn();
    const paper = new Uint8Array(await paperPhoto(page));
    await page.goto(`${server.url}/office`);
    await page.getByLabel('Tên đăng nhập').waitFor();
    await shoot(page, 'office-sign-in', { desk: 'too' });
    await page.getByLabel('Tên đăng nhập').fill('admin');
    await page.getByLabel('Mật khẩu').fill(server.oneTimePassword);
    await page.getByRole('button', { name: 'Vào văn phòng' }).click();
    await page.getByLabel('Mật khẩu mới', { exact: true }).waitFor();
    await shoot(page, 'office-password', { desk: 'too' });
    await chooseNewPassword(page, { password: server.oneTimePassword, next: NEXT_PASSWORD });
    await expect(page.getByText('Không có hồ sơ nào chờ tiếp nhận', { exact: false })).toBeVisible();
    await shoot(page, 'office-queue-empty', { desk: 'too' });

    const headless = await enrolHeadless(server.url, server.enrolmentCode, 'Máy 03');
    for (const [index, family] of FAMILIES.entries()) {
      await fileBirth(headless, family, { paper, arrive: index === 1 ? 'without-photos' : 'whole' });
    }
    await page.reload();
    await expect(page.getByRole('link', { name: /Đăng ký khai sinh/ })).toHaveCount(5);
    await shoot(page, 'office-queue', { desk: 'too' });
    await page.getByRole('link', { name: /Hà Gia An/ }).click();
    await page.locator('main img').first().scrollIntoViewIfNeeded();
    await expect
      .poll(() =>
        page
          .locator('main img')
          .evaluateAll((all) => all.every((one) => one instanceof HTMLImageElement && one.complete)),
      )
      .toBe(true);
    await page.waitForLoadState('networkidle');
    await page.locator('main, main *').evaluateAll((all) => {
      for (const one of all) one.scrollTop = 0;
    });
    await shoot(page, 'office-dossier', { whole: true, desk: 'too' });

    await page
      .getByRole('button', { name: /^Xem to/ })
      .first()
      .click();
    await page.getByRole('dialog').locator('img').waitFor();
    await shoot(page, 'office-attachment', { desk: 'too' });
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: 'Tiếp nhận', exact: true }).click();
    await page.getByRole('dialog').waitFor();
    await shoot(page, 'office-accept-dialog', { desk: 'too' });
    await page.route(
      '**/actions',
      async (route) => {
        // Somebody else was quicker: the same officer in another window is enough to show it.
        const body = JSON.parse(route.request().postData() ?? '{}');
        await route.continue({ postData: JSON.stringify({ ...body, revision: body.revision + 1 }) });
      },
      { times: 1 },
    );
    await page.getByRole('dialog').getByRole('button', { name: 'Tiếp nhận hồ sơ' }).click();
    await page.getByText('chữ đã gõ còn nguyên', { exact: false }).waitFor();
    await shoot(page, 'office-conflict', { desk: 'too' });
    await page.getByRole('dialog').getByRole('button', { name: 'Tiếp nhận hồ sơ' }).click();
    await page.getByRole('region', { name: 'Đã tiếp nhận' }).waitFor();
    await shoot(page, 'office-dossier-accepted', { desk: 'too' });

    await page.goto(`${server.url}/office`);
    await enter(page, /^Tài khoản/);
    await page.getByRole('link', { name: /Bùi Thị Hòa/ }).waitFor();
    await shoot(page, 'office-accounts', { desk: 'too' });
    await page.getByRole('link', { name: /Bùi Thị Hòa/ }).click();
    await page.getByText('Tài khoản định danh điện tử').first().waitFor();
    await shoot(page, 'office-account', { desk: 'too' });

    await enter(page, 'Cán bộ');
    await page.getByRole('button', { name: 'Thêm cán bộ' }).click();
    await page.getByLabel('Họ và tên').fill('Lò Văn Bình');
    await page.getByLabel('Tên đăng nhập').fill('lo.van.binh');
    await shoot(page, 'office-staff-new', { desk: 'too' });
    await page.getByRole('dialog').getByRole('button', { name: 'Tạo tài khoản cán bộ' }).click();
    await page.getByRole('button', { name: 'Đã ghi lại' }).click();
    await shoot(page, 'office-staff', { desk: 'too' });
    await page.getByRole('button', { name: 'Đổi việc' }).click();
    await page
      .getByRole('dialog')
      .getByRole('checkbox', { name: /^Chuyên viên/ })
      .check();
    await shoot(page, 'office-staff-work', { desk: 'too' });
    await page.getByRole('dialog').getByRole('button', { name: 'Thôi' }).click();
    await page.getByRole('button', { name: 'Cấp mã ghi danh máy' }).last().click();
    await page.getByRole('button', { name: 'Cấp mã', exact: true }).click();
    await page.getByText(/^Dùng được đến/).waitFor();
    await shoot(page, 'office-enrolment-code', { desk: 'too' });
    await page.getByRole('dialog').getByRole('button', { name: 'Đóng' }).last().click();

    await enter(page, 'Máy tính bảng');
    await page.getByText('Máy 03').waitFor();
    await shoot(page, 'office-tablets', { desk: 'too' });
    await enter(page, 'Thiết lập');
    await page.getByLabel('Mã đơn vị', { exact: true }).waitFor();
    await shoot(page, 'office-settings', { whole: true, desk: 'too' });

    await page.goto(`${server.url}/office`);
    await page
      .getByRole('button', { name: 'English' })
      .or(page.getByRole('radio', { name: 'English' }))
      .first()
      .click();
    await page.getByRole('link', { name: /Vi Minh Bình/ }).waitFor();
    await shoot(page, 'office-queue-en', { desk: 'too' });
    await page.getByRole('link', { name: /Vi Minh Bình/ }).click();
    await page.getByText('Bùi Thị Hòa').first().or(page.getByText('Lương Thị Sen').first()).waitFor();
    await shoot(page, 'office-dossier-en', { desk: 'too' });
    await page
      .getByRole('button', { name: 'Tiếng Việt' })
      .or(page.getByRole('radio', { name: 'Tiếng Việt' }))
      .first()
      .click();
  } finally {
    await tablet.throwAway();
    await server.throwAway();
  }
});

test('the office without its server', async () => {
  const server = await Server.prepare();
  const tablet = new Tablet(server.url);
  try {
    await server.start();
    const page = await tablet.switchOn();
    await signInFirstTime(page, server.url, {
      login: 'admin',
      password: server.oneTimePassword,
      next: NEXT_PASSWORD,
    });
    const headless = await enrolHeadless(server.url, server.enrolmentCode, 'Máy 03');
    for (const family of FAMILIES.slice(0, 2)) await fileBirth(headless, family);
    await page.reload();
    await page.getByRole('link', { name: /Hà Gia An/ }).click();
    await page.getByRole('button', { name: 'Tiếp nhận', exact: true }).waitFor();
    await server.stop();
    await page
      .getByText(/Đang xem dữ liệu lúc/)
      .first()
      .waitFor({ timeout: 60_000 });
    await shoot(page, 'office-offline', { desk: 'too' });
  } finally {
    await tablet.throwAway();
    await server.throwAway();
  }
});
