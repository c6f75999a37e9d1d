import { expect, type Page } from '@playwright/test';

/** First sign-in with the one-time password, which must be changed at once. */
export async function signInFirstTime(
  page: Page,
  url: string,
  { login, password, next }: { login: string; password: string; next: string },
): Promise<void> {
  await page.goto(`${url}/office`);
  await page.getByLabel('Tên đăng nhập').fill(login);
  await page.getByLabel('Mật khẩu').fill(password);
  await page.getByRole('button', { name: 'Vào văn phòng' }).click();
  await page.getByLabel('Mật khẩu dùng một lần').fill(password);
  await page.getByLabel('Mật khẩu mới', { exact: true }).fill(next);
  await page.getByLabel('Gõ lại mật khẩu mới').fill(next);
  await page.getByRole('button', { name: 'Đổi mật khẩu' }).click();
  await expect(page.getByRole('navigation').first()).toBeVisible();
}

/** Opens the newest arrival and accepts it; the official code as the screen shows it. */
export async function acceptFirstDossier(page: Page, url: string): Promise<string> {
  await page.goto(`${url}/office`);
  await page
    .getByRole('link', { name: /Đăng ký khai sinh/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Tiếp nhận', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Tiếp nhận hồ sơ' }).click();
  const result = page.getByRole('region', { name: 'Đã tiếp nhận' });
  await expect(result).toBeVisible();
  const code = /\S+-\d{6}-\d{4}/.exec((await result.textContent()) ?? '')?.[0];
  if (code === undefined) throw new Error('no official code on the screen');
  return code;
}
