import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { type Conversation, enrol, registration, talk, unlock } from './support/at-the-table.ts';
import { look } from './support/look.ts';
import { Server } from './support/server.ts';
import { Tablet } from './support/tablet.ts';

const PIN = '274195';
/** A cheap phone. */
const PHONE = { width: 360, height: 740 };

const consents: Conversation = Object.fromEntries(
  Object.entries(registration).filter(([question]) => question.startsWith('consent.')),
);

test('a kiosk on a small phone: forgets who goes away, hands over who finishes, and ends with a PIN alone', async () => {
  const server = await Server.prepare();
  const tablet = new Tablet(server.url, PHONE);
  try {
    await server.start();
    const page = await tablet.switchOn();
    await page.goto(`${server.url}/`);
    await enrol(page, { code: server.enrolmentCode, device: 'Máy hội trường', pin: PIN });
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await server.stop();
    let at = Date.now();
    /** So many seconds later the clock stands still again: looks take as long as they take. */
    const stand = async (later: number) => {
      at += later * 1000;
      await page.clock.setFixedTime(at);
    };

    await test.step('staff read what it means, and switch it on', async () => {
      await page.getByRole('link', { name: 'Cài đặt' }).click();
      await page.getByRole('link', { name: 'Xem và bật' }).click();
      await expect(page.getByText('Chỉ PIN của bạn mở được')).toBeVisible();
      await stand(0);
      await page.getByRole('button', { name: 'Bật máy tự phục vụ' }).click();
      await welcome(page);
      await look(page, 'kiosk, welcome');
      expect(await faultsFor(page)).toEqual([]);
    });

    await test.step('one begins, goes away in the middle, and is forgotten', async () => {
      await choose(page);
      expect(await talk(page, { ...consents, 'person.name': 'Lò Thị Mẩy' })).toBe('person.sex');
      await expect(page.getByRole('button', { name: 'Cả phần' })).toHaveCount(0);
      await stand(185);
      await expect(page.getByRole('timer')).toBeVisible();
      await look(page, 'kiosk, somebody is asked whether they are there');
      expect(await faultsFor(page)).toEqual([]);
      await touchAnywhere(page);
      await expect(page.getByRole('timer')).toHaveCount(0);
      await stand(211);
      await expect(page.getByRole('heading', { name: 'Máy đã cất phần đang làm' })).toBeVisible();
      await look(page, 'kiosk, put away');
      await expect(page.getByText('1', { exact: true })).toBeVisible();
      await stand(61);
      await welcome(page);
    });

    await test.step('neither addresses, nor loading them anew, nor going back lead anywhere else', async () => {
      for (const path of ['/settings', '/begin']) {
        await page.goto(`${server.url}${path}`);
        await welcome(page);
      }
      await goBack(page);
      await welcome(page);
      await expect(page.getByText('Mẩy')).toHaveCount(0);
    });

    await test.step('going back to a page that the browser kept brings nobody back', async () => {
      await choose(page);
      expect(await talk(page, { ...consents, 'person.name': 'Lương Thị Pỏm' })).toBe('person.sex');
      await page.evaluate(() =>
        window.addEventListener('pageshow', ({ persisted }) =>
          sessionStorage.setItem('was kept', String(persisted)),
        ),
      );
      // A picture by itself runs nothing for which the browser would let go of the page before.
      await page.goto(`${server.url}/favicon.svg`);
      await goBack(page);
      await welcome(page);
      expect(await page.evaluate(() => sessionStorage.getItem('was kept'))).toBe('true');
      await expect(page.getByText('Pỏm')).toHaveCount(0);
    });

    await test.step('another gives it to the staff', async () => {
      await choose(page);
      await talk(page, { ...consents, 'person.name': 'Hà Văn Páo' });
      await page.getByRole('button', { name: 'Gọi cán bộ' }).locator('visible=true').click();
      await page.getByRole('button', { name: 'Gửi cho cán bộ' }).click();
      await expect(page.getByRole('heading', { name: 'Xong phần của bác' })).toBeVisible();
      await look(page, 'kiosk, given to the staff');
      await expect(page.getByText('3', { exact: true })).toBeVisible();
      expect(await faultsFor(page)).toEqual([]);
      await page.getByRole('button', { name: 'Đã nhớ số' }).click();
      await welcome(page);
    });

    await test.step('staff end it with their PIN and find all, marked', async () => {
      await page.getByRole('button', { name: 'Dành cho cán bộ' }).click();
      await unlock(page, PIN);
      await expect(page.getByText('Từ máy tự phục vụ, người dân bỏ dở: số 1')).toBeVisible();
      await expect(page.getByText('Từ máy tự phục vụ, người dân bỏ dở: số 2')).toBeVisible();
      await expect(page.getByText('Từ máy tự phục vụ, cần kiểm tra: số 3')).toBeVisible();
      await page.getByRole('link', { name: /Hà Văn Páo/ }).click();
      await expect(page.getByText('Hãy đọc lại cùng người đó')).toBeVisible();
      await expect(page.locator('main [data-question="person.sex"]')).toBeVisible();
    });
  } finally {
    await tablet.throwAway();
    await server.throwAway();
  }
});

async function welcome(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Nhà mình có việc gì?' })).toBeVisible();
}

/** The browser's own button. Playwright's waits for a new page, also where the browser shows the old one as it stood. */
async function goBack(page: Page): Promise<void> {
  await page.evaluate(() => history.back());
}

/** A finger, beside whatever is on the screen. */
async function touchAnywhere(page: Page): Promise<void> {
  const screen = await page.context().newCDPSession(page);
  await screen.send('Emulation.setTouchEmulationEnabled', { enabled: true });
  await screen.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x: 20, y: 120 }] });
  await screen.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await screen.detach();
}

/** What axe finds on the screen as it stands. */
async function faultsFor(page: Page): Promise<string[]> {
  const { violations, passes } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(passes.length).toBeGreaterThan(5);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' ')}`);
}

async function choose(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Mở tài khoản dịch vụ công' }).click();
  await page
    .locator('main')
    .getByRole('link', { name: /^.*Đăng ký tài khoản/ })
    .click();
  await page.getByRole('button', { name: 'Bắt đầu' }).click();
}
