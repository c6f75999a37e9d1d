import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import {
  bringToOffice,
  bringToTablet,
  chooseToSend,
  codesShown,
  exportToCard,
  leaveCourier,
  openCourier,
  receiptsToCard,
  saveToCard,
} from './support/at-the-courier.ts';
import { signInFirstTime } from './support/at-the-office.ts';
import {
  expectAllReceived,
  expectNumbers,
  expectOneOfEach,
  goHome,
  NOTHING_WAITS,
  readQueue,
  registerPeople,
  sendNow,
} from './support/at-the-sender.ts';
import { begin, birth, daysAgo, enrol, signAndFinish, talk, unlock } from './support/at-the-table.ts';
import { filmCodes } from './support/film.ts';
import { Link } from './support/link.ts';
import { makePicture } from './support/picture.ts';
import { PIN } from './support/road.ts';
import { Server } from './support/server.ts';
import { Tablet } from './support/tablet.ts';

// Three browsers, and whole interviews on one of them.
test.setTimeout(420_000);

interface Place {
  readonly server: Server;
  /** Between tablet A and the office: nothing passes until the story says so. */
  readonly link: Link;
  /** Tablet A, in a village without a network. */
  readonly a: Page;
  /** Another tablet, which has a network. */
  readonly tabletB: (camera?: string) => Promise<Page>;
  readonly officeComputer: () => Promise<Page>;
}

/** Walks `story` with an office, a tablet without a network, and whoever comes along. */
async function inTheVillage(story: (place: Place) => Promise<void>): Promise<void> {
  const server = await Server.prepare();
  const link = await Link.lay(server.port);
  const tablets: Tablet[] = [];
  const switchOn = async (origin: string, camera?: string) => {
    const tablet = new Tablet(origin, undefined, camera);
    tablets.push(tablet);
    return await tablet.switchOn();
  };
  try {
    await server.start();
    const password = server.oneTimePassword;
    const a = await switchOn(link.url);
    await a.goto(`${link.url}/`);
    await enrol(a, { code: server.enrolmentCode, device: 'Máy 03', pin: PIN });
    await a.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    link.decide(() => 'no network');
    // From here on the app comes from the tablet itself.
    await a.goto(`${link.url}/`);
    await unlock(a, PIN);
    await story({
      server,
      link,
      a,
      tabletB: async (camera) => {
        const b = await switchOn(server.url, camera);
        await b.goto(`${server.url}/`);
        await enrol(b, { code: await server.makeEnrolmentCode(), device: 'Máy 07', pin: PIN });
        return b;
      },
      officeComputer: async () => {
        const page = await switchOn(server.url);
        await signInFirstTime(page, server.url, {
          login: 'admin',
          password,
          next: 'mua-xuan-ve-ban-2026',
        });
        return page;
      },
    });
  } finally {
    for (const tablet of tablets) await tablet.throwAway();
    await link.takeAway();
    await server.throwAway();
  }
}

/** A birth with two photographed papers and a signature, finished on the tablet. */
async function finishBirth(page: Page): Promise<void> {
  await begin(page, 'Có cháu mới sinh', 'Lò Thị Mẩy');
  const photos = { certificate: makePicture(1), marriage: makePicture(2) };
  expect(await talk(page, birth(photos, daysAgo(12)))).toBeUndefined();
  await signAndFinish(page, 'signature.requester');
  await goHome(page);
}

const digestOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('base64url');

/** Each stored attachment is, byte for byte, what its envelope promised. */
async function expectAttachmentsRight(server: Server, count: number): Promise<void> {
  const rows = await server.query<{ id: string; ciphertext_digest: string }>(
    `select id, ciphertext_digest from attachments where state = 'stored'`,
  );
  expect(rows).toHaveLength(count);
  for (const { id, ciphertext_digest } of rows)
    expect(digestOf(readFileSync(join(server.dataDir, 'attachments', id)))).toBe(ciphertext_digest);
}

test('one set by three roads at once: another tablet, the office computer, and the owner itself', async () => {
  await inTheVillage(async ({ server, link, a, tabletB, officeComputer }) => {
    await registerPeople(a, ['Lò Thị Mẩy']);
    await finishBirth(a);
    const card = await exportToCard(a);
    await expectNumbers(a, { waiting: 2, received: 0 });
    // Whoever finds the card reads nothing of what is on it.
    for (const word of ['Lò Thị Mẩy', 'Hà Minh Khuê', 'Bản Đôn', '038199000001'])
      expect(card.bytes.includes(word)).toBe(false);

    const b = await tabletB();
    const office = await officeComputer();
    link.decide(() => 'passes');
    await Promise.all([bringToTablet(b, [card]), bringToOffice(office, server.url, [card]), sendNow(a)]);
    await expect(office.getByText('Văn phòng đã có 2 hồ sơ và 4 ảnh trong các tệp này')).toBeVisible();

    const queue = await expectAllReceived(a);
    expect(queue).toHaveLength(6);
    await expectOneOfEach(server, queue);
    await expectAttachmentsRight(server, 4);
    await expectNumbers(a, { waiting: 0, received: 2 });

    // The carrier has everything received too, and its people see nothing of it in their lists.
    await leaveCourier(b);
    await expectAllReceived(b);
    await expectNumbers(b, { waiting: 0, received: 0 });
    await expect(b.getByText('Hà Minh Khuê')).toHaveCount(0);
  });
});

