import { expect, type Page, test } from '@playwright/test';
import {
  acceptFirstDossier,
  addFieldStaff,
  makeEnrolmentCode,
  signInFirstTime,
} from './support/at-the-office.ts';
import {
  begin,
  birth,
  type Conversation,
  choosePin,
  daysAgo,
  enrol,
  registration,
  saved,
  signAndFinish,
  talk,
  typePin,
} from './support/at-the-table.ts';
import { Server } from './support/server.ts';
import { Tablet } from './support/tablet.ts';

const COLLEAGUE = 'Vi Thị Hom';
const PINS = { first: '274195', second: '806314' };

/** Both parents' papers are shown and not photographed: this story is about people, not about photos. */
const papersShown: Conversation = {
  ...birth({ certificate: Buffer.alloc(0), marriage: Buffer.alloc(0) }, daysAgo(12)),
  'document.birthProof': { paper: 'Có mang theo, chỉ cho xem', which: 'Giấy chứng sinh' },
  'document.marriage': { paper: 'Có mang theo, chỉ cho xem' },
};

test('two on one tablet: neither sees the other, and whoever is there sends for both', async () => {
  const server = await Server.prepare();
  const tablet = new Tablet(server.url);
  try {
    await server.start();
    const page = await tablet.switchOn();
    await page.goto(`${server.url}/`);
    await enrol(page, { code: server.enrolmentCode, device: 'Máy 03', pin: PINS.first });
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await page.getByRole('button', { name: 'Khóa máy' }).click();
    const hello = page.getByRole('heading', { name: /^Chào / });
    const first = ((await hello.textContent()) ?? '').replace(/^Chào /, '');

    const office = await tablet.context.newPage();
    await test.step('the administrator adds a colleague, who joins from the lock screen', async () => {
      await signInFirstTime(office, server.url, {
        login: 'admin',
        password: server.oneTimePassword,
        next: 'mua-xuan-ve-ban-2026',
      });
      await addFieldStaff(office, server.url, { name: COLLEAGUE, login: 'hom' });
      const code = await makeEnrolmentCode(office, server.url, COLLEAGUE);
      await page.bringToFront();
      await page.getByRole('link', { name: 'Thêm một cán bộ' }).click();
      await expect(page.getByRole('heading', { name: 'Thêm một cán bộ vào máy này' })).toBeVisible();
      await page.getByLabel('Mã ghi danh').fill(code);
      await page.getByRole('button', { name: 'Tiếp theo' }).click();
      await choosePin(page, PINS.second);
      await page.getByRole('button', { name: 'Bắt đầu làm việc' }).click({ timeout: 60_000 });
      await expect(page.getByText(COLLEAGUE)).toBeVisible();
      await server.stop();
    });

    await test.step('the colleague finishes a registration and leaves a draft', async () => {
      await begin(page, 'Mở tài khoản dịch vụ công');
      await talk(page, { ...registration, 'person.name': 'Vi Văn Páo' });
      await signAndFinish(page, 'signature.person');
    });
    const colleaguesRecord = idIn(page);
    const colleaguesDraft = await leaveDraft(page, server.url, 'Ngân Thị Xuyến', {
      name: COLLEAGUE,
      pin: PINS.second,
    });

    const enters = { name: first, pin: PINS.first };
    await test.step('the first one finishes a birth and leaves a draft', async () => {
      await enter(page, server.url, enters);
      await begin(page, 'Có cháu mới sinh', 'Chưa có tài khoản');
      expect(await talk(page, papersShown)).toBeUndefined();
      await signAndFinish(page, 'signature.requester');
    });
    const firstRecord = idIn(page);
    const firstDraft = await leaveDraft(page, server.url, 'Lương Văn Tọa', enters);

    await test.step('each sees their own, by list, by search and by address', async () => {
      await enter(page, server.url, enters);
      await seesOnly(page, ['Lương Văn Tọa', 'Hà Minh Khuê'], ['Ngân Thị Xuyến', 'Vi Văn Páo']);
      await findsNothingAt(page, server.url, `/interview/${colleaguesDraft}`, enters);
      for (const room of ['summary', 'slip']) await goesNowhere(page, `/${room}/${colleaguesRecord}`);
      const colleague = { name: COLLEAGUE, pin: PINS.second };
      await enter(page, server.url, colleague);
      await seesOnly(page, ['Ngân Thị Xuyến', 'Vi Văn Páo'], ['Lương Văn Tọa', 'Hà Minh Khuê']);
      await findsNothingAt(page, server.url, `/interview/${firstDraft}`, colleague);
      for (const room of ['summary', 'slip']) await goesNowhere(page, `/${room}/${firstRecord}`);
    });

    let officialCode = '';
    await test.step('the colleague sends: what the first one finished goes too, each under its own name', async () => {
      await enter(page, server.url, { name: COLLEAGUE, pin: PINS.second });
      await server.start();
      await page.getByRole('button', { name: /^Gửi ngay/ }).click();
      await expect
        .poll(
          async () =>
            (
              await server.query<{ n: string }>(`select count(*) n from attachments where state = 'stored'`)
            )[0]?.n,
          {
            timeout: 30_000,
          },
        )
        .toBe('2');
      const sent = await server.query<{ kind: string; name: string }>(
        `select e.kind, s.display_name as name
           from envelopes e join staff_keys k on k.key_id = e.signer_key_id join staff s on s.id = k.staff_id
          order by e.kind`,
      );
      expect(sent).toEqual([
        { kind: 'account', name: COLLEAGUE },
        { kind: 'dossier', name: first },
      ]);
      await office.bringToFront();
      officialCode = await acceptFirstDossier(office, server.url);
      await page.bringToFront();
      await page.getByRole('button', { name: 'Hỏi văn phòng' }).click();
      await expect(page.getByText('Tài khoản chờ duyệt')).toBeVisible();
      await expect(page.getByText(officialCode)).toHaveCount(0);
    });

    await test.step('and the first one finds the official code on their own list', async () => {
      await enter(page, server.url, enters);
      await expect(page.getByRole('link', { name: /Hà Minh Khuê/ })).toContainText(officialCode);
      await expect(page.getByText('chờ gửi', { exact: true }).locator('..')).toContainText('0');
      await expect(page.getByText('Tài khoản chờ duyệt')).toHaveCount(0);
    });
  } finally {
    await tablet.throwAway();
    await server.throwAway();
  }
});

