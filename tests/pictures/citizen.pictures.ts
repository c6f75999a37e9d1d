import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { drawPaper, drawSignature } from '../../src/server/demo/picture.ts';
import { sampleAccount, sampleBirth } from '../../src/server/demo/sample-submission.ts';
import { deliver, enrolHeadless } from '../e2e/support/arrivals.ts';
import { signInFirstTime } from '../e2e/support/at-the-office.ts';
import { Server } from '../e2e/support/server.ts';
import { Tablet } from '../e2e/support/tablet.ts';
import { withPalette } from './palette-png.ts';
import { shoot } from './shoot.ts';

const FINISHED = new Date(Date.now() - 40 * 60_000);
const SIZES = [
  { width: 360, height: 740 },
  { width: 1280, height: 800 },
] as const;

/** The public pages are for a telephone and for a computer in a library: whole, as one would scroll through them. */
async function shootPublic(page: Page, name: string): Promise<void> {
  for (const size of SIZES) {
    await page.setViewportSize(size);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (wide > 0) console.log(`${name}-${size.width}: ${wide} px too wide`);
    const png = await page.screenshot({ fullPage: true, caret: 'hide' });
    writeFileSync(`docs/screenshots/${name}-${size.width}x${size.height}.png`, withPalette(png));
  }
}

test('accounts at the office, and what a citizen sees', async () => {
  const server = await Server.prepare();
  const tablet = new Tablet(server.url);
  try {
    await server.start();
    const page = await tablet.switchOn();
    await signInFirstTime(page, server.url, {
      login: 'admin',
      password: server.oneTimePassword,
      next: 'mua-xuan-ve-ban-2026',
    });
    const headless = await enrolHeadless(server.url, server.enrolmentCode, 'Máy 07');
    const register = async (name: string, village: string, birthYear: number) => {
      const signature = await headless.takePhoto('signature', drawSignature(), 'image/png');
      const account = {
        ...sampleAccount({ name, village, birthYear, tablet: headless, signature, finishedAt: FINISHED }),
        activationCodeHash: createHash('sha256').update('ABCDE12345').digest('base64url'),
      };
      await deliver(headless, account, [signature]);
      return account;
    };
    const first = await register('Lò Thị Mẩy', 'bản Hiêu', 1958);
    const second = await register('Lò Thị Mẩy', 'Hiêu', 1958);
    await register('Phạm Nguyễn Hoàng Thảo Chi', 'bản Kho Mường', 1987);
    const signature = await headless.takePhoto('signature', drawSignature(), 'image/png');
    const photos = [await headless.takePhoto('birth-proof', drawPaper(1), 'image/png')];
    const birth = sampleBirth({
      tablet: headless,
      signature,
      photos,
      accountId: second.id,
      finishedAt: FINISHED,
      childName: 'Hà Gia An',
      motherName: 'Bùi Thị Hòa',
      fatherName: 'Hà Văn Thành',
      village: 'bản Hiêu',
    });
    await deliver(headless, birth, [...photos, signature]);

    await page.goto(`${server.url}/office/accounts`);
    await page
      .getByRole('link', { name: /Lò Thị Mẩy/ })
      .first()
      .click();
    await page.getByRole('heading', { name: 'Có thể là cùng một người' }).waitFor();
    await shoot(page, 'office-account-double', { desk: true });
    await page.getByRole('button', { name: 'Cấp mã mới' }).click();
    await shoot(page, 'office-account-check', { desk: true });
    await page.getByRole('dialog').getByRole('button', { name: 'Cấp mã', exact: true }).click();
    await page.getByRole('heading', { name: 'Mã kích hoạt mới' }).waitFor();
    await shoot(page, 'office-account-code', { desk: true });
    await page.getByRole('dialog').getByRole('button', { name: 'Đóng' }).click();
    await page.getByRole('button', { name: /Có thể trùng/ }).click();
    await shoot(page, 'office-account-doubles', { desk: true });
    await page
      .getByRole('list')
      .getByRole('link', { name: /Lò Thị Mẩy/ })
      .click();
    await page.getByRole('heading', { name: 'Có phải một người không?' }).waitFor();
    await shoot(page, 'office-account-beside', { desk: true });
    await page.getByRole('button', { name: `Cùng một người: giữ ${first.provisionalReference}` }).click();
    await shoot(page, 'office-account-merge', { desk: true });
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Lý do').fill('Cùng ảnh, cùng nhà, cùng chữ ký');
    await dialog.getByRole('button', { name: 'Gộp', exact: true }).click();
    await page.getByText('Các tài khoản đã gộp vào đây').waitFor();
    await shoot(page, 'office-account-merged', { desk: true });

    const visitor = await tablet.context.newPage();
    await visitor.goto(`${server.url}/tra-cuu?ma=${birth.provisionalReference}`);
    await shootPublic(visitor, 'citizen-look-up');
    await visitor.getByLabel('Năm').fill('1998');
    await visitor.getByRole('button', { name: 'Xem hồ sơ' }).click();
    await shootPublic(visitor, 'citizen-not-found');
    await visitor.getByLabel('Năm').fill('1999');
    await visitor.getByRole('button', { name: 'Xem hồ sơ' }).click();
    await visitor.getByText('Việc cần làm').waitFor();
    await shootPublic(visitor, 'citizen-found');
    await askForMore(page, server.url);
    await visitor.reload();
    await expect(visitor.getByText('Còn thiếu', { exact: true })).toBeVisible();
    await shootPublic(visitor, 'citizen-supplement');
    await visitor.goto(`${server.url}/kich-hoat?ma=${first.provisionalReference}`);
    await visitor.getByLabel('Mã kích hoạt').fill('ABCDE-1234');
    await visitor.getByRole('button', { name: 'Kích hoạt' }).click();
    await shootPublic(visitor, 'citizen-activate');
  } finally {
    await tablet.throwAway();
    await server.throwAway();
  }
});

/** The officer asks for a clearer photo. */
async function askForMore(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/office`);
  await page
    .getByRole('link', { name: /Hà Gia An/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Yêu cầu bổ sung' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Lý do').fill('Ảnh giấy chứng sinh bị mờ, không đọc được ngày.');
  await dialog.getByRole('checkbox').first().check();
  await dialog
    .getByRole('button', { name: /bổ sung/i })
    .last()
    .click();
  await expect(dialog).toBeHidden();
}
