import { expect, type Page, test } from '@playwright/test';
import { makeEnrolmentCode, signInFirstTime } from './support/at-the-office.ts';
import {
  begin,
  choosePin,
  enrol,
  lock,
  registration,
  saved,
  talk,
  typePin,
  unlock,
} from './support/at-the-table.ts';
import { Server } from './support/server.ts';
import { Tablet } from './support/tablet.ts';

const PIN = '274195';
const WRONG = '583920';
const CITIZEN = 'Vi Văn Páo';

test('wrong PINs wait longer and longer, then the office alone opens the door; nothing is lost', async () => {
  const server = await Server.prepare();
  const tablet = new Tablet(server.url);
  try {
    await server.start();
    let page = await tablet.switchOn();
    await page.goto(`${server.url}/`);
    await enrol(page, { code: server.enrolmentCode, device: 'Máy 03', pin: PIN });
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await begin(page, 'Mở tài khoản dịch vụ công');
    const { 'person.sex': _sex, ...untilSex } = registration;
    expect(await talk(page, { ...untilSex, 'person.name': CITIZEN })).toBe('person.sex');
    await saved(page);
    await page.goto(`${server.url}/`);
    await unlock(page, PIN);
    await lock(page);
    const name =
      (await page.getByRole('heading', { name: /^Chào / }).textContent())?.replace(/^Chào /, '') ?? '';
    let at = Date.now();
    /** So many seconds later the clock of the tablet stands still again: a busy machine takes as long as it takes. */
    const stand = async (later: number) => {
      at += later * 1000;
      await page.clock.setFixedTime(at);
    };

    await test.step('two fat fingers cost nothing, the third wrong PIN costs half a minute', async () => {
      await stand(0);
      for (let time = 0; time < 2; time++) {
        await tryPin(page, WRONG);
        await expect(page.getByRole('alert')).toHaveText('PIN chưa đúng.');
        await expect(key(page)).toBeEnabled();
      }
      await tryPin(page, WRONG);
      expect(await secondsLeft(page)).toBe(30);
      await expect(key(page)).toBeDisabled();
    });

    await test.step('it counts down, also over a reload and a browser that is killed and started again', async () => {
      await stand(2);
      await expect.poll(() => secondsLeft(page)).toBe(28);
      await page.reload();
      expect(await secondsLeft(page)).toBe(28);
      await tablet.kill();
      page = await tablet.switchOn();
      await stand(10);
      await page.goto(`${server.url}/`);
      expect(await secondsLeft(page)).toBe(18);
      await expect(key(page)).toBeDisabled();
      await stand(1);
      await expect.poll(() => secondsLeft(page)).toBe(17);
      // The keyboard is no way around the pad.
      await page.keyboard.type(PIN);
      await page.keyboard.press('Enter');
      await expect(page.getByText('Đã bấm 0 số')).toBeAttached();
    });

    await test.step('when it is over, the right PIN opens, and forgives', async () => {
      await stand(18);
      await expect(key(page)).toBeEnabled();
      await unlock(page, PIN);
      await expect(page.getByText(CITIZEN)).toBeVisible();
      await lock(page);
    });

    await test.step('each further wrong PIN waits longer; after the tenth no waiting helps', async () => {
      const waits: number[] = [];
      for (let failures = 1; failures < 10; failures++) {
        await tryPin(page, WRONG);
        if (failures < 3) {
          await expect(page.getByRole('alert')).toHaveText('PIN chưa đúng.');
          continue;
        }
        waits.push(await secondsLeft(page));
        await stand((waits.at(-1) ?? 0) + 1);
        await expect(key(page)).toBeEnabled();
      }
      expect(waits).toEqual([30, 60, 120, 300, 900, 1800, 3600]);
      await tryPin(page, WRONG);
      await expect(page.getByText('Đã nhập sai quá nhiều lần')).toBeVisible();
      await stand(48 * 3600);
      await page.reload();
      await expect(page.getByText('Đã nhập sai quá nhiều lần')).toBeVisible();
      await expect(key(page)).toHaveCount(0);
    });

    await test.step('a fresh code of the office for the same person opens it: PIN and drafts are as they were', async () => {
      const office = await tablet.context.newPage();
      await signInFirstTime(office, server.url, {
        login: 'admin',
        password: server.oneTimePassword,
        next: 'mua-xuan-ve-ban-2026',
      });
      const code = await makeEnrolmentCode(office, server.url, name);
      await office.close();
      await page.getByRole('link', { name: 'Nhập mã mới' }).click();
      await page.getByLabel('Mã ghi danh').fill(code);
      await page.getByRole('button', { name: 'Tiếp theo' }).click();
      await choosePin(page, WRONG);
      await expect(page.getByText(/^PIN cũ và mọi hồ sơ làm dở vẫn còn/)).toBeVisible({
        timeout: 30_000,
      });
      await page.getByRole('button', { name: 'Nhập PIN cũ' }).click();
      await tryPin(page, WRONG);
      await expect(page.getByRole('alert')).toHaveText('PIN chưa đúng.');
      await unlock(page, PIN);
      await page.getByText(CITIZEN).click();
      await expect(page.locator('main [data-question="person.sex"]')).toBeVisible();
    });
  } finally {
    await tablet.throwAway();
    await server.throwAway();
  }
});

