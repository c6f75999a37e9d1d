import { expect, type Page, test } from '@playwright/test';
import { acceptFirstDossier, signInFirstTime } from '../e2e/support/at-the-office.ts';
import {
  answer,
  begin,
  birth,
  type Conversation,
  choosePin,
  daysAgo,
  goOn,
  lock,
  registration,
  talk,
  typePin,
  unlock,
} from '../e2e/support/at-the-table.ts';
import { Server } from '../e2e/support/server.ts';
import { Tablet } from '../e2e/support/tablet.ts';
import { paperPhoto } from './paper-photo.ts';
import { shoot } from './shoot.ts';

const PIN = '274195';

const next = (page: Page) => page.locator('footer button[type=submit]');
const goHome = async (page: Page) => {
  const name = /Về trang chính|Home/;
  await page.getByRole('link', { name }).or(page.getByRole('button', { name })).click();
  await expect(page.getByRole('heading', { name: 'Hôm nay bà con cần gì?' })).toBeVisible();
};

/** Talks until `question` is asked. */
async function until(page: Page, conversation: Conversation, question: string): Promise<void> {
  const { [question]: _, ...before } = conversation;
  expect(await talk(page, before)).toBe(question);
}

/** Answers the question on the screen, takes its picture, and goes on. */
async function answerAndShoot(
  page: Page,
  conversation: Conversation,
  question: string,
  name: string,
): Promise<void> {
  await until(page, conversation, question);
  await answer(page, conversation[question] ?? 'nothing, go on');
  await shoot(page, name);
  await goOn(page, question);
}

