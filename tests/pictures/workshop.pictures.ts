import { test } from '@playwright/test';
import { lendVoice, recordNext } from '../e2e/support/at-the-workshop.ts';
import { onRoad } from '../e2e/support/road.ts';
import { shoot } from './shoot.ts';

/* The voice workshop, as somebody who lends a voice meets it. */

test('the voice workshop', async () => {
  await onRoad(async ({ tablet, page, url }) => {
    await tablet.context.grantPermissions(['microphone', 'background-sync'], { origin: url });
    await page.getByRole('link', { name: 'Cài đặt' }).click();
    await page.getByRole('link', { name: 'Mở xưởng ghi âm' }).click();
    await page.getByRole('link', { name: /^Tiếng Mường/ }).waitFor();
    await shoot(page, 'workshop');
    await page.getByRole('link', { name: /^Tiếng Mường/ }).click();
    await page.getByRole('link', { name: /^Đăng ký khai sinh/ }).waitFor();
    await shoot(page, 'workshop-empty');
    await page.getByRole('link', { name: /^Đăng ký khai sinh/ }).click();
    await page.getByRole('heading', { name: 'Giọng nói này dùng làm gì' }).waitFor();
    await shoot(page, 'workshop-consent', { whole: true });
    await lendVoice(page, { name: 'Hà Thị Mẫu', village: 'Bản Poọng', variety: 'Tiếng Mường Ống' });
    await page.getByRole('button', { name: 'Ghi âm' }).waitFor();
    await shoot(page, 'workshop-phrase');
    await page.getByRole('button', { name: 'Ghi âm' }).click();
    await page.getByRole('button', { name: 'Dừng' }).waitFor();
    await shoot(page, 'workshop-recording');
    await page.getByRole('button', { name: 'Dừng' }).click();
    await page.getByRole('button', { name: 'Nghe thử' }).waitFor();
    await shoot(page, 'workshop-made');
    await page.getByRole('button', { name: /^Giữ/ }).click();
    for (let count = 0; count < 5; count++) await recordNext(page);
    await page.getByRole('link', { name: 'Xong' }).click();
    await page.getByText('Hà Thị Mẫu').waitFor();
    await shoot(page, 'workshop-progress');
    await page.getByRole('link', { name: 'Kiểm tra' }).click();
    await page.locator('label').filter({ hasText: 'Người khác, chưa có ở đây' }).click();
    await shoot(page, 'workshop-who');
    await page.getByRole('button', { name: 'Tiếp theo' }).click();
    await lendVoice(page, { name: 'Bùi Văn Mẫu', village: 'Bản Khuyn', variety: '' });
    await page.getByRole('button', { name: 'Nghe', exact: true }).click();
    await page.getByRole('button', { name: 'Đúng và rõ' }).waitFor();
    await shoot(page, 'workshop-check');
  });
});
