import { writeFileSync } from 'node:fs';
import { type Page, test } from '@playwright/test';
import { openDatabase } from '../../src/server/storage/connection.ts';
import { Server } from '../e2e/support/server.ts';
import { Tablet } from '../e2e/support/tablet.ts';
import { addDossiers, openCrowdedOffice } from '../support/office/crowded-office.ts';
import { withPalette } from './palette-png.ts';

/** The sizes of an officer's desk. */
const DESKS = [
  { width: 1440, height: 900 },
  { width: 1280, height: 800 },
] as const;

async function shoot(page: Page, name: string): Promise<void> {
  for (const desk of DESKS) {
    await page.setViewportSize(desk);
    await page.evaluate(() => document.fonts.ready);
    await page.waitForTimeout(200);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    const size = `${desk.width}x${desk.height}`;
    if (wide > 0) console.log(`${name}-${size}: ${wide} px too wide`);
    const png = await page.screenshot({ animations: 'disabled', caret: 'hide' });
    writeFileSync(`docs/screenshots/${name}-${size}.png`, withPalette(png));
  }
}

test('the console at work, with two thousand made-up dossiers', async () => {
  const server = await Server.prepare();
  const tablet = new Tablet(server.url);
  try {
    await server.start();
    const { db, close } = openDatabase(await server.connection(), () => undefined);
    const office = await openCrowdedOffice(db, 7, new Date());
    const page = await tablet.switchOn();
    await page.goto(`${server.url}/office`);
    await page.getByLabel('Tên đăng nhập').fill(office.officer.login);
    await page.getByLabel('Mật khẩu').fill(office.officer.password);
    await page.getByRole('button', { name: 'Vào văn phòng' }).click();
    await page.getByText('Không có hồ sơ nào chờ tiếp nhận', { exact: false }).waitFor();
    await shoot(page, 'console-empty');
    await addDossiers(db, office, 2_000);
    await close();
    await page.reload();
    await page.locator('[data-line]').first().waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Tiếp nhận', exact: true }).waitFor();
    await page.waitForLoadState('networkidle');
    await shoot(page, 'console-queue');

    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
    await shoot(page, 'console-keys');
    await page.keyboard.press('Escape');
    await page.keyboard.press('l');
    await page.getByLabel('Đang chờ').selectOption('citizen');
    await page.getByLabel('Tên bộ lọc').fill('Người dân cần làm');
    await page.getByRole('button', { name: 'Lưu bộ lọc' }).click();
    await page.getByRole('button', { name: /^Xóa bộ lọc/ }).waitFor();
    await shoot(page, 'console-filter');
    await page.getByRole('dialog').getByRole('button', { name: 'Đóng' }).click();
    await page.getByText('Không có hồ sơ nào khớp', { exact: false }).waitFor();
    await shoot(page, 'console-filtered-empty');
    await page.goto(`${server.url}/office/queue/registered`);
    await page.locator('[data-line]').nth(4).waitFor();
    for (const key of ['j', 'j', 'x', 'Shift+ArrowDown', 'Shift+ArrowDown']) await page.keyboard.press(key);
    await page.getByText('Đã chọn 3 hồ sơ').waitFor();
    await shoot(page, 'console-picked');
    await page.getByRole('button', { name: 'Tiếp nhận (3)' }).click();
    await page.getByRole('dialog').waitFor();
    await shoot(page, 'console-bulk-dialog');
    await page.getByRole('button', { name: 'Đồng ý' }).click();
    await page.getByRole('button', { name: 'Hoàn tác' }).waitFor();
    await shoot(page, 'console-undo');
    await page.getByText('Đã tiếp nhận 3 hồ sơ').waitFor();
    await server.stop();
    await page
      .getByText(/Đang xem dữ liệu lúc/)
      .first()
      .waitFor({ timeout: 90_000 });
    await shoot(page, 'console-stale');
  } finally {
    await tablet.throwAway();
    await server.throwAway();
  }
});
