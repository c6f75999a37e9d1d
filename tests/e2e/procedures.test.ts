import { expect, type Page, test } from '@playwright/test';
import { signInFirstTime } from './support/at-the-office.ts';
import { goHome, sendNow } from './support/at-the-sender.ts';
import {
  answer,
  begin,
  beginFound,
  chooseForWhom,
  goOn,
  registration,
  saved,
  signAndFinish,
  talk,
  unlock,
} from './support/at-the-table.ts';
import { look } from './support/look.ts';
import { nextRegistration, publish, treeFelling, withdraw } from './support/published.ts';
import { onRoad, PIN, type Road } from './support/road.ts';

const OLD = 'Lò Thị Mẩy';
const MOVED = 'Vi Văn Páo';
const NEED = 'Mở tài khoản dịch vụ công';
const NEW_VERSION = 'Xã đã có bản mới của thủ tục này';

/** A draft as far as its read-back. */
async function leaveDraft(page: Page, name: string): Promise<void> {
  await begin(page, NEED);
  expect(await talk(page, { ...registration, 'person.name': name })).toBeUndefined();
  await saved(page);
  await page.getByRole('button', { name: 'Tạm dừng' }).first().click();
}

async function arrived({ server }: Road) {
  return await server.query<{ name: string; version: number; answers: Record<string, unknown> }>(
    `select name, procedure_version as version, submission->'answers' as answers from accounts order by received_at`,
  );
}

async function openOffice({ tablet, server, url, page }: Road): Promise<Page> {
  const office = await tablet.context.newPage();
  await signInFirstTime(office, url, {
    login: 'admin',
    password: server.oneTimePassword,
    next: 'mua-xuan-ve-ban-2026',
  });
  await page.bringToFront();
  return office;
}

test('a new version comes by sync: one draft finishes on the old one, another moves to it with nothing lost', async () => {
  await onRoad(async (road) => {
    const { page } = road;
    await leaveDraft(page, OLD);
    await leaveDraft(page, MOVED);
    const office = await openOffice(road);

    await test.step('the office publishes it, and both drafts say that there is one', async () => {
      await publish(office, nextRegistration());
      await page.bringToFront();
      await sendNow(page);
      await expect(page.getByText('Có bản mới')).toHaveCount(2);
    });

    await test.step('the first is finished as it was begun', async () => {
      await page.getByRole('link', { name: new RegExp(OLD) }).click();
      await expect(page.getByText(NEW_VERSION)).toBeVisible();
      await expect(page.getByText('Ở nhà thường gọi là gì?')).toHaveCount(0);
      await signAndFinish(page, 'signature.person');
      await expect.poll(async () => (await arrived(road)).length).toBe(1);
      const [first] = await arrived(road);
      expect(first).toMatchObject({ name: OLD, version: 1 });
      expect(first?.answers).toMatchObject({ 'language.interpreter': 'no' });
      await goHome(page);
    });

    await test.step('the second is shown what changes, and moves: what was said is there, what is new is asked', async () => {
      await page.getByRole('link', { name: new RegExp(MOVED) }).click();
      await page.getByRole('button', { name: 'Xem bản mới' }).click();
      const list = (title: string) =>
        page.locator('section').filter({ has: page.getByRole('heading', { name: title }) });
      await expect(list('Hỏi thêm')).toContainText('Ở nhà thường gọi là gì?');
      await look(page, 'a newer version');
      await expect(list('Không hỏi nữa').getByRole('listitem')).toHaveCount(1);
      await expect(list('Được cất riêng').getByRole('listitem')).toHaveCount(1);
      await page.getByRole('button', { name: 'Dùng bản mới' }).click();
      await expect(page.getByText(/đã chuyển sang bản mới/)).toBeVisible();
      await expect(page.getByRole('button', { name: new RegExp(MOVED) })).toBeVisible();
    });

    await test.step('it goes back and forth, and has every word each time', async () => {
      await page.getByRole('button', { name: 'Xem bản kia' }).click();
      await page.getByRole('button', { name: 'Quay lại bản cũ' }).click();
      await expect(page.getByText(NEW_VERSION)).toBeVisible();
      await expect(page.getByText('Ở nhà thường gọi là gì?')).toHaveCount(0);
      await page.getByRole('button', { name: 'Xem bản mới' }).click();
      await page.getByRole('button', { name: 'Dùng bản mới' }).click();
    });

    await test.step('finished, it arrives on the new version', async () => {
      await page
        .getByRole('button', { name: /Ở nhà thường gọi là gì\?/ })
        .first()
        .click();
      await answer(page, 'Páo');
      await goOn(page, 'person.nickname');
      await signAndFinish(page, 'signature.person');
      await expect.poll(async () => (await arrived(road)).length).toBe(2);
      const second = (await arrived(road)).find(({ name }) => name === MOVED);
      expect(second).toMatchObject({ version: 2 });
      expect(second?.answers).toMatchObject({
        'person.nickname': 'Páo',
        'trusted.name': registration['trusted.name'],
        'language.reads': 'no',
      });
      expect(second?.answers).not.toHaveProperty('language.interpreter');
    });
  });
});

