import { expect, type Locator, type Page } from '@playwright/test';

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
  await chooseNewPassword(page, { password, next });
}

/** The sheet that stands before the office until the one-time password is replaced. */
export async function chooseNewPassword(
  page: Page,
  { password, next }: { password: string; next: string },
): Promise<void> {
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
  const code = /[0-9A-Z][0-9A-Z.]*-\d{6}-\d{4}/.exec((await result.textContent()) ?? '')?.[0];
  if (code === undefined) throw new Error('no official code on the screen');
  return code;
}

/** A colleague who goes to the villages; returns nothing, because field staff need no password. */
export async function addFieldStaff(
  page: Page,
  url: string,
  { name, login }: { name: string; login: string },
): Promise<void> {
  await page.goto(`${url}/office/staff`);
  await page.getByRole('button', { name: 'Thêm cán bộ' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Họ và tên').fill(name);
  await dialog.getByLabel('Tên đăng nhập').fill(login);
  await dialog.getByRole('button', { name: 'Tạo tài khoản cán bộ' }).click();
  await expect(dialog.getByText(`Đã thêm ${name}`)).toBeVisible();
  await dialog.getByRole('button', { name: 'Đã ghi lại' }).click();
  await expect(dialog).toBeHidden();
}

/** A fresh single-use code for that person, as the dialog shows it. */
export async function makeEnrolmentCode(page: Page, url: string, name: string): Promise<string> {
  await page.goto(`${url}/office/staff`);
  await page
    .getByRole('listitem')
    .filter({ hasText: name })
    .getByRole('button', { name: 'Cấp mã ghi danh máy' })
    .click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Cấp mã', exact: true }).click();
  await expect(dialog.getByText(/^Dùng được đến/)).toBeVisible();
  const code = await dialog.getByText(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/).textContent();
  if (code === null) throw new Error('no enrolment code in the dialog');
  return code;
}

/** The dialog that stands open. */
export function dialog(page: Page): Locator {
  return page.getByRole('dialog');
}

/** Presses one of the acts that the open dossier offers; its dialog asks once more. */
export async function openAct(page: Page, name: string): Promise<void> {
  const acts = page.getByRole('region', { name: 'Việc có thể làm với hồ sơ' });
  await acts.getByRole('button', { name, exact: true }).click();
}

/** Says yes in the open dialog, which goes away once the office has done it. */
export async function confirm(page: Page, name: string): Promise<void> {
  await dialog(page).getByRole('button', { name, exact: true }).click();
  await expect(dialog(page)).toBeHidden();
}
