import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from '@playwright/test';
import { encode } from 'uqr';
import { begin, enrol, registration, talk } from '../e2e/support/at-the-table.ts';
import { filmCodes } from '../e2e/support/film.ts';
import { Server } from '../e2e/support/server.ts';
import { Tablet } from '../e2e/support/tablet.ts';
import { shoot } from './shoot.ts';

const PIN = '274195';
/** Made up. The unit was split, the name is long, and the number tells another sex. */
const CARD =
  '038099000001||Nguyễn Hoàng Thị Ngọc Khuyên|09031999|Nữ|Khu phố Hồng Phong, Sơn Lư, Quan Sơn, Thanh Hóa|15042021';

test('an identity card: held before the camera, typed, confirmed', async () => {
  const server = await Server.prepare();
  const folder = mkdtempSync(join(tmpdir(), 've-ban-film-'));
  const film = join(folder, 'card.y4m');
  filmCodes(film, [encode(CARD, { ecc: 'M' }).data]);
  const tablet = new Tablet(server.url, undefined, film);
  try {
    await server.start();
    const page = await tablet.switchOn();
    await page.goto(`${server.url}/`);
    await enrol(page, { code: server.enrolmentCode, device: 'Máy 03', pin: PIN });
    await begin(page, 'Mở tài khoản dịch vụ công');
    const { 'person.sex': _sex, ...beforeSex } = registration;
    await talk(page, { ...beforeSex, 'person.name': 'Nguyễn Thị Ngọc Khuyên' });
    await page.getByRole('button', { name: 'Quay lại' }).click();
    const offer = page.getByRole('button', { name: 'Quét thẻ căn cước' });
    await offer.waitFor();
    await shoot(page, 'card-offer');

    // A hand's breadth of table, without a card on it yet; then no camera at all.
    await page.evaluate(() => {
      const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
      const table = document.createElement('canvas');
      table.width = 1280;
      table.height = 720;
      const ink = table.getContext('2d');
      ink?.fillRect(0, 0, 1280, 720);
      const answers = [
        async () => table.captureStream(5),
        () => Promise.reject(new DOMException('refused', 'NotAllowedError')),
      ];
      navigator.mediaDevices.getUserMedia = (wanted) => answers.shift()?.() ?? open(wanted);
    });
    await offer.click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Đang tìm mã trên thẻ…').waitFor();
    await shoot(page, 'card-camera');
    await dialog.getByRole('button', { name: 'Đóng' }).click();
    await offer.click();
    await dialog.getByText('Máy ảnh chưa được phép dùng').waitFor();
    await shoot(page, 'card-no-camera');

    await dialog.getByRole('button', { name: 'Gõ ba dòng ở mặt sau' }).click();
    await dialog.getByLabel('Dòng 1').fill('IDVNM1990000014038199000001<<1');
    await dialog.getByLabel('Dòng 2').fill('9901018F3901017VNM<<<<<<<<<<<6');
    await dialog.getByLabel('Dòng 3').fill('BUI<<THI<MAU');
    await shoot(page, 'card-lines');

    await dialog.getByRole('button', { name: 'Quét bằng máy ảnh' }).click();
    await dialog.getByRole('radio', { name: /^Xã Tam Lư/ }).check();
    await dialog.getByRole('radio', { name: /^Cục Cảnh sát/ }).check();
    await shoot(page, 'card-confirm-asks', { at: dialog.getByRole('radio', { name: /^Xã khác/ }) });
    await shoot(page, 'card-confirm', { at: dialog.getByRole('heading') });
  } finally {
    await tablet.throwAway();
    await server.throwAway();
    rmSync(folder, { recursive: true, force: true });
  }
});