test('a wholly new procedure is begun and finished offline; withdrawn, its drafts are told before they finish', async () => {
  await onRoad(async (road) => {
    const { page, server, url } = road;
    const office = await openOffice(road);
    await publish(office, treeFelling);
    await page.bringToFront();
    await sendNow(page);
    await expect.poll(() => onDisk(page, 'procedurePackages')).toContain('tree-felling/1');

    await test.step('found by everyday words and filed with no network, after the app was started anew', async () => {
      await server.stop();
      await page.goto(`${url}/`);
      await unlock(page, PIN);
      await fell(page, 'Hà Văn Thoán');
      await signAndFinish(page, 'signature.requester');
      await goHome(page);
    });

    await test.step('it arrives, and an officer reads it', async () => {
      await server.start();
      await sendNow(page);
      await expect.poll(async () => (await dossiers(road)).length, { timeout: 120_000 }).toBe(1);
      expect(await dossiers(road)).toMatchObject([{ id: 'tree-felling', version: 1 }]);
      await office.goto(`${url}/office`);
      await office
        .getByRole('link', { name: /Xin chặt cây trong vườn/ })
        .first()
        .click();
      await expect(office.getByText('Muốn chặt mấy cây?')).toBeVisible();
    });

    await test.step('withdrawn, a draft is told when it is opened and asked once more before it finishes', async () => {
      await page.bringToFront();
      await fell(page, 'Lò Thị Mẩy');
      await page.getByRole('button', { name: 'Tạm dừng' }).first().click();
      await withdraw(office, 'tree-felling', 1);
      await page.bringToFront();
      await sendNow(page);
      await expect.poll(() => onDisk(page, 'officeNews')).toContain('"withdrawn"');
      await page.getByRole('link', { name: /Lò Thị Mẩy/ }).click();
      await expect(page.getByText('Xã đã thu hồi bản này của thủ tục')).toBeVisible();
      await page.locator('footer button[type=submit]').click();
      await answer(page, 'signs with a finger');
      await page.getByRole('button', { name: 'Hoàn tất' }).click();
      await expect(page.getByRole('dialog')).toContainText('Xã đã thu hồi bản này của thủ tục');
      await page.getByRole('dialog').getByRole('button', { name: 'Vẫn hoàn tất' }).click();
      await expect(page.getByText('CHƯA ĐƯỢC TIẾP NHẬN')).toBeVisible();
      await expect.poll(async () => (await dossiers(road)).length, { timeout: 120_000 }).toBe(2);
    });
  });
});

/** Begins the new procedure and answers it as far as its read-back. */
async function fell(page: Page, name: string): Promise<void> {
  await beginFound(page, 'Xin chặt cây trong vườn');
  await chooseForWhom(page, 'Chưa có tài khoản');
  const consents = {
    'consent.submit': 'Đồng ý',
    'consent.keepCopy': 'Đồng ý',
    'consent.ethnicity': 'Không đồng ý',
    'consent.thumbprint': 'Không đồng ý',
    'consent.contact': 'Không đồng ý',
  };
  expect(await talk(page, { ...consents, 'owner.name': name, 'owner.trees': '3' })).toBeUndefined();
  await saved(page);
}

async function dossiers({ server }: Road) {
  return await server.query<{ id: string; version: number }>(
    `select procedure_id as id, procedure_version as version from dossiers order by received_at`,
  );
}

/** What lies in one table of the tablet, as text. */
async function onDisk(page: Page, table: string): Promise<string> {
  return await page.evaluate(async (name) => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const db = await done(indexedDB.open('ve-ban'));
    const rows = await done(db.transaction(name).objectStore(name).getAll());
    db.close();
    return JSON.stringify(rows);
  }, table);
}
