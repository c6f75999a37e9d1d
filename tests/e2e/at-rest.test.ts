import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { TABLE_NAMES } from '../../src/client/storage/tables.ts';
import {
  answer,
  begin,
  birth,
  type Conversation,
  daysAgo,
  enrol,
  goOn,
  lock,
  registration,
  saved,
  signAndFinish,
  talk,
  unlock,
} from './support/at-the-table.ts';
import { dumpDevice, dumpProfile, findIn, type Secrets, slicesOf } from './support/device-dump.ts';
import { makePicture } from './support/picture.ts';
import { Server } from './support/server.ts';
import { picturesShown, Tablet } from './support/tablet.ts';

/** Longer than most, so that finding it by chance in a megabyte of numbers is out of the question. */
const PIN = '274195803641';

/** Words that stand nowhere in the app itself, so that whoever finds one has found these people. */
const MOTHER = 'Lò Thị Mẩy';
const FATHER = 'Hà Văn Thoán';
const CHILD = 'Hà Minh Khuê';
const VILLAGE = 'Bản Nà Khiết Thượng';
const HOUSE = 'nhà sàn thứ bảy bên suối Luồng';
const PHONE = '0387215946';
const CARD = '038199000001';

const spokenAtRegistration: Conversation = {
  ...registration,
  'person.residence': { village: VILLAGE, detail: HOUSE },
  'phone.kind': 'Dùng chung với người nhà',
  'phone.sim': 'Tên người khác',
  'phone.number': PHONE,
};

const typed: Secrets = {
  'the mother': MOTHER,
  'the father': FATHER,
  'the child': CHILD,
  'the village': VILLAGE,
  'the house': HOUSE,
  'the phone': PHONE.slice(1),
  'the card': CARD,
  "the father's card": '038096000002',
  "the father's birthday": '1996-02-03',
  'the PIN': PIN,
};

test('a locked tablet, and one switched off in the middle of a word, keep nothing readable', async () => {
  const server = await Server.prepare();
  const tablet = new Tablet(server.url);
  try {
    await server.start();
    let page = await tablet.switchOn();
    const told = listenTo(page);
    await page.goto(`${server.url}/`);
    await enrol(page, { code: server.enrolmentCode, device: 'Máy 03', pin: PIN });
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    // From here on nothing is sent: all of it must rest on the tablet.
    await server.stop();

    const secrets: Record<string, string | Buffer> = { ...typed };
    await test.step('before anybody spoke, the search finds none of it: the words are not in the app', async () => {
      expect(findIn(await dumpDevice(page), typed)).toEqual([]);
    });

    await test.step('an account registration, finished and sealed', async () => {
      await begin(page, 'Mở tài khoản dịch vụ công');
      expect(await talk(page, spokenAtRegistration)).toBeUndefined();
      secrets['the provisional reference'] = await signAndFinish(page, 'signature.person');
      secrets['the activation code'] = await activationCodeOn(page);
      await page.getByRole('link', { name: 'Xem hồ sơ' }).click();
      const [signature] = await picturesShown(page);
      Object.assign(secrets, slicesOf('the signature', signature ?? Buffer.alloc(0)));
    });

    await test.step('a birth, left as a draft with a photo', async () => {
      await page.goto(`${server.url}/`);
      await unlock(page, PIN);
      await begin(page, 'Có cháu mới sinh', MOTHER);
      const {
        'document.birthProof': proof,
        'document.marriage': _marriage,
        ...spoken
      } = birth({ certificate: makePicture(7), marriage: makePicture(8) }, daysAgo(12));
      if (proof === undefined) throw new Error('the story needs a paper');
      expect(await talk(page, spoken)).toBe('document.birthProof');
      await answer(page, proof);
      const [photo] = await picturesShown(page);
      Object.assign(secrets, slicesOf('the photo', photo ?? Buffer.alloc(0)));
      await goOn(page, 'document.birthProof');
      expect(await talk(page, spoken)).toBe('document.marriage');
      await saved(page);
    });

    await test.step('locked: neither the screen nor any store of the browser tells', async () => {
      await page.goto(`${server.url}/`);
      await unlock(page, PIN);
      await expect(page.getByText(CHILD)).toBeVisible();
      await lock(page);
      const pieces = await dumpDevice(page);
      expect(pieces.map(({ place }) => place)).toEqual(
        expect.arrayContaining([...TABLE_NAMES.map((name) => `indexeddb ve-ban/${name}`), 'private files']),
      );
      // Locking made the draft's backup, which nobody has fetched: it is among what is searched.
      const backups = pieces.find(({ place }) => place === 'indexeddb ve-ban/draftBackups');
      expect(backups?.bytes.length).toBeGreaterThan(1000);
      expect(pieces.filter(({ place }) => place.startsWith('cache ')).length).toBeGreaterThan(0);
      expect(findIn(pieces, secrets)).toEqual([]);
      expect(findIn([{ place: 'the screen', bytes: Buffer.from(await page.content()) }], secrets)).toEqual(
        [],
      );
    });

    await test.step('addresses and messages of the app hold ids, and nothing about people', async () => {
      expect(told.addresses.length).toBeGreaterThan(5);
      const strange = told.addresses.filter(
        (address) =>
          !/^\/(enrol|lock|settings|begin(\/procedure)?(\/[a-z-]+)?|(interview|slip|summary)\/[0-9a-f-]{36})?$/.test(
            address,
          ),
      );
      expect(strange).toEqual([]);
      const all = [...told.addresses, ...told.requests, ...told.messages].join('\n');
      expect(findIn([{ place: 'addresses, requests, messages', bytes: Buffer.from(all) }], secrets)).toEqual(
        [],
      );
    });

    await test.step('the battery dies in the middle of a word: the files of the browser do not tell either', async () => {
      await unlock(page, PIN);
      await begin(page, 'Mở tài khoản dịch vụ công');
      const { 'phone.number': _number, ...untilPhone } = spokenAtRegistration;
      expect(await talk(page, { ...untilPhone, 'person.name': FATHER })).toBe('phone.number');
      await page.getByRole('textbox').first().fill(PHONE);
      await saved(page);
      await tablet.kill();
      const files = dumpProfile(tablet.profile);
      expect(files.map(({ place }) => place)).toEqual(
        expect.arrayContaining([
          expect.stringMatching(/IndexedDB.*\.log$/),
          expect.stringMatching(/Local Storage.*\.log$/),
          expect.stringMatching(/CacheStorage/),
          expect.stringMatching(/History$/),
        ]),
      );
      expect(findIn(files, secrets)).toEqual([]);
    });

    await test.step('the same search finds a plain copy wherever one is planted', async () => {
      page = await tablet.switchOn();
      await page.goto(`${server.url}/`);
      await expect(page.getByRole('heading', { name: /^Chào / })).toBeVisible();
      const slice = Object.entries(secrets).find(([name]) => name.startsWith('the photo'));
      if (slice === undefined || typeof slice[1] === 'string') throw new Error('no slice of the photo');
      await plant(page, { name: MOTHER, card: CARD, phone: PHONE, child: CHILD, photo: [...slice[1]] });
      expect(findIn(await dumpDevice(page), secrets)).toEqual(
        expect.arrayContaining([
          'the mother in indexeddb ve-ban/drafts',
          `${slice[0]} in indexeddb ve-ban/ciphertexts`,
          'the card in cache planted',
          'the phone in local storage',
          'the child in session storage',
          'the mother in private files',
          'the child in address',
        ]),
      );
      // Browsers write local storage down some seconds late.
      const localStorageFiles = join(tablet.profile, 'Default', 'Local Storage');
      await expect.poll(() => findIn(dumpProfile(localStorageFiles), secrets).join()).toContain('the phone');
      await tablet.kill();
      const found = findIn(dumpProfile(tablet.profile), secrets).join('\n');
      expect(found).toMatch(/the mother in .*IndexedDB/);
      expect(found).toMatch(/the photo at \d+% in .*IndexedDB/);
      expect(found).toMatch(/the card in .*CacheStorage/);
      expect(found).toMatch(/the phone in .*Local Storage/);
      expect(found).toMatch(/the mother in .*File System/);
    });
  } finally {
    await tablet.throwAway();
    await server.throwAway();
  }
});

