import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { LAYOUT } from '../../src/client/storage/migrations.ts';
import { answer, begin, goOn, registration, saved, talk, unlock } from './support/at-the-table.ts';
import { onRoad, PIN } from './support/road.ts';
import { Server } from './support/server.ts';
import { Tablet } from './support/tablet.ts';

const CLEARED = 'Dữ liệu trên máy vừa bị xóa';
const { 'person.name': _name, ...untilName } = registration;

test('data cleared under the running app is said at once, and nothing empty takes its place', async () => {
  await onRoad(async ({ tablet, page, url }) => {
    await begin(page, 'Mở tài khoản dịch vụ công');
    expect(await talk(page, untilName)).toBe('person.name');

    const browser = await tablet.context.newCDPSession(page);
    await browser.send('Storage.clearDataForOrigin', { origin: url, storageTypes: 'indexeddb' });
    await page
      .getByRole('textbox')
      .first()
      .fill('Lò Thị Mẩy')
      .catch(() => undefined);
    await expect(page.getByRole('heading', { name: CLEARED })).toBeVisible();
    expect(await databases(page)).toEqual([]);

    await test.step('loaded anew it is no new tablet: it says what happened, and leads to enrolment', async () => {
      await page.getByRole('button', { name: 'Tải lại' }).click();
      await expect(page.getByRole('heading', { name: 'Dữ liệu trên máy này đã bị xóa' })).toBeVisible();
      await page.getByRole('button', { name: 'Ghi danh lại' }).click();
      await expect(page.getByLabel('Mã ghi danh')).toBeVisible();
    });
  });
});

test('a connection that the browser closed is opened again, and no word is lost', async () => {
  await onRoad(async ({ page, url }) => {
    // The page's own connections, so that they can be closed from outside, as the browser does in its housekeeping.
    await page.addInitScript(() => {
      const connections: IDBDatabase[] = [];
      const open = IDBFactory.prototype.open;
      IDBFactory.prototype.open = function (...request) {
        const opening = open.apply(this, request);
        opening.addEventListener('success', () => connections.push(opening.result));
        return opening;
      };
      Object.assign(window, { connections });
    });
    await page.goto(`${url}/`);
    await unlock(page, PIN);
    await begin(page, 'Mở tài khoản dịch vụ công');
    expect(await talk(page, untilName)).toBe('person.name');
    const closed = await page.evaluate(() => {
      const all: unknown = Reflect.get(window, 'connections');
      if (!Array.isArray(all)) throw new Error('no connections');
      for (const one of all) if (one instanceof IDBDatabase) one.close();
      return all.length;
    });
    expect(closed).toBeGreaterThan(0);
    await answer(page, 'Lò Thị Mẩy');
    await saved(page);
    await goOn(page, 'person.name');
    await page.goto(`${url}/`);
    await unlock(page, PIN);
    await expect(page.getByRole('link', { name: /Lò Thị Mẩy/ })).toBeVisible();
  });
});

test('a window lets go when a newer version changes the tables, and asks to be loaded anew', async () => {
  await onRoad(async ({ tablet, page, url }) => {
    const newer = await tablet.context.newPage();
    await newer.goto(`${url}/favicon.svg`);
    const outcome = await newer.evaluate(
      () =>
        new Promise<string>((resolve) => {
          const opening = indexedDB.open('ve-ban', 990);
          opening.onblocked = () => resolve('blocked');
          opening.onsuccess = () => {
            opening.result.close();
            resolve('open');
          };
        }),
    );
    expect(outcome).toBe('open');
    await page.bringToFront();
    await expect(page.getByRole('heading', { name: 'Một cửa sổ khác đã dùng phiên bản mới' })).toBeVisible();
  });
});

for (let layout = 1; layout < LAYOUT; layout += 1) {
  test(`a tablet of layout ${layout} goes on with this release: PIN, draft and queue (I9)`, async () => {
    await goesOn(layout);
  });
}

async function goesOn(layout: number): Promise<void> {
  const server = await Server.prepare();
  const tablet = new Tablet(server.url);
  const fixture: unknown = JSON.parse(
    readFileSync(new URL(`../fixtures/storage/layout-${layout}.json`, import.meta.url), 'utf8'),
  );
  try {
    await server.start();
    const page = await tablet.switchOn();
    await page.goto(`${server.url}/favicon.svg`);
    await page.evaluate(loadFixture, JSON.stringify(fixture));
    expect(await databases(page)).toEqual([`ve-ban ${layout}0`]);
    await page.goto(`${server.url}/`);
    await unlock(page, String(Reflect.get(Object(fixture), 'pin')));
    await expect(page.getByRole('link', { name: /Lò Thị Mẫu/ })).toBeVisible();
    await expect(page.getByRole('link', { name: /Hà Văn Mẫu/ })).toBeVisible();
    expect(await databases(page)).toEqual([`ve-ban ${LAYOUT}0`]);
    await page.getByRole('link', { name: /Lò Thị Mẫu/ }).click();
    await expect(page.locator('main [data-question="child.birthDate"]')).toBeVisible();
  } finally {
    await tablet.throwAway();
    await server.throwAway();
  }
}

async function databases(page: Page): Promise<string[]> {
  return await page.evaluate(async () =>
    (await indexedDB.databases()).map(({ name, version }) => `${name} ${version}`),
  );
}

/** Makes the browser's own database what the fixture says. Runs in the page. */
async function loadFixture(text: string): Promise<void> {
  const bytesOf = (base64: string) => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const decode = async (value: unknown): Promise<unknown> => {
    if (Array.isArray(value)) return await Promise.all(value.map(decode));
    if (typeof value !== 'object' || value === null) return value;
    const { $bytes, $key, data, algorithm, usages } = Object.fromEntries(Object.entries(value));
    if (typeof $bytes === 'string') return bytesOf($bytes);
    if ($key === 'raw') return await crypto.subtle.importKey('raw', bytesOf(data), algorithm, false, usages);
    if ($key === 'jwk') return await crypto.subtle.importKey('jwk', data, algorithm, true, usages);
    const parts = Object.entries(value).map(async ([name, part]) => [name, await decode(part)]);
    return Object.fromEntries(await Promise.all(parts));
  };
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const { version, stores } = JSON.parse(text);
  const opening = indexedDB.open('ve-ban', version);
  opening.onupgradeneeded = () => {
    for (const { name, keyPath, indexes } of stores) {
      const store = opening.result.createObjectStore(name, { keyPath });
      for (const index of indexes) store.createIndex(index, index);
    }
  };
  const db = await done(opening);
  for (const { name, rows } of stores)
    for (const row of rows) {
      const decoded = await decode(row);
      await done(db.transaction(name, 'readwrite').objectStore(name).put(decoded));
    }
  db.close();
}
