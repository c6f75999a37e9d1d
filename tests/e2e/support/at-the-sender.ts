import { type BrowserContext, expect, type Page } from '@playwright/test';
import {
  begin,
  birth,
  type Conversation,
  daysAgo,
  registration,
  signAndFinish,
  talk,
} from './at-the-table.ts';
import { makePicture } from './picture.ts';
import type { Server } from './server.ts';

/* What waits on a tablet, how it is sent, and what became of it on both sides. */

/** Registers made-up people for an account, one after the other; each leaves an envelope and a signature in the queue. */
export async function registerPeople(page: Page, names: readonly string[]): Promise<void> {
  for (const name of names) {
    await begin(page, 'Mở tài khoản dịch vụ công');
    expect(await talk(page, { ...shortRegistration, 'person.name': name })).toBeUndefined();
    await signAndFinish(page, 'signature.person');
    await goHome(page);
  }
}

/** Photos of a birth: each too large to go with the dossiers, so each goes up by itself. */
export const PHOTOS_OF_A_BIRTH = 2;

/** Files a birth for somebody without an account; an envelope, a signature and the photos join the queue. */
export async function fileBirth(page: Page): Promise<void> {
  await begin(page, 'Có cháu mới sinh', 'Chưa có tài khoản');
  const story = birth({ certificate: makePicture(1), marriage: makePicture(2) }, daysAgo(12));
  expect(await talk(page, story)).toBeUndefined();
  await signAndFinish(page, 'signature.requester');
  await goHome(page);
}

/** Nothing is even tried until somebody presses "send now": what is finished meanwhile was never on the way. */
export async function holdSending(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Cài đặt' }).click();
  await page.getByRole('button', { name: 'Tạm dừng gửi' }).click();
  await expect(page.getByRole('button', { name: 'Gửi tiếp' })).toBeVisible();
  await goHome(page);
}

export async function goHome(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Về trang chính' }).first().click();
  await expect(page.getByRole('heading', { name: 'Hôm nay bà con cần gì?' })).toBeVisible();
}

const shortRegistration: Conversation = {
  ...registration,
  'trusted.wanted': 'Không',
  'consent.contact': 'Không đồng ý',
};

/** Presses "send now", or "ask the office" where nothing waits. */
export async function sendNow(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^(Gửi ngay|Hỏi văn phòng)/ }).click();
}

/** The three numbers of the home screen. */
export async function expectNumbers(
  page: Page,
  expected: { readonly waiting: number; readonly received: number },
): Promise<void> {
  const number = (name: string) => page.locator('dl > div').filter({ hasText: name }).locator('dd');
  await expect(number('chờ gửi')).toHaveText(String(expected.waiting), { timeout: 30_000 });
  await expect(number('văn phòng đã nhận')).toHaveText(String(expected.received));
}

export const NOTHING_WAITS = 'Không còn gì chờ gửi trên máy.';

/** What the server keeps, by id and digest: the ids tell that nothing is there twice under another name. */
export async function keptByServer(server: Server) {
  const envelopes = await server.query<{ id: string; kind: string }>(
    'select id, kind from envelopes order by id',
  );
  const attachments = await server.query<{ id: string }>(
    `select id from attachments where state = 'stored' order by id`,
  );
  const accounts = await server.query<{ id: string; name: string }>(
    'select id, name from accounts order by name',
  );
  const received = await server.query<{ subject: string }>(
    `select subject from audit where action = 'envelope-received' order by subject`,
  );
  return {
    envelopes: envelopes.map(({ id }) => id),
    attachments: attachments.map(({ id }) => id),
    names: accounts.map(({ name }) => name),
    /** One entry in the journal for each time that something was taken in. */
    takenIn: received.length,
  };
}

export interface QueueRow {
  readonly id: string;
  readonly of: 'envelope' | 'attachment';
  readonly state: string;
  readonly hasReceipt: boolean;
  readonly hasBytes: boolean;
}

/** The outbox as it lies on the tablet's disk. Works with the app locked, and with no page of ours but the one asked. */
export async function readQueue(page: Page): Promise<QueueRow[]> {
  return await page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await done(indexedDB.open('ve-ban'));
    const all = (store: string) => done(database.transaction(store).objectStore(store).getAll());
    const keys = async (store: string) =>
      new Set((await done(database.transaction(store).objectStore(store).getAllKeys())).map(String));
    const bytes = new Set([...(await keys('envelopeBytes')), ...(await keys('ciphertexts'))]);
    const rows = [];
    for (const [store, of] of [
      ['outboxEnvelopes', 'envelope'],
      ['outboxAttachments', 'attachment'],
    ] as const) {
      for (const { id, state, receipt } of await all(store)) {
        rows.push({ id, of, state, hasReceipt: typeof receipt === 'string', hasBytes: bytes.has(id) });
      }
    }
    database.close();
    return rows;
  });
}

/** Waits until each row of the queue was received, and checks that its receipt is kept and its bytes are gone. */
export async function expectAllReceived(page: Page, timeout = 45_000): Promise<QueueRow[]> {
  await expect
    .poll(
      async () => (await readQueue(page)).map(({ state }) => state).filter((state) => state !== 'received'),
      {
        timeout,
      },
    )
    .toEqual([]);
  const rows = await readQueue(page);
  expect(rows.filter((row) => !row.hasReceipt || row.hasBytes)).toEqual([]);
  return rows;
}

/** What the server keeps is what this queue says it sent: each once, and nothing else. */
export async function expectOneOfEach(server: Server, queue: readonly QueueRow[]): Promise<void> {
  const ids = (of: QueueRow['of']) => queue.flatMap((row) => (row.of === of ? [row.id] : [])).toSorted();
  const kept = await keptByServer(server);
  expect({ envelopes: kept.envelopes, attachments: kept.attachments, takenIn: kept.takenIn }).toEqual({
    envelopes: ids('envelope'),
    attachments: ids('attachment'),
    takenIn: ids('envelope').length,
  });
}

/** Lets the browser tell the service worker that the network is back (Background Sync), at once. */
export async function browserSaysOnline(context: BrowserContext, page: Page, origin: string): Promise<void> {
  const cdp = await context.newCDPSession(page);
  const found = new Promise<string>((resolve) => {
    cdp.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const [own] = registrations.filter(({ scopeURL }) => scopeURL === `${origin}/`);
      if (own !== undefined) resolve(own.registrationId);
    });
  });
  await cdp.send('ServiceWorker.enable');
  const registrationId = await found;
  await cdp.send('ServiceWorker.dispatchSyncEvent', {
    origin,
    registrationId,
    tag: 'outbox',
    lastChance: false,
  });
  await cdp.detach();
}