test('receipts come home by hand to a tablet that never had a network, from a tablet and from the office', async () => {
  await inTheVillage(async ({ server, link, a, tabletB, officeComputer }) => {
    const leftAt = link.passages.length;
    await registerPeople(a, ['Vi Văn Páo', 'Hà Thị Xuân']);
    const first = await exportToCard(a, 'Vi Văn Páo');
    const second = await exportToCard(a, 'Hà Thị Xuân');
    const b = await tabletB();

    await test.step('a damaged file is named, and nothing wrong is taken from it', async () => {
      const broken = Buffer.from(first.bytes);
      const middle = Math.floor(broken.length / 2);
      broken[middle] = (broken[middle] ?? 0) ^ 255;
      await bringToTablet(b, [{ name: 'hong.veban', bytes: broken }]);
      await expect(b.getByText('hong.veban · phần 1 trong 1')).toBeVisible();
      await expect(b.getByText(/bị hỏng một chỗ: 1 (ảnh|hồ sơ)\./)).toBeVisible();
      await leaveCourier(b);
    });

    await test.step('the other tablet carries the first, and brings its receipts home', async () => {
      await bringToTablet(b, [first]);
      await leaveCourier(b);
      await expectAllReceived(b);
      const home = await receiptsToCard(b);
      const forged = Buffer.from(home.bytes);
      expect(home.bytes.includes('envelope ')).toBe(true);
      forged.write('ENVELOPE ', forged.indexOf('envelope '), 'utf8');
      await bringToTablet(a, [{ name: 'gia.veban', bytes: forged }]);
      await expect(a.getByText(/bị hỏng một chỗ: 1 biên nhận/)).toBeVisible();
      await leaveCourier(a);
      await expectNumbers(a, { waiting: 2, received: 0 });

      // Where the receipts came in two lists, the whole one of the forged file has already settled its item.
      await bringToTablet(a, [home]);
      await expect(a.getByText(/^Văn phòng đã nhận [12] mục của máy này$/)).toBeVisible();
      await leaveCourier(a);
      await expectNumbers(a, { waiting: 1, received: 1 });
    });

    await test.step('the office computer takes the second, and its receipts empty the queue', async () => {
      const office = await officeComputer();
      await bringToOffice(office, server.url, [second, first]);
      await expect(office.getByText('Văn phòng đã có 2 hồ sơ và 2 ảnh trong các tệp này')).toBeVisible();
      const home = await saveToCard(office, () =>
        office.getByRole('button', { name: 'Lưu biên nhận' }).click(),
      );
      await bringToTablet(a, [home]);
      await expect(a.getByText('Văn phòng đã nhận 2 mục của máy này')).toBeVisible();
      await leaveCourier(a);
    });

    const queue = await readQueue(a);
    expect(queue.map(({ state, hasReceipt, hasBytes }) => [state, hasReceipt, hasBytes])).toEqual(
      Array.from({ length: 4 }, () => ['received', true, false]),
    );
    await expectNumbers(a, { waiting: 0, received: 2 });
    await expect(a.getByText(NOTHING_WAITS)).toBeVisible();
    await expectOneOfEach(server, queue);
    // Not one request of it reached anybody since it left the office.
    const since = link.passages.slice(leftAt);
    expect(since.filter(({ fate }) => fate !== 'no network')).toEqual([]);
  });
});

test('a small dossier goes from screen to camera', async () => {
  const folder = mkdtempSync(join(tmpdir(), 've-ban-film-'));
  try {
    await inTheVillage(async ({ server, a, tabletB }) => {
      await registerPeople(a, ['Vi Văn Páo']);
      await chooseToSend(a);
      await a.getByRole('button', { name: 'Hiện mã QR' }).click();
      const codes = await codesShown(a);
      expect(codes.length).toBeGreaterThan(3);
      const film = join(folder, 'codes.y4m');
      filmCodes(film, codes);

      const b = await tabletB(film);
      await openCourier(b);
      await b.getByRole('link', { name: /^Nhận chuyển giúp/ }).click();
      await b.getByRole('button', { name: 'Quét mã QR' }).click();
      await expect(b.getByText(/^Đã nhận 1 hồ sơ và 1 ảnh$/)).toBeVisible({ timeout: 90_000 });
      await leaveCourier(b);
      await expectAllReceived(b);
      await expectOneOfEach(
        server,
        (await readQueue(a)).map((row) => ({ ...row, state: 'received' })),
      );
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
