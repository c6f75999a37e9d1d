import { expect, type Page, test } from '@playwright/test';
import { addFieldStaff, makeEnrolmentCode, signInFirstTime } from './support/at-the-office.ts';
import { goHome, NOTHING_WAITS, sendNow } from './support/at-the-sender.ts';
import {
  begin,
  choosePin,
  enrol,
  lock,
  registration,
  saved,
  signAndFinish,
  talk,
  unlock,
} from './support/at-the-table.ts';
import { Server } from './support/server.ts';
import { Tablet } from './support/tablet.ts';

const PIN = '274195';
const CITIZEN = 'Vi Văn Páo';
/** Everything up to a question in the middle, and what is said from there on. */
const { 'person.ethnicity': _, ...untilEthnicity } = registration;

test('a draft on a lost tablet goes on at the same question on a new one, and arrives once', async () => {
  const server = await Server.prepare();
  const lost = new Tablet(server.url);
  const fresh = new Tablet(server.url);
  try {
    await server.start();
    await test.step('a tablet begins an interview, sends, and is gone', async () => {
      const page = await lost.switchOn();
      await page.goto(`${server.url}/`);
      await enrol(page, { code: server.enrolmentCode, device: 'Máy sẽ mất', pin: PIN });
      await beginAndKeep(page, server);
      const [row] = await server.query<{ sealed: Buffer }>('select sealed from draft_backups');
      expect(row?.sealed.toString('latin1')).not.toContain('Vi V');
      await lost.throwAway();
    });

    await test.step('the new tablet is told what the office knows, and what cannot be had back', async () => {
      const page = await fresh.switchOn();
      await page.goto(`${server.url}/`);
      await page.getByLabel('Mã ghi danh').fill(await server.makeEnrolmentCode());
      await page.getByLabel('Tên của máy').fill('Máy mới');
      await page.getByRole('button', { name: 'Tiếp theo' }).click();
      await choosePin(page, PIN);
      await expect(page.getByText('Văn phòng giữ 1 bản nháp không có trên máy này')).toBeVisible({
        timeout: 60_000,
      });
      await expect(page.getByText(/Lưu lúc .* trên Máy sẽ mất/)).toBeVisible();
      await expect(page.getByText('Ảnh và chữ ký trong bản nháp: phải chụp và ký lại.')).toBeVisible();
      await expect(page.getByText(/^Máy sẽ mất \(/)).toBeVisible();
      await page.getByRole('button', { name: 'Lấy về máy này' }).click();
      await expect(page.getByText('Đã lấy về 1 bản nháp')).toBeVisible();
      await page.getByRole('button', { name: 'Bắt đầu làm việc' }).click();
    });

    await test.step('the interview is where it was left, with everything that was said', async () => {
      const page = pageOf(fresh);
      await page.getByRole('link', { name: new RegExp(CITIZEN) }).click();
      await expect(page.locator('main [data-question="person.ethnicity"]')).toBeVisible();
      expect(await talk(page, registration)).toBeUndefined();
      await expect(page.getByText(CITIZEN).first()).toBeVisible();
      await signAndFinish(page, 'signature.person');
    });

    await test.step('it arrives once, and the office keeps nothing of the draft any more', async () => {
      const page = pageOf(fresh);
      await goHome(page);
      await sendNow(page);
      await expect(page.getByText(NOTHING_WAITS)).toBeVisible();
      const accounts = await server.query<{ name: string }>('select name from accounts');
      expect(accounts).toEqual([{ name: CITIZEN }]);
      const kept = await server.query('select id from draft_backups where sealed is not null');
      expect(kept).toEqual([]);
      const restored = await server.query("select seq from audit where action = 'draft-restored'");
      expect(restored).toHaveLength(1);
    });
  } finally {
    await lost.throwAway();
    await fresh.throwAway();
    await server.throwAway();
  }
});

test('a draft given to a colleague rests where it was and goes on where it went', async () => {
  const server = await Server.prepare();
  const giving = new Tablet(server.url);
  const taking = new Tablet(server.url);
  try {
    await server.start();
    const page = await giving.switchOn();
    const office = await giving.context.newPage();
    await signInFirstTime(office, server.url, {
      login: 'admin',
      password: server.oneTimePassword,
      next: 'Cầu Bá Thước 27',
    });
    await addFieldStaff(office, server.url, { name: 'Lò Thị Nhận', login: 'nhan' });
    const code = await makeEnrolmentCode(office, server.url, 'Lò Thị Nhận');
    await office.close();
    await page.goto(`${server.url}/`);
    await enrol(page, { code: server.enrolmentCode, device: 'Máy giao', pin: PIN });
    await beginAndKeep(page, server);

    await test.step('handing over needs a colleague, and says what it means', async () => {
      await page.getByRole('link', { name: 'Cài đặt' }).click();
      await page.getByRole('link', { name: 'Xem và lấy lại' }).click();
      await page.getByRole('button', { name: 'Chuyển cho đồng nghiệp' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.locator('label').filter({ hasText: 'Lò Thị Nhận' }).click();
      await dialog.getByRole('button', { name: 'Chuyển', exact: true }).click();
      await expect(dialog).toBeHidden();
      await expect(page.getByText('Đã chuyển cho Lò Thị Nhận')).toBeVisible();
    });

    await test.step('on the tablet that gave it, it is untouched and closed', async () => {
      await page.getByRole('link', { name: 'Về trang chính' }).click();
      await expect(page.getByText('Đã chuyển cho đồng nghiệp')).toBeVisible();
      await page.getByRole('link', { name: new RegExp(CITIZEN) }).click();
      await expect(
        page.getByRole('heading', { name: 'Bản nháp này đã chuyển cho đồng nghiệp' }),
      ).toBeVisible();
      await page.getByRole('link', { name: 'Về trang chính' }).click();
      await expect(page.getByText(CITIZEN)).toBeVisible();
    });

    await test.step('the colleague hears of it, takes it, and finishes it', async () => {
      const other = await taking.switchOn();
      await other.goto(`${server.url}/`);
      await enrol(other, { code, device: 'Máy nhận', pin: PIN });
      await sendNow(other);
      await expect(other.getByText('Có 1 bản nháp đồng nghiệp chuyển cho chị/anh')).toBeVisible();
      await other.getByRole('link', { name: 'Xem', exact: true }).click();
      await other.getByRole('button', { name: 'Lấy về máy này' }).click();
      await expect(other.getByText('Đã lấy về 1 bản nháp')).toBeVisible();
      await other.getByRole('link', { name: 'Về trang chính' }).click();
      await other.getByRole('link', { name: new RegExp(CITIZEN) }).click();
      expect(await talk(other, registration)).toBeUndefined();
      await signAndFinish(other, 'signature.person');
      await goHome(other);
      await sendNow(other);
      await expect(other.getByText(NOTHING_WAITS)).toBeVisible();
      const accounts = await server.query<{ name: string; login: string }>(
        'select accounts.name, login from accounts join staff on staff.id = accounts.staff_id',
      );
      expect(accounts).toEqual([{ name: CITIZEN, login: 'nhan' }]);
    });
  } finally {
    await giving.throwAway();
    await taking.throwAway();
    await server.throwAway();
  }
});

function pageOf(tablet: Tablet): Page {
  const page = tablet.context.pages()[0];
  if (page === undefined) throw new Error('no page');
  return page;
}

/** An interview up to the middle; locking seals it, and the next round takes it to the office. */
async function beginAndKeep(page: Page, server: Server): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await begin(page, 'Mở tài khoản dịch vụ công');
  expect(await talk(page, { ...untilEthnicity, 'person.name': CITIZEN })).toBe('person.ethnicity');
  await saved(page);
  await page.goto(`${server.url}/`);
  await unlock(page, PIN);
  await lock(page);
  await unlock(page, PIN);
  await sendNow(page);
  await expect(page.getByText('Văn phòng giữ 1 bản nháp')).toBeVisible();
}
