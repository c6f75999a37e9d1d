import { test } from '@playwright/test';
import { beginFound, chooseForWhom, enrol, talk, talkByStep } from '../e2e/support/at-the-table.ts';
import { Server } from '../e2e/support/server.ts';
import { Tablet } from '../e2e/support/tablet.ts';
import { certifiedCopyStory } from '../stories/certified-copy.ts';
import { marriageRegistrationStory } from '../stories/marriage-registration.ts';
import { permanentResidenceStory } from '../stories/permanent-residence.ts';
import { shoot } from './shoot.ts';

const PIN = '274195';

test('finding what to do, what to bring, and steps that are asked more than once', async () => {
  const server = await Server.prepare();
  const tablet = new Tablet(server.url);
  try {
    await server.start();
    const page = await tablet.switchOn();
    await page.goto(`${server.url}/`);
    await enrol(page, { code: server.enrolmentCode, device: 'Máy 03', pin: PIN });

    await test.step('by what happened, and by words', async () => {
      await page.getByRole('link', { name: /^Việc khác/ }).click();
      await page.getByLabel(/^Tìm việc cần làm/).waitFor();
      await shoot(page, 'begin-events');
      await page.getByLabel(/^Tìm việc cần làm/).fill('mat giay');
      await page.getByText(/^Tìm thấy/).waitFor();
      await shoot(page, 'begin-found');
      await page.getByLabel(/^Tìm việc cần làm/).fill('trâu bò');
      await page.getByText(/^Không thấy việc nào/).waitFor();
      await shoot(page, 'begin-found-none');
      await page.getByLabel(/^Tìm việc cần làm/).fill('');
      await page.getByRole('link', { name: 'Có cháu mới sinh' }).click();
      await page.getByRole('link', { name: /^Nên hỏi việc này trước/ }).waitFor();
      await shoot(page, 'begin-birth');
      await page.getByRole('link', { name: /^Nên hỏi việc này trước/ }).click();
      await page.getByRole('heading', { name: 'Cần mang theo gì?' }).waitFor();
      await shoot(page, 'begin-what-to-bring');
      await page.getByRole('link', { name: 'Quay lại' }).click();
    });

    await test.step('a household that moves, person by person', async () => {
      await page.getByLabel(/^Tìm việc cần làm/).fill('ho khau');
      await page.getByRole('link', { name: /^Đăng ký thường trú/ }).click();
      await page.getByRole('heading', { name: 'Cần mang theo gì?' }).waitFor();
      await shoot(page, 'begin-prepare');
      await page.getByRole('button', { name: 'Bắt đầu' }).click();
      await chooseForWhom(page, 'Chưa có tài khoản');
      const { 'member.birthDate.1': _born, ...first } = permanentResidenceStory.answers;
      await talk(page, first);
      await shoot(page, 'question-repeated');
      await page.getByRole('button', { name: 'Cả phần' }).click();
      await shoot(page, 'staff-mode-repeated');
      await talkByStep(page, permanentResidenceStory.answers);
      await shoot(page, 'read-back-repeated');
    });

    await test.step('what a copy costs, and two people who sign', async () => {
      for (const story of [certifiedCopyStory, marriageRegistrationStory]) {
        await page
          .getByRole('button', { name: /Tạm dừng/ })
          .first()
          .click();
        await beginFound(
          page,
          story.procedure === 'certified-copy' ? 'Chứng thực bản sao từ bản chính' : 'Đăng ký kết hôn',
        );
        await chooseForWhom(page, 'Chưa có tài khoản');
        await page.getByRole('button', { name: 'Cả phần' }).click();
        await talkByStep(page, story.answers);
        await shoot(page, `read-back-${story.procedure}`);
      }
    });
  } finally {
    await tablet.throwAway();
    await server.throwAway();
  }
});
