import { expect, test } from '@playwright/test';
import { answer, begin, talk, unlock } from './support/at-the-table.ts';
import { onRoad, PIN } from './support/road.ts';

/*
 * New staff ask for help and take the first lesson where there is no network: they begin, answer, mend, finish, see what waits, learn the
 * words and how dossiers are carried. Each step is noticed from what they did. Then they leave, and it was never there.
 */

test('the first lesson, from the first answer to the certificate, leaves nothing behind', async () => {
  await onRoad(async ({ server, link, page }) => {
    link.decide(({ path }) => (path.startsWith('/api/') ? 'no network' : 'passes'));
    const step = (number: number) => page.getByText(new RegExp(`^Bước ${number}/7`));

    const help = page.getByRole('button', { name: 'Trợ giúp' });
    await help.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog', { name: 'Trang chính' })).toContainText('mã hóa trên máy này');
    await page.keyboard.press('Escape');
    await expect(help).toBeFocused();

    await page.getByRole('link', { name: 'Tập thử và học bài đầu' }).click();
    await page.getByRole('button', { name: 'Học bài đầu tiên' }).click();
    await expect(step(1)).toBeVisible();

    await begin(page, 'Có cháu mới sinh', 'Chưa có tài khoản');
    await expect(step(2)).toBeVisible();
    await talk(page, {
      'consent.submit': 'Đồng ý',
      'consent.keepCopy': 'Đồng ý',
      'consent.ethnicity': 'Đồng ý',
    });
    await expect(step(3)).toBeVisible();
    await page.getByRole('link', { name: 'Về trang chính' }).click();
    await page.getByRole('link', { name: /^Vi Tập Thử/ }).click();
    await page.getByRole('button', { name: /Con gái/ }).click();
    await answer(page, 'Con trai');
    await page.locator('footer button[type=submit]').click();
    await expect(step(4)).toBeVisible();
    await page.locator('footer button[type=submit]').click();
    await answer(page, 'signs with a finger');
    await page.getByRole('button', { name: 'Hoàn tất' }).click();
    await expect(page.locator('[data-print]')).toContainText('TAP-THU-', { timeout: 30_000 });
    await expect(page.getByText(/TAM-/)).toHaveCount(0);
    await expect(step(5)).toBeVisible();

    await page.locator('footer').getByRole('link', { name: 'Về trang chính' }).click();
    await page.getByRole('button', { name: 'Gửi ngay' }).click();
    await page.getByRole('link', { name: 'Mở câu hỏi' }).click();
    for (const [word, meaning] of [
      ['Đang chờ gửi', 'Còn nằm trên máy này'],
      ['Văn phòng đã nhận', 'Văn phòng đã có'],
      ['Cần xem lại', 'phải mở ra xử lý'],
    ] as const)
      await page.getByRole('group', { name: word }).locator('label').filter({ hasText: meaning }).click();
    await page.getByRole('link', { name: 'Đọc cách làm' }).click();
    await page.getByRole('link', { name: 'Giấy xác nhận' }).click();
    await page.getByLabel('Tên ghi trên giấy').fill('Lò Văn Bình');
    const certificate = page.locator('[data-print]');
    await expect(certificate).toContainText('Lò Văn Bình');
    await expect(certificate).toContainText('không phải văn bằng');

    await page.getByRole('button', { name: 'Thôi tập' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Thôi tập' }).click();
    await unlock(page, PIN);
    await expect(page.getByText('Chưa có hồ sơ nào làm xong trên máy này.')).toBeVisible();
    await expect(page.getByText('Không có hồ sơ nào đang làm dở.')).toBeVisible();
    await expect(page.getByText(/Tập Thử/)).toHaveCount(0);

    link.decide(() => 'passes');
    await page.getByRole('button', { name: 'Hỏi văn phòng' }).click();
    await expect(page.getByText(/^Văn phòng trả lời lúc/)).toBeVisible({ timeout: 30_000 });
    for (const table of ['accounts', 'dossiers', 'attachments'])
      expect(await server.query(`select * from ${table}`), table).toEqual([]);
  });
});
