import { expect, type Page, test } from '@playwright/test';
import { getCurrentProcedure } from '../../src/procedures/catalogue.ts';
import {
  answer,
  begin,
  birth,
  type Conversation,
  daysAgo,
  enrol,
  goOn,
  registration,
} from '../e2e/support/at-the-table.ts';
import { Server } from '../e2e/support/server.ts';
import { Tablet } from '../e2e/support/tablet.ts';
import { paperPhoto } from './paper-photo.ts';
import { shoot } from './shoot.ts';

/*
 * Every kind of guided screen, once for a citizen who reads and hears Vietnamese and once for one who chose Mường: what a pack
 * does not have yet stands in Vietnamese, and the loudspeaker says whether there is a voice.
 */

const LANGUAGES = [
  { tag: 'vi', name: undefined },
  { tag: 'muong', name: 'mtq-Latn-VN' },
] as const;

async function chooseLanguage(page: Page, language: string): Promise<void> {
  await page.locator('header button[aria-haspopup=dialog]').click();
  const lists = page.getByRole('dialog').locator('select');
  await lists.nth(0).selectOption(language);
  await lists.nth(1).selectOption(language);
  await shoot(page, 'guided-languages');
  await page.getByRole('button', { name: 'Dùng tiếng này' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.locator('header button[aria-haspopup=dialog]', { hasText: 'Tiếng Mường' }).waitFor();
  // The words of the other language are read, and the question stands there again.
  await page.waitForTimeout(1000);
  await page.locator('main input').first().waitFor({ state: 'attached' });
}

/** Talks to the read-back; the first question of each type is kept as a picture, answered as a citizen would. */
async function talkAndShoot(
  page: Page,
  procedure: string,
  conversation: Conversation,
  tag: string,
  seen: Set<string>,
): Promise<void> {
  const questions = getCurrentProcedure(procedure).steps.flatMap((step) => step.questions);
  const block = page.locator('main [data-question]');
  const readBack = page.getByRole('heading', { name: 'Đọc lại cho người dân nghe' });
  for (;;) {
    await expect(block.or(readBack).first()).toBeAttached();
    if ((await block.count()) === 0) break;
    const id = (await block.getAttribute('data-question')) ?? '';
    await answer(page, conversation[id] ?? 'nothing, go on');
    const type = questions.find((one) => one.id === id)?.type ?? 'other';
    if (!seen.has(type)) {
      seen.add(type);
      await shoot(page, `guided-${tag}-${type}`);
    }
    await goOn(page, id);
  }
  if (seen.has('read-back')) return;
  seen.add('read-back');
  await shoot(page, `guided-${tag}-read-back`);
}

test('every guided screen, in Vietnamese and for somebody who chose Mường', async () => {
  const server = await Server.prepare();
  const tablet = new Tablet(server.url);
  try {
    await server.start();
    const page = await tablet.switchOn();
    const photo = await paperPhoto(page);
    await page.goto(`${server.url}/`);
    await enrol(page, { code: server.enrolmentCode, device: 'Máy 03', pin: '274195' });
    for (const { tag, name } of LANGUAGES) {
      const seen = new Set<string>();
      const open = async (need: string) => {
        await begin(page, need);
        await expect(page.locator('main [data-question]').or(page.locator('main h1')).first()).toBeVisible();
        if (name !== undefined) await chooseLanguage(page, name);
      };
      await test.step(`account, ${tag}`, async () => {
        await open('Mở tài khoản dịch vụ công');
        await talkAndShoot(page, 'account-registration', registration, tag, seen);
        await page.locator('footer button[type=submit]').click();
        await page.locator('main [data-question]').waitFor();
        await shoot(page, `guided-${tag}-signature`);
        await page.getByRole('button', { name: 'Tạm dừng' }).click();
        await page.getByRole('heading', { name: 'Hôm nay bà con cần gì?' }).waitFor();
      });
      await test.step(`birth, ${tag}`, async () => {
        await open('Có cháu mới sinh');
        await page.getByRole('heading', { name: 'Hồ sơ này làm cho ai?' }).waitFor();
        await shoot(page, `guided-${tag}-for-whom`);
        await page.locator('footer button[type=submit]').click();
        const story = birth({ certificate: photo, marriage: photo }, daysAgo(12));
        await talkAndShoot(page, 'birth-registration', story, tag, seen);
        await page.getByRole('button', { name: 'Tạm dừng' }).click();
        await page.getByRole('heading', { name: 'Hôm nay bà con cần gì?' }).waitFor();
      });
    }
  } finally {
    await tablet.throwAway();
    await server.throwAway();
  }
});