interface Person {
  readonly name: string;
  readonly pin: string;
}

/** A cold start, then the person picks themselves. */
async function enter(page: Page, url: string, person: Person): Promise<void> {
  await page.goto(`${url}/`);
  await openDoor(page, person);
  await expect(page.getByRole('heading', { name: 'Hôm nay bà con cần gì?' })).toBeVisible();
}

async function openDoor(page: Page, { name, pin }: Person): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Ai đang dùng máy?' })).toBeVisible({ timeout: 30_000 });
  await page.getByRole('button', { name }).click();
  await typePin(page, pin);
  await page.getByRole('button', { name: 'Mở khóa' }).click();
}

async function leaveDraft(page: Page, url: string, citizen: string, person: Person): Promise<string> {
  await enter(page, url, person);
  await begin(page, 'Mở tài khoản dịch vụ công');
  const { 'person.sex': _sex, ...untilSex } = registration;
  expect(await talk(page, { ...untilSex, 'person.name': citizen })).toBe('person.sex');
  await saved(page);
  return idIn(page);
}

function idIn(page: Page): string {
  const id = /[0-9a-f-]{36}$/.exec(new URL(page.url()).pathname)?.[0];
  if (id === undefined) throw new Error(`no id in ${page.url()}`);
  return id;
}

async function seesOnly(page: Page, own: readonly string[], others: readonly string[]): Promise<void> {
  for (const name of own) await expect(page.getByText(name)).toBeVisible();
  for (const name of others) await expect(page.getByText(name)).toHaveCount(0);
  for (const name of others) {
    await page.getByRole('searchbox').fill(name);
    await expect(page.getByText('Không thấy ai trên máy này có tên như vậy.')).toBeVisible();
  }
  await page.getByRole('searchbox').fill('');
}

/** Typed on a cold start the address leads home; reached inside the open app it leads to a page that says there is nothing. */
async function findsNothingAt(page: Page, url: string, path: string, person: Person): Promise<void> {
  await page.goto(`${url}${path}`);
  await openDoor(page, person);
  await expect(page.getByRole('heading', { name: 'Hôm nay bà con cần gì?' })).toBeVisible();
  await goesNowhere(page, path);
}

async function goesNowhere(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => history.pushState(null, '', to), path);
  await expect(page.getByRole('heading', { name: 'Không thấy hồ sơ này' })).toBeVisible();
}
