import { test } from '@playwright/test';
import { enrolHeadless, fileBirth } from '../e2e/support/arrivals.ts';
import { acceptFirstDossier, signInFirstTime } from '../e2e/support/at-the-office.ts';
import { Server } from '../e2e/support/server.ts';
import { Tablet } from '../e2e/support/tablet.ts';
import { shoot } from './shoot.ts';

test('papers of a dossier, and the logbook', async () => {
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
    const headless = await enrolHeadless(server.url, server.enrolmentCode, 'Máy 03');
    const family = { fatherName: 'Hà Văn Thành', village: 'bản Kho Mường' };
    let id = '';
    for (const childName of ['Hà Gia An', 'Phạm Nguyễn Hoàng Thảo Chi', 'Vi Minh Bình']) {
      id = await fileBirth(headless, { ...family, childName, motherName: 'Lương Thị Hồng Nhung' });
      await acceptFirstDossier(page, server.url);
    }
    await server.query(`update dossiers set due_at = now() - interval '1 hour' where id = $1`, [id]);
    await page.goto(`${server.url}/office/queue/all/${id}`);
    const papers = page.getByRole('region', { name: 'Giấy tờ của văn phòng' });
    await papers.getByRole('button', { name: /^Phát hành: Giấy tiếp nhận/ }).click();
    await papers.getByRole('link', { name: /^Mở để in: Giấy tiếp nhận/ }).waitFor();
    await shoot(page, 'office-papers', { desk: true, at: papers });
    await page.goto(`${server.url}/office/logbook`);
    await page.getByRole('row').nth(3).waitFor();
    await shoot(page, 'office-logbook', { desk: true });
  } finally {
    await tablet.throwAway();
    await server.throwAway();
  }
});
