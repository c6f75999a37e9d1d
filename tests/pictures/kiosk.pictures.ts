import { test } from '@playwright/test';
import { begin, type Conversation, enrol, registration, talk, typePin } from '../e2e/support/at-the-table.ts';
import { Server } from '../e2e/support/server.ts';
import { Tablet } from '../e2e/support/tablet.ts';
import { shoot } from './shoot.ts';

const PIN = '274195';
const asFarAsTheName: Conversation = Object.fromEntries(
  Object.entries(registration).filter(([question]) => question.startsWith('consent.')),
);

test('somebody registered twice, and a tablet that people use alone', async () => {
  const server = await Server.prepare();
  const tablet = new Tablet(server.url);
  try {
    await server.start();
    const page = await tablet.switchOn();
    await page.goto(`${server.url}/`);
    await enrol(page, { code: server.enrolmentCode, device: 'Máy hội trường', pin: PIN });

    await test.step('may be registered already: at the question, and when read back', async () => {
      await begin(page, 'Mở tài khoản dịch vụ công');
      await talk(page, registration);
      await page.getByRole('button', { name: 'Tạm dừng' }).first().click();
      await begin(page, 'Mở tài khoản dịch vụ công');
      const { 'card.kind': _stop, ...before } = registration;
      await talk(page, before);
      await page.getByRole('button', { name: 'Quay lại' }).click();
      await page.getByRole('button', { name: 'Quay lại' }).click();
      await page.getByText('Có thể người này đã đăng ký rồi').waitFor();
      await shoot(page, 'duplicate-question', { whole: true });
      await talk(page, registration);
      await page.getByText('Có thể người này đã đăng ký rồi').waitFor();
      await shoot(page, 'duplicate-read-back');
      await page.getByRole('button', { name: 'Tạm dừng' }).first().click();
    });

    await test.step('what a kiosk means, and its welcome', async () => {
      await page.getByRole('link', { name: 'Cài đặt' }).click();
      await page.getByRole('link', { name: 'Xem và bật' }).click();
      await page.getByText('Chỉ PIN của bạn mở được').waitFor();
      await shoot(page, 'kiosk-setting', { whole: true });
      await page.clock.install();
      await page.getByRole('button', { name: 'Bật máy tự phục vụ' }).click();
      await page.getByRole('heading', { name: 'Nhà mình có việc gì?' }).waitFor();
      await shoot(page, 'kiosk-welcome', { whole: true });
    });

    await test.step('a question, stopping, left alone, gone', async () => {
      await page.getByRole('button', { name: 'Mở tài khoản dịch vụ công' }).click();
      await page.getByRole('link', { name: /Đăng ký tài khoản/ }).click();
      await page.getByRole('button', { name: 'Bắt đầu' }).click();
      await talk(page, { ...asFarAsTheName, 'person.name': 'Hà Văn Páo' });
      await shoot(page, 'kiosk-question');
      await page.getByRole('button', { name: 'Gọi cán bộ' }).locator('visible=true').click();
      await shoot(page, 'kiosk-leave');
      await page.getByRole('button', { name: 'Tôi làm tiếp' }).click();
      await page.clock.fastForward('03:12');
      await page.getByRole('timer').waitFor();
      await shoot(page, 'kiosk-still-there');
      await page.clock.fastForward('00:31');
      await page.getByRole('heading', { name: 'Máy đã cất phần đang làm' }).waitFor();
      await shoot(page, 'kiosk-left');
      await page.getByRole('button', { name: 'Đã nhớ số' }).click();
    });

    await test.step('handed over, the door, and the list of the staff', async () => {
      await page.getByRole('button', { name: 'Mở tài khoản dịch vụ công' }).click();
      await page.getByRole('link', { name: /Đăng ký tài khoản/ }).click();
      await page.getByRole('button', { name: 'Bắt đầu' }).click();
      await talk(page, registration);
      await shoot(page, 'kiosk-read-back');
      await page.getByRole('button', { name: 'Gửi cho cán bộ' }).click();
      await page.getByRole('heading', { name: 'Xong phần của bác' }).waitFor();
      await shoot(page, 'kiosk-handed-over');
      await page.getByRole('button', { name: 'Đã nhớ số' }).click();
      await page.getByRole('button', { name: 'Dành cho cán bộ' }).click();
      await page.getByRole('heading', { name: /^Chào / }).waitFor();
      await shoot(page, 'kiosk-door');
      await typePin(page, PIN);
      await page.getByRole('button', { name: 'Mở khóa' }).click();
      await page.getByText('cần kiểm tra: số 2').waitFor();
      await shoot(page, 'kiosk-home', { at: page.getByText('cần kiểm tra: số 2') });
      await page.getByRole('link', { name: /cần kiểm tra/ }).click();
      await page.getByText('Hãy đọc lại cùng người đó').waitFor();
      await shoot(page, 'kiosk-check');
    });
  } finally {
    await tablet.throwAway();
    await server.throwAway();
  }
});
