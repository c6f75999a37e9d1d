import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { acceptFirstDossier, signInFirstTime } from './support/at-the-office.ts';
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
  signAndFinish,
  talk,
  unlock,
} from './support/at-the-table.ts';
import { makePicture } from './support/picture.ts';
import { Server } from './support/server.ts';
import { picturesShown, Tablet } from './support/tablet.ts';

const PIN = '274195';
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** One server and one tablet for all stories here: the office looks at what the field filed before. */
test.describe
  .serial('every screen is for everybody', () => {
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
      const found: string[] = [];
      const look = async (screen: string) => found.push(...(await violations(page, screen)));

      await page.goto(`${server.url}/`);
      await page.getByLabel('Mã ghi danh').fill(server.enrolmentCode);
      await page.getByLabel('Tên của máy').fill('Máy 03');
      await look('enrolment code');
      await page.getByRole('button', { name: 'Tiếp theo' }).click();
      await expect(page.getByRole('heading', { name: 'Chọn một PIN' })).toBeVisible();
      await look('choosing a PIN');
      await choosePin(page, PIN);
      await expect(page.getByRole('heading', { name: 'Máy đã sẵn sàng' })).toBeVisible({ timeout: 60_000 });
      await look('enrolled');
      await page.getByRole('button', { name: 'Bắt đầu làm việc' }).click();
      await lock(page);
      await look('lock');

      // From here on no finger and no mouse.
      await page.keyboard.type(PIN);
      await page.keyboard.press('Enter');
      await expect(page.getByRole('heading', { name: 'Hôm nay bà con cần gì?' })).toBeVisible({
        timeout: 30_000,
      });
      await look('home, empty');
      await reach(page, 'Việc khác');
      await page.keyboard.press('Enter');
      await expect(page.getByLabel(/^Tìm việc cần làm/)).toBeVisible();
      await look('everything that may have happened');
      await tabUntil(page, '', (focused) => focused.matches('input[type=search]'));
      await page.keyboard.type('tai khoan');
      await expect(page.getByText(/^Tìm thấy/)).toBeVisible();
      await look('procedures found');
      await reach(page, 'Đăng ký tài khoản');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('heading', { name: 'Cần mang theo gì?' })).toBeVisible();
      await look('what to bring');
      for (const sheet of ['Tờ rơi để dán ở bản', 'Bài đọc trên loa']) {
        await reach(page, sheet);
        await page.keyboard.press('Enter');
        await expect(page.getByRole('heading', { name: sheet, level: 1 })).toBeVisible();
        await look(sheet);
        await reach(page, 'Quay lại');
        await page.keyboard.press('Enter');
        await expect(page.getByRole('heading', { name: 'Cần mang theo gì?' })).toBeVisible();
      }
      await reach(page, 'Bắt đầu');
      await page.keyboard.press('Enter');
      for (const purpose of ['register', 'keepCopy', 'ethnicity', 'thumbprint', 'contact']) {
        await isAsked(page, `consent.${purpose}`);
        if (purpose === 'register') await look('a consent');
        await takeFirstAnswer(page);
      }
      await isAsked(page, 'person.name');
      await reachBox(page);
      await page.keyboard.type('Lò Thị Mẩy');
      await look('a text question');
      await page.keyboard.press('Enter');
      await isAsked(page, 'person.sex');
      // Next without an answer: the error is told, and the focus stands at the question.
      await reach(page, 'Tiếp theo');
      await page.keyboard.press('Enter');
      await expect(page.locator('main [data-question] input:focus')).toHaveCount(1);
      await look('a choice question with an error');
      await page.keyboard.press('ArrowDown');
      await expect(page.locator('main [data-question]').getByRole('radio', { name: 'Nữ' })).toBeChecked();
      await page.keyboard.press('Enter');
      await isAsked(page, 'person.birthDate');
      await reachBox(page);
      await page.keyboard.type('05061999');
      await look('a date question');
      await page.keyboard.press('Enter');
      await isAsked(page, 'person.ethnicity');
      await look('a list to choose from');
      expect(found).toEqual([]);
    });

    test('the interview to its end, the slip, the summary, the settings', async () => {
      const found: string[] = [];
      const look = async (screen: string) => found.push(...(await violations(page, screen)));

      await talkTo(page, registration, 'person.residence');
      await answer(page, registration['person.residence'] ?? 'nothing, go on');
      await look('a place question');
      await goOn(page, 'person.residence');
      await talkTo(page, registration, 'card.number');
      await look('a number question');
      expect(await talk(page, registration)).toBeUndefined();
      await look('read-back');
      await page.locator('footer button[type=submit]').click();
      await expect(page.locator('main [data-question="signature.person"]')).toBeVisible();
      await look('signature, nothing chosen');
      await answer(page, 'signs with a finger');
      await look('signature, signed');
      await page.getByRole('button', { name: 'Hoàn tất' }).click();
      await expect(page.getByText('CHƯA ĐƯỢC TIẾP NHẬN')).toBeVisible({ timeout: 30_000 });
      await look('slip');
      for (const [link, title] of [
        ['Lần sau cần mang gì', 'Lần sau cần mang gì?'],
        ['Bản đã khai, để ký tay', 'Bản đã khai, để ký tay'],
      ] as const) {
        await page.getByRole('link', { name: link }).click();
        await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible();
        await look(title);
        await page.getByRole('link', { name: 'Quay lại' }).click();
      }
      await page.getByRole('link', { name: 'Xem hồ sơ' }).click();
      await expect(page.getByRole('heading', { name: 'Ảnh và chữ ký' })).toBeVisible();
      await look('summary');

      await page.goto(`${server.url}/settings`);
      await unlock(page, PIN);
      await page.getByRole('link', { name: 'Cài đặt' }).click();
      await expect(page.getByRole('heading', { name: 'Cài đặt của máy' })).toBeVisible();
      await look('settings');
      await page.getByRole('link', { name: 'Về trang chính' }).click();

      await begin(page, 'Có cháu mới sinh');
      await expect(page.getByRole('heading', { name: 'Hồ sơ này làm cho ai?' })).toBeVisible();
      await look('whom it is for');
      await page.locator('label').filter({ hasText: 'Lò Thị Mẩy' }).first().click();
      await page.getByRole('button', { name: 'Tiếp theo' }).click();
      const story = birth({ certificate: makePicture(3), marriage: makePicture(4) }, daysAgo(12));
      await talkTo(page, story, 'document.birthProof');
      await look('a document question');
      await answer(page, story['document.birthProof'] ?? 'nothing, go on');
      await picturesShown(page);
      await look('a document question with its photo');
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
      await look('home, with what the office has');
      expect(found).toEqual([]);
    });

    test('the rooms of the office', async () => {
      const found: string[] = [];
      const office = await tablet.context.newPage();
      const look = async (screen: string) => found.push(...(await violations(office, screen)));

      await office.goto(`${server.url}/office`);
      await expect(office.getByRole('button', { name: 'Vào văn phòng' })).toBeVisible();
      await look('sign-in');
      await signInFirstTime(office, server.url, {
        login: 'admin',
        password: server.oneTimePassword,
        next: 'mua-xuan-ve-ban-2026',
      });
      await office.goto(`${server.url}/office/queue/registered`);
      const line = office.getByRole('link', { name: /Đăng ký khai sinh/ }).first();
      await expect(line).toBeVisible();
      await look('queue');
      await line.click();
      await expect(office.getByRole('button', { name: 'Tiếp nhận', exact: true })).toBeVisible();
      await look('a dossier');
      await office.getByRole('button', { name: 'Tiếp nhận', exact: true }).click();
      await expect(office.getByRole('dialog')).toBeVisible();
      await look('accepting, asked again');
      await office.keyboard.press('Escape');
      await acceptFirstDossier(office, server.url);
      await look('an accepted dossier');
      await office.getByRole('link', { name: 'In giấy tiếp nhận và hẹn trả' }).click();
      await expect(office).toHaveURL(/\/office\/slip\//);
      await expect(office.getByRole('heading').first()).toBeVisible();
      await look('the official slip');

      await office.goto(`${server.url}/office/accounts`);
      await office
        .getByRole('link', { name: /Lò Thị Mẩy/ })
        .first()
        .click();
      await expect(office.getByRole('heading', { name: 'Lò Thị Mẩy' })).toBeVisible();
      await look('an account');
      for (const [room, title] of [
        ['staff', 'Cán bộ'],
        ['tablets', 'Máy tính bảng'],
        ['settings', 'Thiết lập'],
        ['procedures', 'Thủ tục'],
        ['procedures/new', 'Đưa một thủ tục lên'],
        ['languages', 'Ngôn ngữ'],
        ['languages/mtq-Latn-VN?q=dong+y', 'Tiếng Mường'],
      ] as const) {
        await office.goto(`${server.url}/office/${room}`);
        await expect(office.getByRole('heading', { name: title, level: 1 })).toBeVisible();
        await office.waitForLoadState('networkidle');
        await look(room);
      }
      await office.goto(`${server.url}/office/procedures/marriage-registration/1`);
      await expect(office.getByRole('heading', { name: 'Đăng ký kết hôn' }).first()).toBeVisible();
      await office.waitForLoadState('networkidle');
      await look('a procedure, previewed');
      await office.goto(`${server.url}/office/staff`);
      await office.getByRole('button', { name: 'Thêm cán bộ' }).click();
      await expect(office.getByRole('dialog')).toBeVisible();
      await look('a new colleague');
      await office.keyboard.press('Escape');
      await office.getByRole('button', { name: 'Cấp mã ghi danh máy' }).first().click();
      await office.getByRole('dialog').getByRole('button', { name: 'Cấp mã', exact: true }).click();
      await expect(office.getByText(/^Dùng được đến/)).toBeVisible();
      await look('an enrolment code');
      expect(found).toEqual([]);
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
        found.push(...(await violations(visitor, path)));
      }
      expect(found).toEqual([]);
    });
  });

/** What axe finds on the screen as it stands, one line each: screen, rule, element, why. */
async function violations(page: Page, screen: string): Promise<string[]> {
  const result = await new AxeBuilder({ page }).withTags(RULES).setLegacyMode().analyze();
  expect(result.passes.length, `axe looked at nothing on: ${screen}`).toBeGreaterThan(5);
  return result.violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${screen}: ${id}: ${node.target.join(' ')}: ${node.failureSummary ?? ''}`),
  );
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
