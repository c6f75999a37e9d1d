import { test } from '@playwright/test';
import { enrolHeadless, fileBirth } from '../e2e/support/arrivals.ts';
import {
  acceptFirstDossier,
  confirm,
  dialog,
  openAct,
  signInFirstTime,
} from '../e2e/support/at-the-office.ts';
import { Server } from '../e2e/support/server.ts';
import { Tablet } from '../e2e/support/tablet.ts';
import { shoot } from './shoot.ts';

const family = {
  childName: 'Phạm Nguyễn Hoàng Thảo Chi',
  motherName: 'Ngân Thị Bích',
  fatherName: 'Phạm Nguyễn Hoàng Long',
  village: 'bản Kho Mường',
};

test('what the office does to a dossier', async () => {
  const server = await Server.prepare();
  const tablet = new Tablet(server.url);
  try {
    await server.start();
    const page = await tablet.switchOn();
    await signInFirstTime(page, server.url, {
      login: 'admin',
      password: server.oneTimePassword,
      next: 'mua-xuan-ve-ban-2026',
    });
    await page.goto(`${server.url}/office/staff`);
    for (const name of ['Bộ phận Tư pháp - Hộ tịch (mẫu)', 'Bộ phận Văn hóa - Xã hội (mẫu)']) {
      await page.getByRole('button', { name: 'Thêm bộ phận' }).click();
      await dialog(page).getByLabel('Tên bộ phận').fill(name);
      await confirm(page, 'Lưu');
    }
    await shoot(page, 'office-departments', { desk: true });
    const headless = await enrolHeadless(server.url, server.enrolmentCode, 'Máy 03');
    await fileBirth(headless, family);
    await page.goto(`${server.url}/office`);
    await page
      .getByRole('link', { name: /Đăng ký khai sinh/ })
      .first()
      .click();
    await openAct(page, 'Yêu cầu bổ sung');
    await dialog(page).getByRole('checkbox').first().check();
    await dialog(page)
      .getByLabel(/^Cần gì ở mục/)
      .fill('Ảnh bị mờ, chụp lại cho rõ con dấu');
    await shoot(page, 'office-supplement-dialog', { desk: true });
    await dialog(page)
      .getByLabel(/^Lý do/)
      .fill('Ảnh giấy chứng sinh không đọc được ngày sinh và con dấu của trạm y tế.');
    await confirm(page, 'Gửi yêu cầu bổ sung');
    await shoot(page, 'office-dossier-supplement', { desk: true, whole: true });
    await openAct(page, 'Giao người khác đi');
    await shoot(page, 'office-reassign-dialog', { desk: true });
    await dialog(page).getByRole('button', { name: 'Thôi' }).click();
    await openAct(page, 'Đã đủ, giải quyết tiếp');
    await confirm(page, 'Hồ sơ đã đủ');
    await page.goto(`${server.url}/office/queue/registered`);
    await acceptFirstDossier(page, server.url);
    await openAct(page, 'Chuyển bộ phận');
    await dialog(page).getByLabel('Bộ phận', { exact: true }).selectOption({ index: 1 });
    await shoot(page, 'office-forward-dialog', { desk: true });
    await confirm(page, 'Chuyển hồ sơ');
    await shoot(page, 'office-dossier-forwarded', { desk: true, whole: true });
    await openAct(page, 'Dừng giải quyết');
    await dialog(page)
      .getByLabel(/^Lý do/)
      .fill('Người dân không bổ sung trong thời hạn đã hẹn.');
    await confirm(page, 'Dừng giải quyết');
    await shoot(page, 'office-dossier-stopped', { desk: true, whole: true });
  } finally {
    await tablet.throwAway();
    await server.throwAway();
  }
});
