import { expect, test } from '@playwright/test';
import { enrolHeadless, fileBirth } from './support/arrivals.ts';
import {
  acceptFirstDossier,
  chooseNewPassword,
  confirm,
  dialog,
  openAct,
  signInFirstTime,
} from './support/at-the-office.ts';
import { look } from './support/look.ts';
import { Server } from './support/server.ts';
import { Tablet } from './support/tablet.ts';

const DEPARTMENT = 'Bộ phận Tư pháp - Hộ tịch (mẫu)';
const an = {
  childName: 'Hà Gia An',
  motherName: 'Bùi Thị Hòa',
  fatherName: 'Hà Văn Thành',
  village: 'bản Đôn',
};
const dat = {
  childName: 'Vi Công Đạt',
  motherName: 'Lương Thị Sen',
  fatherName: 'Vi Văn Quý',
  village: 'bản Hiêu',
};

test('a dossier goes from the mountain to the citizen’s hand by way of a department; another is refused', async () => {
  const server = await Server.prepare();
  const tablet = new Tablet(server.url);
  try {
    await server.start();
    const officer = await tablet.switchOn();
    await signInFirstTime(officer, server.url, {
      login: 'admin',
      password: server.oneTimePassword,
      next: 'mua-xuan-ve-ban-2026',
    });
    const headless = await enrolHeadless(server.url, server.enrolmentCode, 'Máy 07');

    let oneTime = '';
    await test.step('a department, and a specialist who works there', async () => {
      await officer.goto(`${server.url}/office/staff`);
      await officer.getByRole('button', { name: 'Thêm bộ phận' }).click();
      await dialog(officer).getByLabel('Tên bộ phận').fill(DEPARTMENT);
      await look(officer, 'a new department');
      await confirm(officer, 'Lưu');
      await officer.getByRole('button', { name: 'Thêm cán bộ' }).click();
      await dialog(officer).getByLabel('Họ và tên').fill('Hà Văn Chuyên');
      await dialog(officer).getByLabel('Tên đăng nhập').fill('ha.van.chuyen');
      await dialog(officer)
        .getByLabel(/^Cán bộ đi bản/)
        .uncheck();
      await dialog(officer)
        .getByLabel(/^Chuyên viên/)
        .check();
      await dialog(officer).getByLabel('Bộ phận của chuyên viên').selectOption({ label: DEPARTMENT });
      await dialog(officer).getByRole('button', { name: 'Tạo tài khoản cán bộ' }).click();
      await expect(dialog(officer).getByText(/^Tên đăng nhập: ha\.van\.chuyen/)).toBeVisible();
      oneTime = /[0-9A-Z]{4}(-[0-9A-Z]{4})+/.exec(await dialog(officer).innerText())?.[0] ?? '';
      await confirm(officer, 'Đã ghi lại');
      await expect(officer.getByRole('region', { name: 'Bộ phận chuyên môn' })).toContainText(
        'Hà Văn Chuyên',
      );
    });

    const birth = await fileBirth(headless, an);
    await test.step('accepted, its papers taken, and forwarded', async () => {
      await acceptFirstDossier(officer, server.url);
      await openAct(officer, 'Nhận bản giấy');
      await dialog(officer).getByRole('button', { name: 'Đã nhận bản giấy' }).click();
      await expect(dialog(officer).getByText('Hãy ghi rõ.')).toBeVisible();
      await dialog(officer).getByLabel('Ghi chú').fill('1 giấy chứng sinh, bản chính');
      await confirm(officer, 'Đã nhận bản giấy');
      await openAct(officer, 'Chuyển bộ phận');
      await dialog(officer)
        .getByLabel('Bộ phận', { exact: true })
        .selectOption({ label: `${DEPARTMENT} (Hà Văn Chuyên)` });
      await dialog(officer).getByLabel('Ghi chú').fill('Nhờ kiểm tra sổ hộ tịch');
      await look(officer, 'an act, asked again');
      await confirm(officer, 'Chuyển hồ sơ');
      await expect(officer.getByText(DEPARTMENT, { exact: true })).toBeVisible();
    });

    const browser = tablet.context.browser();
    if (browser === null) throw new Error('no browser');
    const context = await browser.newContext();
    await test.step('the specialist sees just what was forwarded, and hands it back', async () => {
      const specialist = await context.newPage();
      await specialist.goto(`${server.url}/office/queue/in-progress`);
      await specialist.getByLabel('Tên đăng nhập').fill('ha.van.chuyen');
      await specialist.getByLabel('Mật khẩu').fill(oneTime);
      await specialist.getByRole('button', { name: 'Vào văn phòng' }).click();
      await chooseNewPassword(specialist, { password: oneTime, next: 'ban-lang-yen-vui-2026' });
      await specialist.getByRole('link', { name: /Hà Gia An/ }).click();
      await expect(specialist.getByText('Nhờ kiểm tra sổ hộ tịch')).toBeVisible();
      await openAct(specialist, 'Chuyển lại một cửa');
      await confirm(specialist, 'Chuyển lại');
      await expect(specialist.getByText('Bộ phận một cửa', { exact: true })).toBeVisible();
    });
    await context.close();

    await test.step('decided, and handed to the mother, who signs with her thumb', async () => {
      await officer.goto(`${server.url}/office/queue/in-progress/${birth}`);
      await openAct(officer, 'Giải quyết xong');
      await confirm(officer, 'Đã giải quyết xong');
      await openAct(officer, 'Trả kết quả');
      await dialog(officer).getByLabel('Người nhận kết quả').fill('Bùi Thị Hòa');
      await dialog(officer).getByLabel('Ký nhận bằng').selectOption({ label: 'Điểm chỉ' });
      await confirm(officer, 'Đã trả kết quả');
      await openAct(officer, 'Trả bản giấy');
      await confirm(officer, 'Đã trả bản giấy');
      await expect(officer.getByText('Bùi Thị Hòa · Chủ hồ sơ · Điểm chỉ')).toBeVisible();
      await look(officer, 'a returned dossier');
      const rows = await server.query<{ status: string; papers: string }>(
        `select status, papers from dossiers where id = '${birth}'`,
      );
      expect(rows).toEqual([{ status: 'returned', papers: 'given-back' }]);
    });

    await test.step('another is refused, with a reason that stays readable', async () => {
      const refused = await fileBirth(headless, dat);
      await officer.goto(`${server.url}/office/queue/registered/${refused}`);
      await openAct(officer, 'Yêu cầu bổ sung');
      await look(officer, 'a supplement being asked for');
      await officer.keyboard.press('Escape');
      await openAct(officer, 'Không tiếp nhận');
      await dialog(officer)
        .getByLabel(/^Lý do/)
        .fill('Cháu đã được đăng ký khai sinh ở nơi khác.');
      await confirm(officer, 'Từ chối tiếp nhận');
      await expect(officer.getByText('Hồ sơ không được tiếp nhận')).toBeVisible();
      await expect(officer.getByText('Cháu đã được đăng ký khai sinh ở nơi khác.').first()).toBeVisible();
      await look(officer, 'a refused dossier');
      const { changes } = await headless.sync([]);
      expect(changes).toContainEqual(expect.objectContaining({ submissionId: refused, status: 'refused' }));
      expect(JSON.stringify(changes)).not.toContain('nơi khác');
    });
  } finally {
    await tablet.throwAway();
    await server.throwAway();
  }
});
