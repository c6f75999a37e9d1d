import { expect, type Page, test } from '@playwright/test';
import { acceptFirstDossier, signInFirstTime } from './support/at-the-office.ts';
import {
  answer,
  birth,
  type Conversation,
  choosePin,
  daysAgo,
  goOn,
  lock,
  registration,
  signAndFinish,
  talk,
} from './support/at-the-table.ts';
import { look, violations } from './support/look.ts';
import { makePicture } from './support/picture.ts';
import { Server } from './support/server.ts';
import { picturesShown, Tablet } from './support/tablet.ts';

const PIN = '274195';

/** One server and one tablet for all stories here: the office looks at what the field filed before. */
test.describe
  .serial('every screen is for everybody', () => {
    // Each look is eight views of a screen.
    test.describe.configure({ timeout: 1_200_000 });
    let server: Server;
    let tablet: Tablet;
    let page: Page;

    test.beforeAll(async () => {
      server = await Server.prepare();
      tablet = new Tablet(server.url);
      await server.start();
      page = await tablet.switchOn();
    });
    test.afterAll(async () => {
      await tablet.throwAway();
      await server.throwAway();
    });

    test('enrolment, and an account registration by keyboard alone', async () => {
      await page.goto(`${server.url}/`);
      await page.getByLabel('Mã ghi danh').fill(server.enrolmentCode);
      await page.getByLabel('Tên của máy').fill('Máy 03');
      await look(page, 'enrolment code');
      await page.getByRole('button', { name: 'Tiếp theo' }).click();
      await expect(page.getByRole('heading', { name: 'Chọn một PIN' })).toBeVisible();
      await look(page, 'choosing a PIN');
      await choosePin(page, PIN);
      await expect(page.getByRole('heading', { name: 'Máy đã sẵn sàng' })).toBeVisible({ timeout: 60_000 });
      await look(page, 'enrolled');
      await page.getByRole('button', { name: 'Bắt đầu làm việc' }).click();
      await lock(page);
      await look(page, 'lock');

      // From here on no finger and no mouse.
      await page.keyboard.type(PIN);
      await page.keyboard.press('Enter');
      await expect(page.getByRole('heading', { name: 'Hôm nay bà con cần gì?' })).toBeVisible({
        timeout: 30_000,
      });
      await look(page, 'home, empty');
      await reach(page, 'Việc khác');
      await page.keyboard.press('Enter');
      await expect(page.getByLabel(/^Tìm việc cần làm/)).toBeVisible();
      await look(page, 'everything that may have happened');
      await tabUntil(page, '', (focused) => focused.matches('input[type=search]'));
      await page.keyboard.type('tai khoan');
      await expect(page.getByText(/^Tìm thấy/)).toBeVisible();
      await look(page, 'procedures found');
      await reach(page, 'Đăng ký tài khoản');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('heading', { name: 'Cần mang theo gì?' })).toBeVisible();
      await look(page, 'what to bring');
      for (const [sheet, screen] of [
        ['Tờ rơi để dán ở bản', 'paper, a leaflet'],
        ['Bài đọc trên loa', 'paper, for the loudspeakers'],
      ] as const) {
        await reach(page, sheet);
        await page.keyboard.press('Enter');
        await expect(page.getByRole('heading', { name: sheet, level: 1 })).toBeVisible();
        await look(page, screen);
        await reach(page, 'Quay lại');
        await page.keyboard.press('Enter');
        await expect(page.getByRole('heading', { name: 'Cần mang theo gì?' })).toBeVisible();
      }
      await reach(page, 'Bắt đầu');
      await page.keyboard.press('Enter');
      for (const purpose of ['register', 'keepCopy', 'ethnicity', 'thumbprint', 'contact']) {
        await isAsked(page, `consent.${purpose}`);
        if (purpose === 'register') await look(page, 'a consent');
        await takeFirstAnswer(page);
      }
      await isAsked(page, 'person.name');
      await reachBox(page);
      await page.keyboard.type('Lò Thị Mẩy');
      await look(page, 'a text question');
      await page.keyboard.press('Enter');
      await isAsked(page, 'person.sex');
      // Next without an answer: the error is told, and the focus stands at the question.
      await reach(page, 'Tiếp theo');
      await page.keyboard.press('Enter');
      await expect(page.locator('main [data-question] input:focus')).toHaveCount(1);
      await look(page, 'a choice question with an error');
      await page.keyboard.press('ArrowDown');
      await expect(page.locator('main [data-question]').getByRole('radio', { name: 'Nữ' })).toBeChecked();
      await page.keyboard.press('Enter');
      await isAsked(page, 'person.birthDate');
      await reachBox(page);
      await page.keyboard.type('05061999');
      await look(page, 'a date question');
      await page.getByRole('button', { name: 'Nhớ ngày âm lịch' }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await look(page, 'a lunar date');
      await page.keyboard.press('Escape');
      await reachBox(page);
      await page.keyboard.press('Enter');
      await isAsked(page, 'person.ethnicity');
      await look(page, 'a list to choose from');
    });

    test('the interview to its end, the slip, the summary, the settings', async () => {
      await talkTo(page, registration, 'person.residence');
      await answer(page, registration['person.residence'] ?? 'nothing, go on');
      await look(page, 'a place question');
      await page.getByRole('button', { name: 'Gọi cán bộ' }).click();
      await expect(page.getByRole('button', { name: 'Tôi làm tiếp' })).toBeVisible();
      await look(page, 'a call for staff');
      await page.getByRole('button', { name: 'Tôi làm tiếp' }).click();
      await page.getByRole('button', { name: 'Che màn hình' }).click();
      await expect(page.getByRole('button', { name: 'Mở lại' })).toBeVisible();
      await look(page, 'the screen covered');
      await page.getByRole('button', { name: 'Mở lại' }).click();
      await page.getByRole('button', { name: 'Cả phần' }).click();
      await expect(page.getByRole('button', { name: 'Từng câu' })).toBeVisible();
      await look(page, 'a whole step');
      await page.getByRole('button', { name: 'Từng câu' }).click();
      await goOn(page, 'person.residence');
      await talkTo(page, registration, 'card.number');
      await look(page, 'a number question');
      expect(await talk(page, registration)).toBeUndefined();
      await look(page, 'read-back');
      await page.locator('footer button[type=submit]').click();
      await expect(page.locator('main [data-question="signature.person"]')).toBeVisible();
      await look(page, 'signature, nothing chosen');
      await answer(page, 'signs with a finger');
      await look(page, 'signature, signed');
      await page.getByRole('button', { name: 'Hoàn tất' }).click();
      await expect(page.getByText('CHƯA ĐƯỢC TIẾP NHẬN')).toBeVisible({ timeout: 30_000 });
      await look(page, 'slip');
      for (const [link, title, screen] of [
        ['Lần sau cần mang gì', 'Lần sau cần mang gì?', 'paper, what to bring'],
        ['Bản đã khai, để ký tay', 'Bản đã khai, để ký tay', 'paper, what was declared'],
      ] as const) {
        await page.getByRole('link', { name: link }).click();
        await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible();
        await look(page, screen);
        await page.getByRole('link', { name: 'Quay lại' }).click();
      }
      await page.getByRole('link', { name: 'Xem hồ sơ' }).click();
      await expect(page.getByRole('heading', { name: 'Ảnh và chữ ký' })).toBeVisible();
      await look(page, 'summary');
      for (const [address, screen] of [
        ['/settings', 'settings'],
        ['/settings/kiosk', 'what a kiosk means'],
        ['/courier', 'courier'],
        ['/courier/send', 'courier, what to send'],
        ['/courier/bring', 'courier, what to bring in'],
        ['/drafts', 'drafts kept by the office'],
        ['/workshop', 'workshop, languages'],
        ['/workshop/mtq-Latn-VN', 'workshop, a language'],
        ['/workshop/mtq-Latn-VN/record', 'workshop, who speaks'],
        ['/practice', 'practice, before it begins'],
      ] as const) {
        await goWithin(page, address);
        await look(page, screen);
      }
      await page.getByRole('button', { name: 'Trợ giúp' }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await look(page, 'help of a screen');
      await page.getByRole('dialog').getByRole('button', { name: 'Đóng' }).first().click();

      await goWithin(page, '/begin/procedure/birth-registration');
      await page
        .getByRole('button', { name: /^Đọc|^Nghe|Tiếng Việt/ })
        .first()
        .click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await look(page, 'languages to read and to hear');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Bắt đầu' }).click();
      await expect(page.getByRole('heading', { name: 'Hồ sơ này làm cho ai?' })).toBeVisible();
      await look(page, 'whom it is for');
      await page.locator('label').filter({ hasText: 'Lò Thị Mẩy' }).first().click();
      await page.getByRole('button', { name: 'Tiếp theo' }).click();
      const story = birth({ certificate: makePicture(3), marriage: makePicture(4) }, daysAgo(12));
      await talkTo(page, story, 'document.birthProof');
      await look(page, 'a document question');
      await answer(page, story['document.birthProof'] ?? 'nothing, go on');
      await picturesShown(page);
      await look(page, 'a document question with its photo');
      await goOn(page, 'document.birthProof');
      expect(await talk(page, story)).toBeUndefined();
      await signAndFinish(page, 'signature.requester');
      await page.getByRole('link', { name: 'Về trang chính' }).click();
      await expect
        .poll(
          async () =>
            (
              await server.query<{ n: string }>(`select count(*) n from attachments where state = 'stored'`)
            )[0]?.n,
          {
            timeout: 60_000,
          },
        )
        .toBe('4');
      await look(page, 'home, with what the office has');

      await goWithin(page, '/practice');
      await page.getByRole('button', { name: 'Tự tập' }).click();
      await expect(page.getByRole('heading', { name: 'Hôm nay bà con cần gì?' })).toBeVisible();
      await look(page, 'practice, home');
      for (const [address, screen] of [
        ['settings', 'practice, its page'],
        ['words', 'practice, words of the states'],
        ['certificate', 'practice, the certificate'],
      ] as const) {
        await goWithin(page, `/practice/${address}`);
        await look(page, screen);
      }
    });

    test('the rooms of the office', async () => {
      const office = await tablet.context.newPage();

      await office.goto(`${server.url}/office`);
      await expect(office.getByRole('button', { name: 'Vào văn phòng' })).toBeVisible();
      await look(office, 'sign-in');
      await signInFirstTime(office, server.url, {
        login: 'admin',
        password: server.oneTimePassword,
        next: 'mua-xuan-ve-ban-2026',
      });
      await office.goto(`${server.url}/office/queue/registered`);
      const line = office.getByRole('link', { name: /Đăng ký khai sinh/ }).first();
      await expect(line).toBeVisible();
      await look(office, 'queue');
      await line.click();
      await expect(office.getByRole('button', { name: 'Tiếp nhận', exact: true })).toBeVisible();
      await look(office, 'a dossier');
      await office.getByRole('button', { name: 'Tiếp nhận', exact: true }).click();
      await expect(office.getByRole('dialog')).toBeVisible();
      await look(office, 'accepting, asked again');
      await office.keyboard.press('Escape');
      await acceptFirstDossier(office, server.url);
      await look(office, 'an accepted dossier');

      await office.goto(`${server.url}/office/accounts`);
      await office
        .getByRole('link', { name: /Lò Thị Mẩy/ })
        .first()
        .click();
      await expect(office.getByRole('heading', { name: 'Lò Thị Mẩy' })).toBeVisible();
      await look(office, 'an account');
      for (const [room, title, screen] of [
        ['staff', 'Cán bộ', 'staff'],
        ['tablets', 'Máy tính bảng', 'tablets'],
        ['settings', 'Thiết lập', 'office settings'],
        ['procedures', 'Thủ tục', 'procedures'],
        ['procedures/new', 'Đưa một thủ tục lên', 'bringing a procedure'],
        ['handed', 'Cần người xem', 'what was handed over'],
        ['courier', 'Tệp mang về', 'courier files'],
        ['drafts', /./, 'drafts of colleagues'],
        ['languages', 'Ngôn ngữ', 'languages'],
        ['languages/mtq-Latn-VN?q=dong+y', 'Tiếng Mường', 'a language'],
      ] as const) {
        await office.goto(`${server.url}/office/${room}`);
        await expect(office.getByRole('heading', { name: title, level: 1 })).toBeVisible();
        await office.waitForLoadState('networkidle');
        await look(office, screen);
      }
      await office.goto(`${server.url}/office/procedures/marriage-registration/1`);
      await expect(office.getByRole('heading', { name: 'Đăng ký kết hôn' }).first()).toBeVisible();
      await office.waitForLoadState('networkidle');
      await look(office, 'a procedure, previewed');
      await office.goto(`${server.url}/office/staff`);
      await office.getByRole('button', { name: 'Thêm cán bộ' }).click();
      await expect(office.getByRole('dialog')).toBeVisible();
      await look(office, 'a new colleague');
      await office.keyboard.press('Escape');
      await office.getByRole('button', { name: 'Cấp mã ghi danh máy' }).first().click();
      await office.getByRole('dialog').getByRole('button', { name: 'Cấp mã', exact: true }).click();
      await expect(office.getByText(/^Dùng được đến/)).toBeVisible();
      await look(office, 'an enrolment code');
    });

    test('the pages for everybody, without sign-in and without script', async () => {
      const found: string[] = [];
      const visitor = await tablet.context.newPage();
      for (const path of [
        '/thu-tuc',
        '/thu-tuc?tim=giay+khai+sinh',
        '/thu-tuc/marriage-registration',
        '/thu-tuc/social-allowance?lang=en',
        '/thu-tuc/no-such-thing',
      ]) {
        await visitor.goto(`${server.url}${path}`);
        await expect(visitor.getByRole('heading', { level: 1 })).toBeVisible();
        expect(await visitor.locator('script').count()).toBe(0);
        found.push(...(await violations(visitor, path)).map((one) => `${path}: ${one}`));
      }
      expect(found).toEqual([]);
    });
  });

/** Another screen of the app, with another title, without loading it anew: the vault stays open. */
async function goWithin(page: Page, address: string): Promise<void> {
  const title = page.getByRole('heading', { level: 1 });
  const before = (await title.textContent()) ?? '';
  await page.evaluate((to) => history.pushState(null, '', to), address);
  await expect(title).not.toHaveText(before);
  await expect(title).toBeVisible();
  await page.waitForLoadState('networkidle');
}

/** Talks on up to that question and leaves it unanswered. */
async function talkTo(page: Page, conversation: Conversation, question: string): Promise<void> {
  const { [question]: _left, ...before } = conversation;
  expect(await talk(page, before)).toBe(question);
}

async function isAsked(page: Page, question: string): Promise<void> {
  await expect(page.locator(`main [data-question="${question}"]`)).toBeVisible();
}

/** Tabs until something of that name has the focus; fails where the keyboard cannot get there. */
async function reach(page: Page, name: string): Promise<void> {
  await tabUntil(page, name, (focused, wanted) => (focused.textContent ?? '').includes(wanted));
}

async function reachBox(page: Page): Promise<void> {
  await tabUntil(page, '', (focused) =>
    focused.matches('main [data-question] input:not([type=radio], [type=search])'),
  );
}

/** Tabs to the first answer, takes it, and goes on: a radio button is taken by the space bar. */
async function takeFirstAnswer(page: Page): Promise<void> {
  await tabUntil(page, '', (focused) => focused.matches('main [data-question] input[type=radio]'));
  await page.keyboard.press('Space');
  await expect(page.locator('main [data-question] input[type=radio]').first()).toBeChecked();
  await page.keyboard.press('Enter');
}

async function tabUntil(
  page: Page,
  wanted: string,
  isIt: (focused: Element, wanted: string) => boolean,
): Promise<void> {
  for (let presses = 0; presses < 40; presses++) {
    await page.keyboard.press('Tab');
    const focused = page.locator('body *:focus');
    if ((await focused.count()) === 1 && (await focused.evaluate(isIt, wanted))) return;
  }
  throw new Error(`the keyboard does not reach ${wanted || 'the answer'}`);
}
