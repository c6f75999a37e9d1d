import { expect, test } from '@playwright/test';
import {
  browserSaysOnline,
  expectAllReceived,
  expectNumbers,
  expectOneOfEach,
  fileBirth,
  NOTHING_WAITS,
  PHOTOS_OF_A_BIRTH,
  registerPeople,
} from '../support/at-the-sender.ts';
import { answer, begin, registration, saved, talk, unlock } from '../support/at-the-table.ts';
import { onRoad, PIN } from '../support/road.ts';

const NAMES = ['Lò Thị Mẩy', 'Vi Văn Páo'];
/** The people, and a birth. */
const DOSSIERS = NAMES.length + 1;

test('two tabs and the service worker all send at once: one of each, and both tabs know', async () => {
  await onRoad(async ({ server, link, tablet, page: first, url }) => {
    link.decide(({ path }) => (path.startsWith('/api/') ? 'no network' : 'passes'));
    await registerPeople(first, NAMES);
    await fileBirth(first);
    const second = await tablet.context.newPage();
    await second.goto(`${url}/`);
    await unlock(second, PIN);
    await expectNumbers(second, { waiting: DOSSIERS, received: 0 });

    const before = link.passages.length;
    // Slow enough that all three would meet on the way if nothing kept them apart.
    link.decide(({ path }) => (path.startsWith('/api/') ? { slowBy: 250 } : 'passes'));
    await Promise.all([
      // On a slow machine one of them may have begun by itself, or be through already: the press is another wake then.
      ...[first, second].map((tab) =>
        tab.getByRole('button', { name: /^(Gửi ngay|Đang gửi|Hỏi văn phòng)/ }).dispatchEvent('click'),
      ),
      browserSaysOnline(tablet.context, second, url),
    ]);

    const queue = await expectAllReceived(second);
    expect(queue).toHaveLength(2 * DOSSIERS + PHOTOS_OF_A_BIRTH);
    await expectOneOfEach(server, queue);
    const made = link.passages
      .slice(before)
      .filter(({ method, status }) => method === 'POST' && status === 201);
    expect(made).toHaveLength(PHOTOS_OF_A_BIRTH);
    for (const tab of [second, first]) {
      await tab.bringToFront();
      await expectNumbers(tab, { waiting: 0, received: DOSSIERS });
      await expect(tab.getByText(NOTHING_WAITS)).toBeVisible();
      await expect(tab.getByRole('status')).toContainText('Văn phòng trả lời lúc');
    }
  });
});

test('one draft in two tabs: the older one is told so, and writes nothing over the newer', async () => {
  await onRoad(async ({ tablet, page: first, url }) => {
    const { 'person.name': _name, ...untilName } = registration;
    await begin(first, 'Mở tài khoản dịch vụ công');
    expect(await talk(first, untilName)).toBe('person.name');
    const second = await tablet.context.newPage();
    await second.goto(`${url}/`);
    await unlock(second, PIN);
    await second.getByRole('link', { name: /Chưa có tên/ }).click();
    await expect(second.locator('main [data-question="person.name"]')).toBeVisible();

    await first.bringToFront();
    await answer(first, 'Vi Văn Páo');
    await saved(first);

    await second.bringToFront();
    await answer(second, 'Hà Thị Sen');
    await expect(second.getByText('Hồ sơ này đã được sửa ở cửa sổ khác')).toBeVisible();
    await expect(second.getByRole('textbox').first()).toHaveValue('Hà Thị Sen');

    await first.bringToFront();
    await first.goto(`${url}/`);
    await unlock(first, PIN);
    await expect(first.getByText('Vi Văn Páo')).toBeVisible();
    await expect(first.getByText('Hà Thị Sen')).toHaveCount(0);

    await second.bringToFront();
    await second.getByRole('button', { name: 'Mở bản mới hơn' }).click();
    await unlock(second, PIN);
    await second.getByRole('link', { name: /Vi Văn Páo/ }).click();
    await expect(second.getByRole('textbox').first()).toHaveValue('Vi Văn Páo');
  });
});
