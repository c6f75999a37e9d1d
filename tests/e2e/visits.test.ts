import { expect, type Page, test } from '@playwright/test';
import { signInFirstTime } from './support/at-the-office.ts';
import { NOTHING_WAITS, sendNow } from './support/at-the-sender.ts';
import { unlock } from './support/at-the-table.ts';
import { look } from './support/look.ts';
import { onOneDay } from './support/one-day.ts';
import { makePicture } from './support/picture.ts';
import { onRoad, PIN } from './support/road.ts';

const PASSWORD = 'Bản làng sông núi 26';
const WORDS = 'Cầu treo vào bản hỏng từ hôm qua, xe máy chưa qua được.';
const ANSWER = 'Xã đã báo đội sửa đường. Sáng thứ năm đi lối đập tràn.';

const dialog = (page: Page) => page.getByRole('dialog');

test('a visit planned at the office is made offline; a problem asked on the way is routed, answered and read', async () => {
  await onOneDay();
  await onRoad(async ({ server, link, tablet, page: first, url }) => {
    const office = await tablet.context.newPage();
    await test.step('the office plans a visit for today', async () => {
      await signInFirstTime(office, url, {
        login: 'admin',
        password: server.oneTimePassword,
        next: PASSWORD,
      });
      await addDepartment(office);
      await office.getByRole('navigation').getByRole('link', { name: 'Chuyến đi bản' }).click();
      await office.getByRole('button', { name: 'Lên lịch chuyến đi' }).click();
      await dialog(office).getByLabel('Thôn, bản').fill('bản Kho Mường');
      await dialog(office).getByRole('checkbox').first().check();
      await dialog(office).getByLabel('Tìm theo tên người hoặc tên bản').fill('Ngân Thị Bích');
      await dialog(office)
        .getByRole('button', { name: /^Ghi “Ngân Thị Bích”/ })
        .click();
      await look(office, 'planning a visit');
      await dialog(office).getByRole('button', { name: 'Lưu lịch' }).click();
      await expect(dialog(office)).toBeHidden();
      await expect(office.getByRole('complementary').getByText('Ngân Thị Bích')).toBeVisible();
      await look(office, 'the calendar, with a visit');
      await office.close();
    });

    await test.step('the tablet has it after a round', async () => {
      await sendNow(first);
      await expect(first.getByText('1 chuyến đi hôm nay')).toBeVisible();
    });

    link.decide(() => 'no network');
    await test.step('out of reach: a problem is being written when the tablet dies', async () => {
      await first.getByRole('link', { name: 'Việc và báo cáo' }).click();
      await first.getByRole('link', { name: 'Báo một vấn đề' }).click();
      await first.getByLabel('Có vấn đề gì?').fill(WORDS);
      await expect(first.getByText('Đã lưu trên máy này')).toBeVisible();
    });
    await tablet.kill();
    const page = await tablet.switchOn();
    await tablet.context.grantPermissions(['microphone', 'background-sync'], { origin: url });
    await page.goto(`${url}/work/report`);
    await unlock(page, PIN);

    await test.step('nothing typed is lost; a photo goes with it', async () => {
      await page.getByRole('link', { name: 'Việc và báo cáo' }).click();
      await page.getByRole('link', { name: 'Báo một vấn đề' }).click();
      await expect(page.getByLabel('Có vấn đề gì?')).toHaveValue(WORDS);
      await page
        .locator('input[data-photo=camera]')
        .setInputFiles({ name: 'bridge.png', mimeType: 'image/png', buffer: makePicture(3) });
      await page.getByRole('button', { name: 'Dùng ảnh này' }).click();
      await expect(page.getByAltText('Ảnh 1')).toBeVisible();
      await look(page, 'reporting a problem');
    });

    await test.step('what is being said is kept when somebody leaves in the middle', async () => {
      await page.getByRole('button', { name: 'Ghi lời nói' }).click();
      await expect(page.getByText('Đang nghe…')).toBeVisible();
      await expect(page.getByRole('button', { name: 'Gửi về văn phòng' })).toBeDisabled();
      await page.waitForTimeout(1_200);
      await page.getByRole('link', { name: 'Quay lại' }).click();
      await page.getByRole('link', { name: 'Báo một vấn đề' }).click();
      await expect(page.getByLabel('Lời nói 1')).toBeVisible();
      await page.getByRole('button', { name: 'Gửi về văn phòng' }).click();
      await expect(page.getByText('Chờ gửi')).toBeVisible();
      await page.getByRole('link', { name: 'Quay lại' }).click();
    });

    await test.step('the visit is made, and said to be', async () => {
      await page.getByRole('link', { name: /bản Kho Mường/ }).click();
      await expect(page.getByText('Ngân Thị Bích')).toBeVisible();
      await page.getByRole('radio', { name: 'Đã gặp và đã làm' }).check();
      await page.getByLabel('Ghi chú cho văn phòng').fill('Bác Bích đã ký, hẹn lấy giấy tuần sau.');
      await look(page, 'a visit to make');
      await page.getByRole('button', { name: 'Gửi báo cáo' }).click();
      await expect(page.getByText('Đã báo: Đã làm')).toBeVisible();
      await page.getByRole('link', { name: 'Quay lại' }).click();
      await page.getByRole('link', { name: 'Về trang chính' }).click();
    });

    link.decide(() => 'passes');
    await sendNow(page);
    await expect(page.getByText(NOTHING_WAITS)).toBeVisible();

    const desk = await tablet.context.newPage();
    await test.step('the office sees both, gives the problem to a department and answers it', async () => {
      // The tablet's browser was killed; whether the session's cookie had reached the disk by then is chance.
      await tablet.context.clearCookies();
      await desk.goto(`${url}/office/visits`);
      await desk.getByLabel('Tên đăng nhập').fill('admin');
      await desk.getByLabel('Mật khẩu').fill(PASSWORD);
      await desk.getByRole('button', { name: 'Vào văn phòng' }).click();
      await desk.getByRole('link', { name: /bản Kho Mường.*Đã làm/ }).click();
      await expect(desk.getByText('Bác Bích đã ký, hẹn lấy giấy tuần sau.')).toBeVisible();
      await desk.getByRole('navigation').getByRole('link', { name: 'Vấn đề từ bản' }).click();
      await desk.getByRole('link', { name: /Cầu treo vào bản hỏng/ }).click();
      await desk.getByRole('button', { name: 'Xem Ảnh 1' }).waitFor();
      const heard = await desk.getByLabel('Lời nói 1').evaluate(async (voice: HTMLAudioElement) => {
        const ended = new Promise((resolve) => voice.addEventListener('ended', resolve));
        await voice.play();
        await ended;
        return voice.currentTime;
      });
      expect(heard).toBeGreaterThan(0.5);
      await look(desk, 'a problem from the village');
      await desk.getByRole('button', { name: 'Chuyển cho bộ phận' }).click();
      await dialog(desk).getByRole('button', { name: 'Chuyển cho bộ phận' }).click();
      await expect(desk.getByText(/chuyển cho Bộ phận Kinh tế/)).toBeVisible();
      await desk.getByLabel('Câu trả lời cho cán bộ đi bản').fill(ANSWER);
      await desk.getByRole('button', { name: 'Gửi câu trả lời' }).click();
      await expect(desk.getByText('Quản trị viên trả lời')).toBeVisible();
      await desk.close();
    });

    await test.step('the answer is read on the tablet, and is unread no more', async () => {
      await sendNow(page);
      await expect(page.getByText('1 câu trả lời chưa đọc')).toBeVisible();
      await page.getByRole('link', { name: 'Việc và báo cáo' }).click();
      await page.getByRole('link', { name: /Có câu trả lời mới/ }).click();
      await expect(page.getByText(ANSWER)).toBeVisible();
      await look(page, 'an answer of the office');
      await page.getByRole('link', { name: 'Quay lại' }).click();
      await expect(page.getByText('Có câu trả lời mới')).toBeHidden();
    });
  });
});

async function addDepartment(office: Page): Promise<void> {
  const status = await office.evaluate(async () => {
    const me: unknown = await (await fetch('/api/office/me')).json();
    const commune =
      typeof me === 'object' && me !== null && 'commune' in me && typeof me.commune === 'object'
        ? me.commune
        : null;
    const code = commune !== null && 'code' in commune ? commune.code : undefined;
    const response = await fetch(`/api/office/departments/${crypto.randomUUID()}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ commune: code, name: 'Bộ phận Kinh tế (mẫu)', confirmed: false }),
    });
    return response.status;
  });
  expect(status).toBe(200);
}