test('a tablet that nobody touches locks itself, keeps the last word, and comes back to it', async () => {
  const server = await Server.prepare();
  const tablet = new Tablet(server.url);
  try {
    await server.start();
    const page = await tablet.switchOn();
    await page.clock.install();
    await page.goto(`${server.url}/`);
    await enrol(page, { code: server.enrolmentCode, device: 'Máy 03', pin: PIN });
    await begin(page, 'Mở tài khoản dịch vụ công');
    const { 'person.name': _name, ...untilName } = registration;
    expect(await talk(page, untilName)).toBe('person.name');
    const address = page.url();
    await page.getByRole('textbox').fill('Vi Văn');

    await page.clock.fastForward('04:40');
    await expect(page.getByRole('textbox')).toBeVisible();
    // Somebody types again, so the five minutes begin again.
    await page.getByRole('textbox').fill(CITIZEN);
    await page.clock.fastForward('04:40');
    await expect(page.getByRole('textbox')).toBeVisible();
    await page.clock.fastForward('00:30');
    await expect(page.getByRole('heading', { name: /^Chào / })).toBeVisible();
    expect(new URL(page.url()).pathname).toBe('/lock');
    expect(await page.content()).not.toContain(CITIZEN);

    await typePin(page, PIN);
    await page.getByRole('button', { name: 'Mở khóa' }).click();
    await expect(page.getByRole('textbox')).toHaveValue(CITIZEN);
    expect(page.url()).toBe(address);

    // Locked once more, "back" leads into no room either.
    await page.clock.fastForward('05:30');
    await expect(page.getByRole('heading', { name: /^Chào / })).toBeVisible();
    await page.goBack();
    await expect(page.getByRole('heading', { name: /^Chào / })).toBeVisible();
    expect(await page.content()).not.toContain(CITIZEN);
  } finally {
    await tablet.throwAway();
    await server.throwAway();
  }
});

async function tryPin(page: Page, pin: string): Promise<void> {
  await expect(key(page)).toBeEnabled();
  await typePin(page, pin);
  await page.getByRole('button', { name: 'Mở khóa' }).click();
  await expect(page.getByText('Đã bấm 0 số').or(page.getByText('Đã nhập sai quá nhiều lần'))).toBeAttached();
}

function key(page: Page) {
  return page.getByRole('button', { name: '5', exact: true });
}

/** What the lock screen says is left to wait. */
async function secondsLeft(page: Page): Promise<number> {
  const said = page.getByRole('alert').filter({ hasText: 'Thử lại được sau' });
  await expect(said).toBeVisible();
  const [, minutes, seconds] = /(\d+):(\d\d)/.exec((await said.textContent()) ?? '') ?? [];
  return Number(minutes) * 60 + Number(seconds);
}