test('the field screens, along the road', async () => {
  const server = await Server.prepare();
  const tablet = new Tablet(server.url);
  try {
    await server.start();
    let page = await tablet.switchOn();
    const photo = await paperPhoto(page);

    await test.step('enrol', async () => {
      await page.goto(`${server.url}/`);
      await page.getByLabel('Mã ghi danh').waitFor();
      await shoot(page, 'enrol-code');
      await page.getByLabel('Mã ghi danh').fill(server.enrolmentCode);
      await page.getByLabel('Tên của máy').fill('Máy 03');
      await page.getByRole('button', { name: 'Tiếp theo' }).click();
      await typePin(page, '274');
      await shoot(page, 'enrol-pin');
      for (let i = 0; i < 3; i++) await page.getByRole('button', { name: 'Xóa một số' }).click();
      await choosePin(page, PIN);
      await page.getByRole('button', { name: 'Bắt đầu làm việc' }).waitFor({ timeout: 60_000 });
      await shoot(page, 'enrol-done');
      await page.getByRole('button', { name: 'Bắt đầu làm việc' }).click();
      await page.getByRole('heading', { name: 'Hôm nay bà con cần gì?' }).waitFor();
      await shoot(page, 'home-empty');
      await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    });

    await test.step('the lock', async () => {
      await lock(page);
      await typePin(page, '2741');
      await shoot(page, 'lock');
      await page.getByRole('button', { name: 'Xóa một số' }).click();
      await typePin(page, '000');
      await page.getByRole('button', { name: 'Mở khóa' }).click();
      await page.getByText(/PIN chưa đúng/).waitFor();
      await shoot(page, 'lock-wrong-pin');
      await page.reload();
      await unlock(page, PIN);
    });

    const account: Conversation = { ...registration, 'person.name': 'Nguyễn Hoàng Thị Ánh Nguyệt' };
    await test.step('register an account, where there is no signal', async () => {
      await server.stop();
      await begin(page, 'Mở tài khoản dịch vụ công');
      await until(page, account, 'consent.register');
      await shoot(page, 'question-consent');
      await answerAndShoot(page, account, 'person.name', 'question-text');
      await answerAndShoot(page, account, 'person.birthDate', 'question-date');
      await answerAndShoot(page, account, 'person.ethnicity', 'question-ethnicity');
      await answerAndShoot(page, account, 'person.residence', 'question-place');
      await answerAndShoot(page, account, 'card.has', 'question-choice');
      await until(page, account, 'card.number');
      await answer(page, '03819900');
      await next(page).click();
      await expect(page.locator('main [role=alert]:not([hidden])').first()).toBeVisible();
      await shoot(page, 'question-error');
      await page.getByRole('button', { name: 'Để sau' }).click();
      expect(await talk(page, account)).toBeUndefined();
      await shoot(page, 'read-back-troubles');
      await page
        .getByRole('button', { name: /định danh|căn cước/ })
        .first()
        .click();
      await expect(page.locator('main [data-question="card.number"]')).toBeVisible();
      await answer(page, '038199000001');
      await shoot(page, 'question-national-id');
      await next(page).click();
      await page.getByRole('heading', { name: 'Đọc lại cho người dân nghe' }).waitFor();
      await shoot(page, 'read-back');
      await next(page).click();
      await until(page, {}, 'signature.person');
      await shoot(page, 'signature');
      await answer(page, 'signs with a finger');
      await shoot(page, 'signature-signed');
      await page.getByRole('button', { name: 'Hoàn tất' }).click();
      await page.getByText('CHƯA ĐƯỢC TIẾP NHẬN').waitFor({ timeout: 30_000 });
      await shoot(page, 'slip-account', { whole: true });
      await page.emulateMedia({ media: 'print' });
      await page.pdf({ path: 'test-results/slip-account.pdf', preferCSSPageSize: true });
      await page.emulateMedia({ media: null });
      await goHome(page);
    });

    await test.step('file a birth', async () => {
      const story = birth({ certificate: photo, marriage: photo }, daysAgo(12));
      await begin(page, 'Có cháu mới sinh');
      await page.getByRole('heading', { name: 'Hồ sơ này làm cho ai?' }).waitFor();
      await page.locator('label').filter({ hasText: 'Nguyệt' }).first().click();
      await shoot(page, 'for-whom');
      await next(page).click();
      await until(page, story, 'child.name');
      await answer(page, 'Hà Minh Khuê');
      await page.getByRole('button', { name: 'Cả phần' }).click();
      await page.getByRole('button', { name: 'Từng câu' }).waitFor();
      await shoot(page, 'staff-mode');
      await page.getByRole('button', { name: 'Từng câu' }).click();
      await until(page, story, 'document.birthProof');
      await answer(page, story['document.birthProof'] ?? 'nothing, go on');
      await shoot(page, 'question-document');
      await shoot(page, 'question-document-photo', { at: page.locator('main figure').last() });
      await goOn(page, 'document.birthProof');
      expect(await talk(page, story)).toBeUndefined();
      await next(page).click();
      await until(page, {}, 'signature.requester');
      await answer(page, 'signs with a finger');
      await page.getByRole('button', { name: 'Hoàn tất' }).click();
      await page.getByText('CHƯA ĐƯỢC TIẾP NHẬN').waitFor({ timeout: 30_000 });
      await shoot(page, 'slip-birth', { whole: true });
      await page.emulateMedia({ media: 'print' });
      await page.pdf({ path: 'test-results/slip-birth.pdf', preferCSSPageSize: true });
      await page.emulateMedia({ media: null });
      await goHome(page);
    });

    await test.step('the office accepts', async () => {
      await shoot(page, 'home-waiting');
      await server.start();
      await page.getByRole('button', { name: /^Gửi ngay/ }).click();
      await expect(page.getByText('Văn phòng đã nhận', { exact: true }).first()).toBeVisible({
        timeout: 30_000,
      });
      const office = await tablet.context.newPage();
      await signInFirstTime(office, server.url, {
        login: 'admin',
        password: server.oneTimePassword,
        next: 'mua-xuan-ve-ban-2026',
      });
      await acceptFirstDossier(office, server.url);
      const [row] = await server.query<{ official_code: string }>('select official_code from dossiers');
      const code = row?.official_code ?? 'no code';
      await office.close();
      await page.bringToFront();
      await page.getByRole('button', { name: 'Hỏi văn phòng' }).click();
      await expect(page.getByText(code).first()).toBeVisible({ timeout: 30_000 });
      await page.getByRole('link', { name: new RegExp(code) }).click();
      await page.getByRole('heading', { level: 1 }).waitFor();
      await shoot(page, 'summary');
      await page
        .getByRole('link', { name: /[Pp]hiếu/ })
        .first()
        .click();
      await page.locator('[data-print]').waitFor();
      await shoot(page, 'slip-accepted', { whole: true });
      await goHome(page);
    });

    await test.step('a stop, and two drafts, one more waiting; then home', async () => {
      const story = birth({ certificate: photo, marriage: photo }, daysAgo(12));
      await begin(page, 'Có cháu mới sinh', 'Chưa có tài khoản');
      await until(page, story, 'mother.nationality');
      await answer(page, 'Nước khác');
      await next(page).click();
      await page.getByRole('heading', { name: 'Cần dừng ở đây một chút' }).waitFor();
      await shoot(page, 'stop');
      await goHomeFromInterview(page, server.url);
      await begin(page, 'Mở tài khoản dịch vụ công');
      await until(page, { ...registration, 'person.name': 'Vi Văn Páo' }, 'card.has');
      await goHomeFromInterview(page, server.url);
      await shoot(page, 'home');
      await page.getByRole('link', { name: 'Cài đặt' }).click();
      await page.getByRole('heading', { level: 1 }).waitFor();
      await shoot(page, 'settings');
      await goHome(page);
      await server.stop();
      await page.getByRole('button', { name: 'Hỏi văn phòng' }).click();
      await expect(page.getByText(/Không có mạng/).first()).toBeVisible({ timeout: 30_000 });
      await shoot(page, 'home-offline');
    });

    await test.step('in English', async () => {
      await page.evaluate(() => localStorage.setItem('ve-ban-language', 'en'));
      await page.reload();
      await typePin(page, PIN);
      await page.getByRole('button', { name: 'Unlock' }).click();
      await page.getByText('Vi Văn Páo').first().waitFor({ timeout: 30_000 });
      await shoot(page, 'home-en');
      await page.getByText('Vi Văn Páo').first().click();
      await page.locator('main [data-question="card.has"]').waitFor();
      await shoot(page, 'question-choice-en');
      page = await backHome(page, server.url);
      await page.getByText('Nguyễn Hoàng Thị Ánh Nguyệt').first().click();
      await page.getByRole('link', { name: /slip/i }).first().click();
      await page.locator('[data-print]').waitFor();
      await shoot(page, 'slip-account-en', { whole: true });
    });
  } finally {
    await tablet.throwAway();
    await server.throwAway();
  }
});

async function goHomeFromInterview(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/`);
  await unlock(page, PIN);
}

async function backHome(page: Page, url: string): Promise<Page> {
  await page.goto(`${url}/`);
  await typePin(page, PIN);
  await page.getByRole('button', { name: 'Unlock' }).click();
  return page;
}
