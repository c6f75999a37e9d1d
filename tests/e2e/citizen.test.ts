import { createHash } from 'node:crypto';
import { expect, type Page, test } from '@playwright/test';
import type { Submission } from '../../src/contract/up/submission.ts';
import { drawPaper, drawSignature } from '../../src/server/demo/picture.ts';
import { sampleAccount, sampleBirth } from '../../src/server/demo/sample-submission.ts';
import type { HeadlessTablet } from '../../src/server/demo/tablet.ts';
import { deliver, enrolHeadless } from './support/arrivals.ts';
import { signInFirstTime } from './support/at-the-office.ts';
import { look, violations } from './support/look.ts';
import { Server } from './support/server.ts';
import { Tablet } from './support/tablet.ts';

const FINISHED = new Date(Date.now() - 40 * 60_000);
const CODE = 'ABCDE-12345';
const PERSON = { name: 'Lò Thị Mẩy', village: 'bản Hiêu', birthYear: 1958 };
const MOTHER = 1999;

async function register(tablet: HeadlessTablet, code: string): Promise<Submission> {
  const signature = await tablet.takePhoto('signature', drawSignature(), 'image/png');
  const account = {
    ...sampleAccount({ ...PERSON, tablet, signature, finishedAt: FINISHED }),
    activationCodeHash: createHash('sha256').update(code.replace('-', '')).digest('base64url'),
  };
  await deliver(tablet, account, [signature]);
  return account;
}

async function fileBirth(tablet: HeadlessTablet, accountId: string): Promise<Submission> {
  const signature = await tablet.takePhoto('signature', drawSignature(), 'image/png');
  const photos = [await tablet.takePhoto('birth-proof', drawPaper(1), 'image/png')];
  const birth = sampleBirth({
    tablet,
    signature,
    photos,
    accountId,
    finishedAt: FINISHED,
    childName: 'Hà Gia An',
    motherName: 'Bùi Thị Hòa',
    fatherName: 'Hà Văn Thành',
    village: 'bản Hiêu',
  });
  await deliver(tablet, birth, [...photos, signature]);
  return birth;
}

