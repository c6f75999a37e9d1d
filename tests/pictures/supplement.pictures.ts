import { test } from '@playwright/test';
import type { SupplementItem } from '../../src/contract/operations/supplements.ts';
import { signInFirstTime } from '../e2e/support/at-the-office.ts';
import { goHome, sendNow } from '../e2e/support/at-the-sender.ts';
import { answer, talk } from '../e2e/support/at-the-table.ts';
import { onRoad } from '../e2e/support/road.ts';
import { askForMore, fileElsewhere } from '../e2e/support/supplement-asked.ts';
import { shoot } from './shoot.ts';

const REASON =
  'Tên của cha trên giấy chứng sinh khác tên đã khai, và chưa thấy bản chính giấy chứng nhận kết hôn.';
const ITEMS: readonly SupplementItem[] = [
  { what: 'question', id: 'father.name', note: 'Tên trên giấy chứng sinh có chữ lót khác.' },
  {
    what: 'document',
    id: 'marriage-certificate',
    note: 'Mang bản chính để đối chiếu.',
    copies: { original: 1, certified: 0, photocopy: 1 },
  },
];

test('a supplement, from the request to the slip', async () => {
  await onRoad(async ({ server, tablet, page, url }) => {
    await page.evaluate(() => history.pushState(null, '', '/work'));
    await page.getByRole('heading', { name: 'Việc phải làm' }).waitFor();
    await shoot(page, 'supplement-nothing');
    await goHome(page);
    const submission = await fileElsewhere(server);
    const office = await tablet.context.newPage();
    await signInFirstTime(office, url, {
      login: 'admin',
      password: server.oneTimePassword,
      next: 'Bản làng sông núi 26',
    });
    await askForMore(office, submission.id, REASON, ITEMS);
    await office.close();
    await page.bringToFront();
    await sendNow(page);
    await page.getByText('1 hồ sơ cần bổ sung').waitFor();
    await shoot(page, 'supplement-home');
    await page.getByRole('link', { name: 'Xem việc' }).click();
    await page.getByRole('heading', { name: 'Việc phải làm' }).waitFor();
    await shoot(page, 'supplement-work');
    await page.getByRole('link', { name: /Tên của cha trên/ }).click();
    await page.getByRole('button', { name: 'Mở lại hồ sơ' }).waitFor();
    await shoot(page, 'supplement-asked');
    await page.getByRole('button', { name: 'Mở lại hồ sơ' }).click();
    await page.getByText('Văn phòng cần xem lại điều này').waitFor();
    await shoot(page, 'supplement-question');
    await talk(page, {
      'father.name': 'Hà Văn Ý',
      'document.marriage': { paper: 'Có mang theo, chỉ cho xem' },
    });
    await shoot(page, 'supplement-read-back', { whole: true });
    await page.locator('footer button[type=submit]').click();
    await answer(page, 'signs with a finger');
    await page.getByRole('button', { name: 'Hoàn tất' }).click();
    await page.getByText('ĐÃ LÀM PHẦN BỔ SUNG').waitFor();
    await shoot(page, 'supplement-slip');
    await goHome(page);
    await page.getByRole('link', { name: /Bổ sung hồ sơ/ }).click();
    await page.getByText('Đây là phần bổ sung cho một hồ sơ văn phòng đã có.').waitFor();
    await shoot(page, 'supplement-summary');
    const desk = await tablet.context.newPage();
    await desk.goto(`${url}/office/queue/supplement-requested/${submission.id}`);
    const changes = desk.getByRole('table').filter({ hasText: 'Cha của bé tên là gì?' });
    await changes.waitFor();
    await shoot(desk, 'office-supplement', { desk: true, at: changes });
  });
});
