import { expect, type Page, test } from '@playwright/test';
import { expectNumbers, readQueue, registerPeople, sendNow } from './support/at-the-sender.ts';
import { answer, begin, goOn, registration, saved, talk, typePin, unlock } from './support/at-the-table.ts';
import { openOfficeWithNextVersion } from './support/next-version.ts';
import { onRoad, PIN } from './support/road.ts';

const NEXT = '9.9.9';
const WAITS = /^Đã có phiên bản mới, đợi bạn làm xong/;
const READY = /^Đã có phiên bản mới\. Mọi thứ đã lưu vẫn còn nguyên/;
const TAKE = { name: 'Cập nhật ngay' };

test('a new version that arrives in the middle of a question waits, and finds everything where it was', async () => {
  test.setTimeout(400_000);
  const office = await openOfficeWithNextVersion(NEXT);
  const before = process.env.BUILT_APP;
  process.env.BUILT_APP = office.folder;
  try {
    await onRoad(async ({ server, link, tablet, page, url }) => {
      const first = await versionOn(page, url);
      expect(first).not.toBe(NEXT);
      await unlock(page, PIN);
      link.decide(({ path }) => (path.startsWith('/api/sync') ? 'cut going up' : 'passes'));
      await registerPeople(page, ['Hà Thị Sen']);
      const queue = await readQueue(page);

      const { 'person.name': name, ...untilName } = registration;
      await begin(page, 'Mở tài khoản dịch vụ công');
      expect(await talk(page, untilName)).toBe('person.name');
      await page.getByRole('textbox').first().fill('Lò Thị');

      await test.step('it arrives, and only says so: the question and the half word stay', async () => {
        office.publishNext();
        // The app asks at such a moment, but not twice in a minute.
        await expect(async () => {
          await backOnline(page);
          await expect(page.getByText(WAITS)).toBeVisible({ timeout: 10_000 });
        }).toPass({ timeout: 120_000 });
        await expect(page.locator('main [data-question="person.name"]')).toBeVisible();
        await expect(page.getByRole('textbox').first()).toHaveValue('Lò Thị');
        await expect(page.getByRole('button', TAKE)).toHaveCount(0);
        await saved(page);
      });

      await test.step('another window may not take it over the head of who is talking here', async () => {
        const second = await tablet.context.newPage();
        await second.goto(`${url}/`);
        await unlock(second, PIN);
        await expect(second.getByText(READY)).toBeVisible();
        await second.getByRole('button', TAKE).click();
        await expect(second.getByText(/^Một cửa sổ khác của ứng dụng đang làm dở/)).toBeVisible();
        await second.close();
        await page.bringToFront();
        await answer(page, String(name));
        await goOn(page, 'person.name');
        await answer(page, 'Nữ');
        await saved(page);
        await expect(page.getByText(WAITS)).toBeVisible();
      });

      await test.step('left alone, the tablet locks; behind the lock the new version comes by itself', async () => {
        await page.evaluate(() =>
          localStorage.setItem('ve-ban-preferences', JSON.stringify({ autoLockMinutes: 1 })),
        );
        const reloaded = page.waitForEvent('load', { timeout: 150_000 });
        await expect(page.getByRole('heading', { name: /^Chào / })).toBeVisible({ timeout: 90_000 });
        await reloaded;
        await expect(page.getByRole('heading', { name: /^Chào / })).toBeVisible();
        await expect(page.getByText(READY)).toHaveCount(0);
      });

      await test.step('the person comes back to the question, with what was said', async () => {
        await typePin(page, PIN);
        await page.getByRole('button', { name: 'Mở khóa' }).click();
        await expect(page.locator('main [data-question="person.sex"]')).toBeVisible({ timeout: 30_000 });
        await expect(page.getByRole('radio', { name: 'Nữ' })).toBeChecked();
        expect(await readQueue(page)).toEqual(queue);
      });

      await test.step('it works without a network, and the queue goes out when there is one', async () => {
        await server.stop();
        expect(await versionOn(page, url)).toBe(NEXT);
        await unlock(page, PIN);
        await page.getByRole('link', { name: /Lò Thị Mẩy/ }).click();
        await expect(page.locator('main [data-question="person.sex"]')).toBeVisible();
        await page.goto(`${url}/`);
        await unlock(page, PIN);
        await server.start();
        link.decide(() => 'passes');
        await sendNow(page);
        await expectNumbers(page, { waiting: 0, received: 1 });
      });
    });
  } finally {
    if (before === undefined) delete process.env.BUILT_APP;
    else process.env.BUILT_APP = before;
    office.takeAway();
  }
});

/** What the settings say of the app, loaded anew; leaves it locked. */
async function versionOn(page: Page, url: string): Promise<string> {
  await page.goto(`${url}/`);
  await unlock(page, PIN);
  await page.locator('a[href="/settings"]').first().click();
  const version = page.locator('dt').filter({ hasText: 'Phiên bản' }).locator('+ dd');
  await expect(version).toBeVisible({ timeout: 30_000 });
  const said = (await version.textContent()) ?? '';
  await page.goto(`${url}/`);
  return said;
}

/** As the browser says it when the network is there again. */
async function backOnline(page: Page): Promise<void> {
  await page.evaluate(() => dispatchEvent(new Event('online')));
}