test('one person registered twice is merged and parted again; a citizen activates an account and looks a dossier up', async () => {
  const server = await Server.prepare();
  const tablet = new Tablet(server.url);
  try {
    await server.start();
    const office = await tablet.switchOn();
    await signInFirstTime(office, server.url, {
      login: 'admin',
      password: server.oneTimePassword,
      next: 'mua-xuan-ve-ban-2026',
    });
    const headless = await enrolHeadless(server.url, server.enrolmentCode, 'Máy 07');
    const first = await register(headless, CODE);
    const second = await register(headless, 'ZZZZZ-99999');
    const birth = await fileBirth(headless, second.id);

    await test.step('the officer compares the two and merges them, by keyboard', async () => {
      await office.goto(`${server.url}/office/accounts`);
      await office.getByRole('button', { name: 'Có thể trùng · 1' }).press('Enter');
      await office.getByRole('link', { name: /Lò Thị Mẩy/ }).press('Enter');
      await expect(office.getByRole('heading', { name: 'Có phải một người không?' })).toBeVisible();
      await expect(office.getByRole('row', { name: /Ngày sinh 1958 1958 giống/ })).toBeVisible();
      await look(office, 'two accounts side by side');
      await office
        .getByRole('button', { name: `Cùng một người: giữ ${first.provisionalReference}` })
        .press('Enter');
      const dialog = office.getByRole('dialog');
      await dialog.getByLabel('Lý do').fill('Cùng ảnh, cùng nhà');
      await dialog.getByRole('button', { name: 'Gộp', exact: true }).press('Enter');
      await expect(office.getByText('Các tài khoản đã gộp vào đây')).toBeVisible();
      await expect(office.getByRole('link', { name: /Hà Gia An/ })).toBeVisible();
    });

    await test.step('they were two after all: undone, by mouse', async () => {
      await office
        .getByRole('article')
        .getByRole('link', { name: new RegExp(second.provisionalReference) })
        .click();
      await office.getByRole('button', { name: 'Bỏ gộp' }).click();
      const dialog = office.getByRole('dialog');
      await dialog.getByLabel('Lý do').fill('Hai chị em cùng tên');
      await dialog.getByRole('button', { name: 'Bỏ gộp' }).click();
      await expect(office.getByText('Có thể là cùng một người')).toBeVisible();
      await expect(office.getByRole('link', { name: /Hà Gia An/ })).toBeVisible();
    });

    let given = '';
    await test.step('the second one has lost the slip: a new code, shown once', async () => {
      await office.getByRole('button', { name: 'Cấp mã mới' }).click();
      await office.getByRole('dialog').getByRole('button', { name: 'Cấp mã', exact: true }).click();
      await expect(office.getByRole('heading', { name: 'Mã kích hoạt mới' })).toBeVisible();
      given = (await office.getByText(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/).textContent()) ?? '';
      await look(office, 'a new activation code');
      await office.getByRole('dialog').getByRole('button', { name: 'Đóng' }).click();
      await expect(office.getByText(given)).toHaveCount(0);
    });

    const browser = tablet.context.browser();
    if (browser === null) throw new Error('the tablet has no browser');
    const telephone = await browser.newContext({
      viewport: { width: 360, height: 740 },
      javaScriptEnabled: false,
    });
    try {
      const page = await telephone.newPage();
      await test.step('a citizen activates with the slip, after a wrong try', async () => {
        await page.goto(`${server.url}/kich-hoat?ma=${first.provisionalReference}`);
        await activate(page, 'ABCDE-12346');
        await expect(page.getByRole('alert')).toContainText('Hai mã này không khớp.');
        await activate(page, CODE);
        await expect(page.getByRole('heading', { name: 'Đã kích hoạt tài khoản' })).toBeVisible();
        expect(page.url()).toBe(`${server.url}/kich-hoat`);
      });

      await test.step('and with the code that the office gave', async () => {
        await page.goto(`${server.url}/kich-hoat?ma=${second.provisionalReference}`);
        await activate(page, given.toLowerCase());
        await expect(page.getByRole('heading', { name: 'Đã kích hoạt tài khoản' })).toBeVisible();
      });

      await test.step('looks the dossier up; another year shows nothing', async () => {
        await page.goto(`${server.url}/tra-cuu?ma=${birth.provisionalReference}`);
        await page.getByLabel('Năm').fill(String(MOTHER - 1));
        await page.getByRole('button', { name: 'Xem hồ sơ' }).click();
        await expect(page.getByRole('alert')).toContainText('Không tìm thấy.');
        await page.getByLabel('Năm').fill(String(MOTHER));
        await page.getByRole('button', { name: 'Xem hồ sơ' }).click();
        await expect(page.getByRole('heading', { name: 'Đăng ký khai sinh' })).toBeVisible();
        await expect(page.getByText('Xã đã nhận được hồ sơ, nhưng chưa xem.')).toBeVisible();
        expect(page.url()).toBe(`${server.url}/tra-cuu`);
      });
    } finally {
      await telephone.close();
    }

    await test.step('the pages are for everybody', async () => {
      const visitor = await tablet.context.newPage();
      await visitor.setViewportSize({ width: 360, height: 740 });
      const found: string[] = [];
      const see = async (name: string) => found.push(...(await violations(visitor, name)));
      for (const path of ['/tra-cuu', '/en/activate', `/en/look-up?ma=${birth.provisionalReference}`]) {
        await visitor.goto(`${server.url}${path}`);
        await see(path);
      }
      await visitor.getByLabel('Year').fill('1800');
      await visitor.getByRole('button').click();
      await expect(visitor.getByRole('alert')).toBeVisible();
      await see('a wrong date');
      await visitor.getByLabel('Year').fill(String(MOTHER));
      await visitor.getByRole('button').click();
      await expect(visitor.getByRole('heading', { name: 'What to do' })).toBeVisible();
      await see('what was found');
      expect(found).toEqual([]);
    });
  } finally {
    await tablet.throwAway();
    await server.throwAway();
  }
});

async function activate(page: Page, code: string): Promise<void> {
  await page.getByLabel('Mã kích hoạt').fill(code);
  await page.getByRole('button', { name: 'Kích hoạt' }).click();
}
