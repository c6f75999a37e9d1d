import { expect, test } from '@playwright/test';
import type { SupplementItem } from '../../src/contract/operations/supplements.ts';
import { signInFirstTime } from './support/at-the-office.ts';
import { goHome, NOTHING_WAITS, sendNow } from './support/at-the-sender.ts';
import { answer, talk, unlock } from './support/at-the-table.ts';
import { look } from './support/look.ts';
import { onRoad, PIN } from './support/road.ts';
import { ask, askForMore, fileElsewhere, readDossier } from './support/supplement-asked.ts';

const PASSWORD = 'Bản làng sông núi 26';
const ITEMS: readonly SupplementItem[] = [
  { what: 'question', id: 'father.name', note: 'Tên trên giấy chứng sinh có chữ lót khác.' },
  { what: 'document', id: 'marriage-certificate', note: 'Mang bản chính để xem.' },
];

test('the office asks for more; a tablet that was told goes out of reach, restarts, brings it, and the office sees what is another', async () => {
  await onRoad(async ({ server, link, tablet, page: first, url }) => {
    const submission = await fileElsewhere(server);
    const office = await tablet.context.newPage();
    await signInFirstTime(office, url, {
      login: 'admin',
      password: server.oneTimePassword,
      next: PASSWORD,
    });
    await askForMore(office, submission.id, 'Hai giấy ghi hai tên khác nhau.', ITEMS);
    await office.close();

    await test.step('the tablet is told, and says what is asked', async () => {
      await sendNow(first);
      await expect(first.getByText('1 hồ sơ cần bổ sung')).toBeVisible();
      await first.getByRole('link', { name: 'Xem việc' }).click();
      await expect(first.getByText('Chưa làm')).toBeVisible();
      await look(first, 'work to do');
    });

    link.decide(() => 'no network');
    await tablet.kill();
    const page = await tablet.switchOn();
    await page.goto(`${url}/`);
    await unlock(page, PIN);

    await test.step('out of reach, only that is asked again; the rest can be read', async () => {
      await page.getByRole('link', { name: 'Xem việc' }).click();
      await page.getByRole('link', { name: /Hai giấy ghi hai tên/ }).click();
      await expect(page.getByText('Tên trên giấy chứng sinh có chữ lót khác.')).toBeVisible();
      await look(page, 'a supplement asked for');
      await page.getByRole('button', { name: 'Mở lại hồ sơ' }).click();
      await expect(page.getByText('Văn phòng cần xem lại điều này')).toBeVisible();
      const said = { 'father.name': 'Hà Văn Ý', 'document.marriage': { paper: 'Có mang theo, chỉ cho xem' } };
      expect(await talk(page, said)).toBeUndefined();
      await expect(page.getByText('Hai giấy ghi hai tên khác nhau.')).toBeVisible();
      await expect(page.getByRole('button', { name: /Hà Văn Ý/ })).toBeVisible();
      await expect(page.getByText('Bùi Thị Mậu').first()).toBeVisible();
      await expect(page.getByRole('button', { name: /Bùi Thị Mậu/ })).toBeHidden();
      await page.locator('footer button[type=submit]').click();
      await answer(page, 'signs with a finger');
      await page.getByRole('button', { name: 'Hoàn tất' }).click();
      await expect(page.getByText('ĐÃ LÀM PHẦN BỔ SUNG')).toBeVisible();
      await expect(page.getByText(submission.provisionalReference).first()).toBeVisible();
      await goHome(page);
      await expect(page.getByText('1 hồ sơ cần bổ sung')).toBeHidden();
    });

    await test.step('in reach again it is sent, and the office sees what is another now', async () => {
      link.decide(() => 'passes');
      await sendNow(page);
      await expect(page.getByText(NOTHING_WAITS)).toBeVisible();
      const desk = await tablet.context.newPage();
      await desk.goto(`${url}/office`);
      await ask(desk, '/api/office/sign-in', { login: 'admin', password: PASSWORD });
      const { supplement, supplements } = await readDossier(desk, submission.id);
      expect(supplement).toBe('sent');
      expect(supplements.map(({ arrived }) => arrived?.changes)).toEqual([
        [
          { id: 'father.name', before: 'Hà Văn Y', after: 'Hà Văn Ý', asked: true },
          {
            id: 'document.marriage',
            before: { attachments: [], paper: 'at-home' },
            after: expect.objectContaining({ paper: 'shown' }),
            asked: true,
          },
        ],
      ]);
      await desk.goto(`${url}/office/queue/supplement-requested/${submission.id}`);
      const table = desk.getByRole('table').filter({ hasText: 'Cha của bé tên là gì?' });
      await expect(table.getByRole('cell', { name: 'Hà Văn Y', exact: true })).toBeVisible();
      await expect(table.getByRole('cell', { name: 'Hà Văn Ý', exact: true })).toBeVisible();
      await look(desk, 'a supplement at the office');
      await desk.close();
      await page.getByRole('link', { name: /Bổ sung hồ sơ/ }).click();
      await expect(page.getByText('Đây là phần bổ sung cho một hồ sơ văn phòng đã có.')).toBeVisible();
    });
  });
});