async function activationCodeOn(slip: Page): Promise<string> {
  const title = slip.getByRole('heading', { name: 'Mã kích hoạt tài khoản' });
  const code = await title.locator('~ p').first().textContent();
  if (code === null || code.length < 8) throw new Error('no activation code on the slip');
  return code;
}

/** Every address the page had, every address it asked for, and every word it wrote to the console. */
function listenTo(page: Page) {
  const told = { addresses: [] as string[], requests: [] as string[], messages: [] as string[] };
  page.on('framenavigated', (frame) => {
    const { protocol, pathname, search, hash } = new URL(frame.url());
    if (frame === page.mainFrame() && protocol !== 'about:') told.addresses.push(pathname + search + hash);
  });
  page.on('request', (request) => told.requests.push(request.url()));
  page.on('console', (message) => told.messages.push(message.text()));
  return told;
}

/** What a careless program would leave behind. */
async function plant(
  page: Page,
  plain: {
    readonly name: string;
    readonly card: string;
    readonly phone: string;
    readonly child: string;
    readonly photo: number[];
  },
): Promise<void> {
  await page.evaluate(async ({ name, card, phone, child, photo }) => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('ve-ban');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    await new Promise<void>((resolve, reject) => {
      const work = database.transaction(['drafts', 'ciphertexts'], 'readwrite', { durability: 'strict' });
      work.objectStore('drafts').put({ id: 'planted', answers: { 'person.name': { text: name } } });
      work
        .objectStore('ciphertexts')
        .put({ id: 'planted', submissionId: 'planted', bytes: new Uint8Array(photo) });
      work.oncomplete = () => resolve();
      work.onerror = () => reject(work.error);
    });
    database.close();
    await (await caches.open('planted')).put('/planted', new Response(JSON.stringify({ card })));
    history.replaceState(null, '', `?about=${encodeURIComponent(child)}`);
    localStorage.setItem('planted', phone);
    sessionStorage.setItem('planted', child);
    const folder = await navigator.storage.getDirectory();
    const file = await (await folder.getFileHandle('planted.txt', { create: true })).createWritable();
    await file.write(name);
    await file.close();
  }, plain);
}
