import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { test } from '@playwright/test';
import { begin, beginFound, chooseForWhom, enrol, talk, talkByStep } from '../e2e/support/at-the-table.ts';
import { Server } from '../e2e/support/server.ts';
import { Tablet } from '../e2e/support/tablet.ts';
import { accountRegistrationStory } from '../stories/account-registration.ts';
import { certifiedCopyStory } from '../stories/certified-copy.ts';
import { permanentResidenceStory } from '../stories/permanent-residence.ts';
import type { Story } from '../stories/story.ts';
import { withPalette } from './palette-png.ts';
import { shoot } from './shoot.ts';

const PIN = '274195';

/** What is said before that question is asked. */
function until(story: Story, question: string) {
  const entries = Object.entries(story.answers);
  return Object.fromEntries(
    entries.slice(
      0,
      entries.findIndex(([id]) => id === question),
    ),
  );
}

test('what is seen by people who do not read: answers, dates, money', async () => {
  const server = await Server.prepare();
  const tablet = new Tablet(server.url);
  try {
    await server.start();
    const page = await tablet.switchOn();

    await test.step('every drawing there is', async () => {
      const sheet = execFileSync(process.execPath, ['--import', 'tsx', 'tests/pictures/drawings-sheet.ts'], {
        encoding: 'utf8',
        env: { ...process.env, TSX_TSCONFIG_PATH: 'src/client/tsconfig.json' },
      });
      await page.setViewportSize({ width: 1360, height: 800 });
      await page.setContent(sheet);
      const png = await page.screenshot({ fullPage: true });
      writeFileSync('docs/screenshots/drawings.png', withPalette(png));
      await page.setViewportSize({ width: 1280, height: 800 });
    });

    await page.goto(`${server.url}/`);
    await enrol(page, { code: server.enrolmentCode, device: 'Máy 03', pin: PIN });

    await test.step('money on the page of a procedure', async () => {
      await page.getByRole('link', { name: /^Việc khác/ }).click();
      await page.getByLabel(/^Tìm việc cần làm/).fill('thuong tru');
      await page.getByRole('link', { name: /^Đăng ký thường trú/ }).click();
      const facts = page.getByRole('heading', { name: 'Mất bao lâu, bao nhiêu tiền?' });
      await shoot(page, 'seen-fee', { at: facts });
      await page.getByRole('button', { name: 'Bắt đầu' }).click();
      await chooseForWhom(page, 'Chưa có tài khoản');
    });

    await test.step('a date, a lunar date, many answers', async () => {
      await talk(page, until(permanentResidenceStory, 'person.birthDate'));
      await shoot(page, 'seen-date');
      await page.getByRole('button', { name: 'Nhớ ngày âm lịch' }).click();
      await page.getByLabel('Ngày âm', { exact: true }).fill('15');
      await page.getByLabel('Tháng âm').fill('2');
      await page.getByLabel('Năm âm').fill('1985');
      await page.locator('label').filter({ hasText: 'Tháng 2 nhuận' }).click();
      await shoot(page, 'seen-lunar-help');
      await page.getByRole('button', { name: 'Lấy ngày này' }).click();
      await shoot(page, 'seen-date-converted');
      await page.getByRole('button', { name: 'Chỉ nhớ năm' }).click();
      await shoot(page, 'seen-date-year');
      await page.getByRole('button', { name: 'Nhớ cả ngày, tháng' }).click();
      await talk(page, until(permanentResidenceStory, 'household.relation'));
      await shoot(page, 'seen-kin');
    });

    await test.step('which people, by bands of geometry that stand for nobody', async () => {
      await page
        .getByRole('button', { name: /Tạm dừng/ })
        .first()
        .click();
      await begin(page, 'Mở tài khoản dịch vụ công');
      await talk(page, until(accountRegistrationStory, 'person.ethnicity'));
      await shoot(page, 'seen-people');
    });

    await test.step('which card, and money at the read-back', async () => {
      await page
        .getByRole('button', { name: /Tạm dừng/ })
        .first()
        .click();
      await beginFound(page, 'Chứng thực bản sao từ bản chính');
      await chooseForWhom(page, 'Chưa có tài khoản');
      await talk(page, until(certifiedCopyStory, 'owner.idKind'));
      await shoot(page, 'seen-cards');
      await page.getByRole('button', { name: 'Cả phần' }).click();
      await talkByStep(page, certifiedCopyStory.answers);
      await shoot(page, 'seen-money', { at: page.getByText('Có thể trả bằng') });
    });
  } finally {
    await tablet.throwAway();
    await server.throwAway();
  }
});
