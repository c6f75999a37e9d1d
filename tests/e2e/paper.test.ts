import { expect, type Page, test } from '@playwright/test';
import { densityOf } from '../../src/client/features/field/paper/leaflet/density.ts';
import { procedures } from '../../src/procedures/catalogue.ts';
import { begin, talk } from './support/at-the-table.ts';
import { pdfPages } from './support/pdf-pages.ts';
import { onRoad } from './support/road.ts';

/*
 * What leaves the tablet on paper, printed by the browser itself where there is no signal: a leaflet is one side of A5, and
 * what was declared has the size that it says.
 */

const A5 = { width: 148, height: 210 };
const A4 = { width: 210, height: 297 };

/** The first letters of the Tai Viet block, as Unicode orders them: letters, no word. */
const TAI_VIET = 'ꪀ ꪁ ꪂ ꪃ ꪄ ꪅ';

/** Of each size of letters the two procedures with most to say. */
function fullest(): readonly string[] {
  const current = procedures.filter(({ version }) => version === 1);
  const length = (one: (typeof current)[number]) =>
    JSON.stringify(one.documents).length + 100 * one.cases.length;
  return (['roomy', 'usual', 'tight'] as const).flatMap((density) =>
    current
      .filter((one) => densityOf(one) === density)
      .sort((x, y) => length(y) - length(x))
      .slice(0, 2)
      .map(({ id }) => id),
  );
}

async function turnTo(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => history.pushState(null, '', to), path);
  await page.locator('[data-print]').waitFor();
}

async function printed(page: Page): Promise<Buffer> {
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  return await page.pdf({ preferCSSPageSize: true });
}

test('leaflets, a script and the papers of a draft are printed without a network', async () => {
  await onRoad(async ({ server, page, url }) => {
    await server.stop();

    await test.step('from the procedure, a leaflet in another language that leads to the public page', async () => {
      await page.getByRole('link', { name: /^Có cháu mới sinh/ }).click();
      await page.getByRole('link', { name: /^Đăng ký khai sinh/ }).click();
      await page.getByRole('link', { name: 'Tờ rơi để dán ở bản' }).click();
      await page.getByLabel('English').check();
      const leaflet = page.locator('[data-print]');
      await expect(leaflet).toHaveAttribute('lang', 'en');
      await expect(leaflet.getByRole('heading', { name: 'What to bring' })).toBeVisible();
      await expect(leaflet.getByRole('img', { name: `${url}/thu-tuc/birth-registration` })).toBeVisible();
    });

    await test.step('a leaflet is one side of A5, whatever the size of its letters, in the longer language', async () => {
      for (const id of fullest()) {
        await turnTo(page, `/paper/leaflet/${id}`);
        await page.getByLabel('English').check();
        await page.locator('[data-print][lang=en]').waitFor();
        expect(pdfPages(await printed(page)), id).toEqual([A5]);
      }
    });

    await test.step('the Thái script is printed with its own font', async () => {
      await page.getByLabel('Tiếng Thái (chữ Thái)').check();
      const leaflet = page.locator('[data-print]');
      await expect(leaflet).toHaveAttribute('lang', 'blt-Tavt-VN');
      await leaflet.locator('h2').evaluate((heading, letters) => {
        heading.textContent = letters;
      }, TAI_VIET);
      await page.evaluate((letters) => document.fonts.load('16px "Noto Sans Tai Viet"', letters), TAI_VIET);
      expect((await printed(page)).toString('latin1')).toMatch(/\/FontName \/\w+\+NotoSansTaiViet/);
    });

    await test.step('the script for the loudspeakers is A4', async () => {
      await turnTo(page, '/paper/radio/permanent-residence');
      const pages = pdfPages(await printed(page));
      expect(new Set(pages.map((one) => JSON.stringify(one)))).toEqual(new Set([JSON.stringify(A4)]));
      expect(pages.length).toBeGreaterThan(1);
      await page.getByRole('link', { name: 'Quay lại' }).click();
      await expect(page.getByRole('heading', { name: 'Đăng ký thường trú' })).toBeVisible();
    });

    await test.step('a draft has its list of papers and its record of what was declared', async () => {
      await page.getByRole('link', { name: 'Quay lại' }).click();
      await page.getByRole('link', { name: 'Về trang chính' }).click();
      await begin(page, 'Có cháu mới sinh', 'Chưa có tài khoản');
      expect(await talk(page, { 'consent.submit': 'Đồng ý' })).toBe('consent.keepCopy');
      const draft = new URL(page.url()).pathname.split('/').at(-1);
      await turnTo(page, `/paper/bring/${draft}`);
      await expect(page.getByText('Còn câu chưa hỏi xong')).toBeVisible();
      expect(pdfPages(await printed(page))).toEqual([A5]);
      await page.getByLabel('Giấy lớn, A4').check();
      expect(pdfPages(await printed(page))).toEqual([A4]);
      await turnTo(page, `/paper/declared/${draft}`);
      await expect(page.getByText('không phải mẫu tờ khai chính thức')).toBeVisible();
      expect(pdfPages(await printed(page))[0]).toEqual(A4);
    });
  });
});
