import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { goHome } from './at-the-sender.ts';

/* Sealed items carried by hand: what people press, and the files that end up on the card. */

export interface CardFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Presses what saves a file, and reads it from the folder where the browser put it. */
export async function saveToCard(page: Page, press: () => Promise<void>): Promise<CardFile> {
  const folder = mkdtempSync(join(tmpdir(), 've-ban-card-'));
  const browser = page.context().browser();
  if (browser === null) throw new Error('no browser');
  const cdp = await browser.newBrowserCDPSession();
  await cdp.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
  await press();
  const whole = () => readdirSync(folder).filter((name) => !/crdownload|^\./.test(name));
  await expect.poll(whole).toHaveLength(1);
  await cdp.detach();
  const [name] = whole();
  if (name === undefined) throw new Error('no file');
  return { name, bytes: readFileSync(join(folder, name)) };
}

/** From the home screen to the courier's three ways. */
export async function openCourier(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Cài đặt', exact: true }).click();
  await page.getByRole('link', { name: 'Nhờ người mang hồ sơ' }).click();
  await expect(page.getByRole('heading', { name: 'Nhờ người mang hồ sơ đi' })).toBeVisible();
}

/** All that waits, or what was finished for the one of that name, up to the screen that hands it over. */
export async function chooseToSend(page: Page, only?: string): Promise<void> {
  await openCourier(page);
  await page.getByRole('link', { name: /^Gửi nhờ/ }).click();
  if (only !== undefined) {
    await page.getByRole('button', { name: 'Bỏ chọn hết' }).click();
    await page.getByRole('checkbox', { name: new RegExp(only) }).check();
  }
  await page.getByRole('button', { name: 'Tiếp theo' }).click();
  await expect(page.getByRole('heading', { name: 'Trao hồ sơ cho người mang đi' })).toBeVisible();
}

/** One file with all that waits, or with what was finished for one person. */
export async function exportToCard(page: Page, only?: string): Promise<CardFile> {
  await chooseToSend(page, only);
  const file = await saveToCard(page, () => page.getByRole('button', { name: 'Lưu tệp' }).click());
  await leaveCourier(page);
  return file;
}

/** Opens files on a tablet; the screen then shows the result. */
export async function bringToTablet(page: Page, files: readonly CardFile[]): Promise<void> {
  await openCourier(page);
  await page.getByRole('link', { name: /^Nhận chuyển giúp/ }).click();
  await pickFiles(page, files);
  await expect(page.getByRole('heading', { name: 'Kết quả' })).toBeVisible({ timeout: 30_000 });
}

/** Opens files at the office computer; the screen then shows the result. */
export async function bringToOffice(page: Page, url: string, files: readonly CardFile[]): Promise<void> {
  await page.goto(`${url}/office/courier`);
  await expect(page.getByRole('heading', { name: 'Tệp mang về' })).toBeVisible();
  await pickFiles(page, files);
  await expect(page.getByRole('heading', { name: 'Kết quả' })).toBeVisible({ timeout: 60_000 });
}

async function pickFiles(page: Page, files: readonly CardFile[]): Promise<void> {
  await page
    .locator('input[data-courier=files]')
    .setInputFiles(
      files.map(({ name, bytes }) => ({ name, mimeType: 'application/octet-stream', buffer: bytes })),
    );
}

/** The receipts of what this tablet carried, as a file to take home. */
export async function receiptsToCard(page: Page): Promise<CardFile> {
  await openCourier(page);
  await page.getByRole('link', { name: /^Đang chuyển giúp/ }).click();
  await page.getByRole('button', { name: 'Lấy biên nhận' }).click({ timeout: 60_000 });
  const file = await saveToCard(page, () => page.getByRole('button', { name: 'Lưu tệp' }).click());
  await leaveCourier(page);
  return file;
}

/** Back to the home screen from wherever in the courier. */
export async function leaveCourier(page: Page): Promise<void> {
  for (let steps = 0; steps < 4; steps++) {
    const back = page.locator('footer').getByText('Quay lại');
    if ((await back.count()) === 0) break;
    await back.click();
  }
  await goHome(page);
}

/** Each code of the series that the screen shows, as rows of dark (true) and light modules with their quiet zone. */
export async function codesShown(page: Page): Promise<boolean[][][]> {
  await page.getByRole('button', { name: 'Dừng lại' }).click();
  const code = page.locator('main svg[role=img]');
  const text = (await code.getAttribute('aria-label')) ?? '';
  const of = Number(/trong (\d+)/.exec(text)?.[1]);
  const codes: boolean[][][] = [];
  for (let count = 0; count < of; count++) {
    codes.push(
      await code.evaluate((svg) => {
        const side = Number(svg.getAttribute('viewBox')?.split(' ')[2]);
        const rows = Array.from({ length: side }, () => Array.from({ length: side }, () => false));
        const path = svg.querySelector('path')?.getAttribute('d') ?? '';
        for (const [, x, y] of path.matchAll(/M(\d+) (\d+)h/g)) {
          const row = rows[Number(y)];
          if (row !== undefined) row[Number(x)] = true;
        }
        return rows;
      }),
    );
    await page.getByRole('button', { name: 'Mã sau' }).click();
  }
  return codes;
}
