import { expect, test } from '@playwright/test';
import { answer, begin, lock, registration, talk, unlock } from '../e2e/support/at-the-table.ts';
import { onRoad, PIN } from '../e2e/support/road.ts';
import { shoot } from './shoot.ts';

/* Help in the corner of every screen; then practice, the first lesson and its certificate. */

test('help and practice', async () => {
  await onRoad(async ({ link, page, url }) => {
    link.decide(({ path }) => (path.startsWith('/api/') ? 'no network' : 'passes'));
    await test.step('help', async () => {
      await page.getByRole('button', { name: 'Trợ giúp' }).click();
      await page.getByRole('dialog').waitFor();
      await shoot(page, 'help-home');
      await page.getByRole('button', { name: 'Đóng' }).click();
      await begin(page, 'Mở tài khoản dịch vụ công');
      const { 'person.sex': _, ...first } = registration;
      await talk(page, first);
      await shoot(page, 'help-corner');
      await page.goto(`${url}/`);
      await unlock(page, PIN);
    });

    await test.step('practice begins', async () => {
      await page.getByRole('link', { name: 'Tập thử và học bài đầu' }).click();
      await page.getByRole('heading', { name: 'Tập thử' }).waitFor();
      await shoot(page, 'practice-intro');
      await page.getByRole('button', { name: 'Học bài đầu tiên' }).click();
      await page.getByText('Vi Văn Tập Thử').first().waitFor();
      await shoot(page, 'practice-home');
      await begin(page, 'Có cháu mới sinh', 'Chưa có tài khoản');
      await page.locator('main [data-question]').waitFor();
      await shoot(page, 'practice-question');
      await talk(page, {
        'consent.submit': 'Đồng ý',
        'consent.keepCopy': 'Đồng ý',
        'consent.ethnicity': 'Đồng ý',
      });
      await page.getByText(/Đọc lại và sửa một câu/).waitFor();
      await page.getByRole('link', { name: 'Về trang chính' }).click();
    });

    await test.step('mended, finished, seen', async () => {
      await page.getByRole('link', { name: /^Vi Tập Thử/ }).click();
      await page.getByRole('heading', { name: 'Đọc lại cho người dân nghe' }).waitFor();
      await shoot(page, 'practice-read-back');
      await page
        .getByRole('button', { name: /Con gái/ })
        .first()
        .click();
      await answer(page, 'Con trai');
      await page.locator('footer button[type=submit]').click();
      await page.getByText(/Bước 4/).waitFor();
      await page.locator('footer button[type=submit]').click();
      await answer(page, 'signs with a finger');
      await page.getByRole('button', { name: 'Hoàn tất' }).click();
      await page.getByText('CHƯA ĐƯỢC TIẾP NHẬN').waitFor({ timeout: 30_000 });
      await shoot(page, 'practice-slip', { whole: true });
      await page.emulateMedia({ media: 'print' });
      await page.pdf({ path: 'test-results/practice-slip.pdf', preferCSSPageSize: true });
      await page.emulateMedia({ media: null });
      await page.getByRole('link', { name: 'Xem hồ sơ' }).click();
      await page.getByRole('link', { name: 'Bản đã khai, để ký tay' }).first().click();
      await page.locator('[data-print]').waitFor();
      await shoot(page, 'practice-declared');
      await page.emulateMedia({ media: 'print' });
      await page.pdf({ path: 'test-results/practice-declared.pdf', preferCSSPageSize: true });
      await page.emulateMedia({ media: null });
      await page.goBack();
      await page.locator('footer').getByRole('link', { name: 'Về trang chính' }).click();
      await page.getByText(/Bước 6/).waitFor();
      await page.getByRole('link', { name: 'Mở câu hỏi' }).click();
      for (const [word, meaning] of [
        ['Đang chờ gửi', /Còn nằm trên máy/],
        ['Văn phòng đã nhận', /Còn nằm trên máy/],
        ['Văn phòng đã nhận', /Văn phòng đã có/],
      ] as const) {
        await page
          .getByRole('group', { name: new RegExp(word) })
          .locator('label')
          .filter({ hasText: meaning })
          .click();
      }
      await shoot(page, 'practice-words', { whole: true });
      await page
        .getByRole('group', { name: /Cần xem lại/ })
        .locator('label')
        .filter({ hasText: /phải mở ra/ })
        .click();
      await page.getByRole('link', { name: 'Đọc cách làm' }).click();
      await shoot(page, 'practice-courier');
      await page.getByRole('link', { name: 'Giấy xác nhận' }).click();
      await page.locator('[data-print]').waitFor();
      await shoot(page, 'practice-certificate', { whole: true });
      await page.emulateMedia({ media: 'print' });
      await page.pdf({ path: 'test-results/practice-certificate.pdf', preferCSSPageSize: true });
      await page.emulateMedia({ media: null });
      await page.locator('footer').getByRole('link', { name: 'Về trang chính' }).click();
      await page.getByRole('link', { name: 'Cài đặt' }).click();
      await page.getByRole('heading', { name: 'Chỗ tập thử' }).waitFor();
      await shoot(page, 'practice-ground', { whole: true });
    });

    await test.step('and is left', async () => {
      await page.getByRole('button', { name: 'Thôi tập' }).click();
      await page.getByRole('dialog').waitFor();
      await shoot(page, 'practice-leave');
      await page.getByRole('dialog').getByRole('button', { name: 'Thôi tập' }).click();
      await unlock(page, PIN);
      await expect(page.getByText('Vi Tập Thử')).toHaveCount(0);
      await lock(page);
    });
  });
});
