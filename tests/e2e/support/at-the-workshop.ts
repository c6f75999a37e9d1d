import { expect, type Page } from '@playwright/test';

/* What people do who lend a voice, in the words of the screen. */

/** Reads what becomes of a voice, agrees, and says who it is. */
export async function lendVoice(
  page: Page,
  person: { readonly name: string; readonly village: string; readonly variety: string },
): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Giọng nói này dùng làm gì' })).toBeVisible();
  await page
    .locator('label')
    .filter({ hasText: /^Đồng ý$/ })
    .click();
  await page
    .locator('label')
    .filter({ hasText: /^Nêu tên$/ })
    .click();
  await page.getByRole('button', { name: 'Tiếp theo' }).click();
  await page.getByLabel('Họ và tên').fill(person.name);
  await page.getByLabel('Thôn, bản').fill(person.village);
  await page.getByLabel('Người ấy gọi tiếng mình là gì').fill(person.variety);
  await page.getByRole('button', { name: 'Tiếp theo' }).click();
}

/** Says the sentence on the screen for as long as the browser's own test sound takes to be heard, and keeps it. */
export async function recordNext(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Ghi âm' }).click();
  await expect(page.getByText(/^(Nghe rõ|To quá)/)).toBeVisible();
  await page.waitForTimeout(1200);
  await page.getByRole('button', { name: 'Dừng' }).click();
  await page.getByRole('button', { name: /^Giữ/ }).click();
  await expect(page.locator('[data-take=resting]')).toBeVisible();
}
