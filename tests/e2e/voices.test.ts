import { expect, type Page, test } from '@playwright/test';
import { signInFirstTime } from './support/at-the-office.ts';
import { begin, type Conversation, enrol, registration, talk, unlock } from './support/at-the-table.ts';
import { lendVoice, recordNext } from './support/at-the-workshop.ts';
import { look } from './support/look.ts';
import { onRoad, PIN } from './support/road.ts';
import { Tablet } from './support/tablet.ts';

const MUONG = 'mtq-Latn-VN';
const { 'person.sex': _, ...untilSex } = registration;
const story: Conversation = untilSex;
const QUESTION = 'procedures/account-registration:questions.person.sex.label';
const loudspeaker = (page: Page) => page.locator(`[data-phrase="${QUESTION}"]`);

test('a voice lent for a question is heard offline after a restart, and on another tablet through the office', async () => {
  await onRoad(async ({ server, tablet, page, url }) => {
    await server.stop();
    await tablet.context.grantPermissions(['microphone', 'background-sync'], { origin: url });

    await test.step('the question has no voice in Mường, and somebody at the table lends one', async () => {
      await askInMuong(page);
      await expect(loudspeaker(page)).toHaveAttribute('data-voice', 'none');
      await loudspeaker(page).getByRole('button').click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await look(page, 'nobody who can say it');
      await page.getByRole('link', { name: 'Ghi âm ngay' }).click();
      await expect(page.getByRole('heading', { name: 'Giọng nói này dùng làm gì' })).toBeVisible();
      await look(page, 'workshop, what a voice is for');
      await lendVoice(page, { name: 'Hà Thị Mẫu', village: 'Bản Poọng', variety: 'Mường Ống' });
      await expect(page.getByRole('button', { name: 'Ghi âm' })).toBeVisible();
      await look(page, 'workshop, a sentence to say');
      await recordNext(page);
      await page.getByRole('button', { name: 'Xong' }).click();
      await expect(loudspeaker(page)).toHaveAttribute('data-voice', 'recording');
    });

    await test.step('a second person listens, and finds it right', async () => {
      await page.getByRole('button', { name: 'Tạm dừng' }).click();
      await page.getByRole('link', { name: 'Cài đặt' }).click();
      await page.getByRole('link', { name: 'Mở xưởng ghi âm' }).click();
      await page.getByRole('link', { name: /^Tiếng Mường/ }).click();
      await page.getByRole('link', { name: 'Kiểm tra' }).click();
      await page.locator('label').filter({ hasText: 'Người khác, chưa có ở đây' }).click();
      await page.getByRole('button', { name: 'Tiếp theo' }).click();
      await lendVoice(page, { name: 'Bùi Văn Mẫu', village: 'Bản Khuyn', variety: 'Mường Ống' });
      await expect(page.getByRole('button', { name: 'Nghe', exact: true })).toBeVisible();
      await look(page, 'workshop, what another said');
      await page.getByRole('button', { name: 'Nghe', exact: true }).click();
      await page.getByRole('button', { name: 'Đúng và rõ' }).click();
      await expect(page.getByRole('button', { name: 'Đúng và rõ' })).toHaveCount(0);
    });

    const restarted =
      await test.step('the battery dies, and the question speaks with no office there', async () => {
        await tablet.kill();
        const again = await tablet.switchOn();
        await again.goto(`${url}/`);
        await unlock(again, PIN);
        await again.getByRole('link', { name: /Lò Thị Mẩy/ }).click();
        await hear(again);
        return again;
      });
    const lent = await soundsOf(restarted);
    expect(lent).toHaveLength(1);

    await test.step('the office gets it and publishes it', async () => {
      await server.start();
      const recordings = async () =>
        (await server.query<{ count: string }>('select count(*) from voice_recordings'))[0]?.count;
      await restarted.evaluate(() => dispatchEvent(new Event('online')));
      await expect.poll(recordings, { timeout: 40_000 }).toBe('1');
      const standing = async () =>
        (await server.query<{ state: string }>('select state from voice_recordings'))[0]?.state;
      await expect.poll(standing, { timeout: 40_000 }).toBe('checked');
      const office = await tablet.context.newPage();
      const account = { login: 'admin', password: server.oneTimePassword, next: 'Bản làng sông núi 26' };
      await signInFirstTime(office, url, account);
      const published = await office.evaluate(
        async (tag) =>
          (
            await fetch(`/api/office/languages/${tag}/publish`, {
              method: 'POST',
              headers: { 'content-type': 'application/json' },
              body: '{}',
            })
          ).json(),
        MUONG,
      );
      expect(published).toEqual({ version: 1 });
    });

    const second = new Tablet(url);
    try {
      await test.step('another tablet has the very same sound, and says it offline', async () => {
        const other = await second.switchOn();
        await other.goto(`${url}/`);
        await enrol(other, { code: await server.makeEnrolmentCode(), device: 'Máy 04', pin: PIN });
        await other.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
        await expect.poll(() => soundsOf(other), { timeout: 40_000 }).toEqual(lent);
        await server.stop();
        await askInMuong(other);
        await hear(other);
      });
    } finally {
      await second.throwAway();
    }
  });
});

/** Leads somebody who hears Mường to the question of their sex. */
async function askInMuong(page: Page): Promise<void> {
  await begin(page, 'Mở tài khoản dịch vụ công');
  expect(await talk(page, story)).toBe('person.sex');
  await page.getByRole('button', { name: 'Tiếng Việt' }).click();
  await page.getByLabel('Nghe', { exact: true }).selectOption(MUONG);
  await page.getByRole('button', { name: 'Dùng tiếng này' }).click();
}

/** Presses the question's loudspeaker, and waits until a sound of some length was played to its end. */
async function hear(page: Page): Promise<void> {
  await expect(loudspeaker(page)).toHaveAttribute('data-voice', 'recording');
  await page.evaluate(() => {
    const play = HTMLMediaElement.prototype.play;
    HTMLMediaElement.prototype.play = function () {
      this.addEventListener('ended', () => Object.assign(window, { heardSeconds: this.duration }));
      return play.call(this);
    };
  });
  await loudspeaker(page).getByRole('button').click();
  await expect
    .poll(() => page.evaluate(() => ('heardSeconds' in window ? Number(window.heardSeconds) : 0)), {
      timeout: 40_000,
    })
    .toBeGreaterThan(0.3);
}

/** Digests of all sound on a tablet. */
async function soundsOf(page: Page): Promise<unknown> {
  return await page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    for (const { name } of await indexedDB.databases()) {
      const database = await done(indexedDB.open(name ?? ''));
      const keys = database.objectStoreNames.contains('sounds')
        ? await done(database.transaction('sounds').objectStore('sounds').getAllKeys())
        : undefined;
      database.close();
      if (keys !== undefined) return keys;
    }
    return [];
  });
}
