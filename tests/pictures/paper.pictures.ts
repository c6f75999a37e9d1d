import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Page, test } from '@playwright/test';
import { procedures } from '../../src/procedures/catalogue.ts';
import {
  begin,
  beginFound,
  birth,
  type Conversation,
  chooseForWhom,
  daysAgo,
  signAndFinish,
  talk,
  talkByStep,
  unlock,
} from '../e2e/support/at-the-table.ts';
import { pdfPages } from '../e2e/support/pdf-pages.ts';
import { onRoad, PIN } from '../e2e/support/road.ts';
import { marriageRegistrationStory } from '../stories/marriage-registration.ts';
import { withPalette } from './palette-png.ts';
import { paperPhoto } from './paper-photo.ts';
import { shoot } from './shoot.ts';

const OUT = 'test-results/paper';

/** Prints what the screen would print; its first pages go to `docs/screenshots` as they would lie on a table. */
async function print(page: Page, name: string, { keep = 1 } = {}): Promise<void> {
  mkdirSync(OUT, { recursive: true });
  const path = join(OUT, `${name}.pdf`);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  const pdf = await page.pdf({ path, preferCSSPageSize: true });
  const pages = pdfPages(pdf);
  console.log(`${name}: ${pages.map(({ width, height }) => `${width}x${height}`).join(' ')}`);
  drawPages(path, name);
  for (let at = 1; at <= Math.min(keep, pages.length); at++)
    writeFileSync(
      `docs/screenshots/print-${name}${at === 1 ? '' : `-${at}`}.png`,
      withPalette(readFileSync(join(OUT, `${name}-${at}.png`))),
    );
}

/** The PDF's pages as PNG, with whichever of the two usual tools is there. */
function drawPages(pdf: string, name: string): void {
  const isThere = (tool: string) => spawnSync(tool, ['-v']).error === undefined;
  if (isThere('pdftoppm')) {
    execFileSync('pdftoppm', ['-r', '110', '-png', pdf, join(OUT, name)]);
    // It pads page numbers of long documents; ours are short enough to be taken as they are.
    return;
  }
  execFileSync('gs', [
    ...[
      '-q',
      '-dNOPAUSE',
      '-dBATCH',
      '-sDEVICE=png16m',
      '-r110',
      '-dTextAlphaBits=4',
      '-dGraphicsAlphaBits=4',
    ],
    ...[`-sOutputFile=${join(OUT, `${name}-%d.png`)}`, pdf],
  ]);
}

/** Letters of the Tai Viet block in the order of Unicode, no words: what a leaflet in that script would be set in. */
async function thaiLetters(page: Page): Promise<void> {
  await page.getByLabel('Tiếng Thái (chữ Thái)').check();
  await page.locator('[data-print][lang=blt-Tavt-VN]').waitFor();
  await page.locator('[data-print] h2').evaluate((heading) => {
    heading.setAttribute('lang', 'blt-Tavt-VN');
    heading.textContent = Array.from({ length: 24 }, (_, at) => String.fromCodePoint(0xaa80 + at)).join(' ');
  });
  await page.evaluate(() => document.fonts.load('16px "Noto Sans Tai Viet"', '\uaa80'));
  await print(page, 'leaflet-tai-viet');
}

/** Another screen of the open app, as its links would lead there. */
async function turnTo(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => history.pushState(null, '', to), path);
  await page.locator('[data-print]').waitFor();
}

test('what is printed', async () => {
  await onRoad(async ({ page, url }) => {
    const photo = await paperPhoto(page);
    await page.goto(url);
    await unlock(page, PIN);

    await test.step('for the village: leaflets and the loudspeaker', async () => {
      for (const id of new Set(procedures.map((one) => one.id))) {
        await turnTo(page, `/paper/leaflet/${id}`);
        await print(page, `leaflet-${id}`, { keep: id === 'birth-registration' ? 1 : 0 });
        await page.getByLabel('English').check();
        await page.locator('[data-print][lang=en]').waitFor();
        await print(page, `leaflet-en-${id}`, { keep: id === 'birth-registration' ? 1 : 0 });
      }
      await thaiLetters(page);
      await turnTo(page, '/paper/leaflet/permanent-residence');
      await shoot(page, 'paper-leaflet', { whole: true });
      await print(page, 'leaflet-permanent-residence');
      await turnTo(page, '/paper/radio/permanent-residence');
      await shoot(page, 'paper-radio');
      await print(page, 'radio');
      await page.goto(url);
      await unlock(page, PIN);
    });

    await test.step('a birth: what to bring, what was declared, the slip', async () => {
      const story: Conversation = {
        ...birth({ certificate: photo, marriage: photo }, daysAgo(12)),
        'child.name': 'Nguyễn Hoàng Thị Phương Ánh Nguyệt',
        'mother.name': 'Trương Nguyễn Thị Thùy Quỳnh Hương',
        'mother.birthDate': 'I do not know',
        'document.birthProof': { paper: 'Có, để ở nhà', which: 'Giấy chứng sinh' },
        'document.marriage': { paper: 'Có, để ở nhà' },
      };
      await begin(page, 'Có cháu mới sinh', 'Chưa có tài khoản');
      await talk(page, story);
      await page.getByRole('link', { name: 'Lần sau cần mang gì' }).click();
      await page.locator('[data-print]').waitFor();
      await shoot(page, 'paper-bring', { whole: true });
      await print(page, 'bring');
      await page.getByRole('link', { name: 'Quay lại' }).click();
      await page.getByRole('link', { name: 'Bản đã khai, để ký tay' }).click();
      await page.locator('[data-print]').waitFor();
      await shoot(page, 'paper-declared');
      await print(page, 'declared-birth', { keep: 3 });
    });

    await test.step('a wedding: two who sign', async () => {
      await page.goto(url);
      await unlock(page, PIN);
      await beginFound(page, 'Đăng ký kết hôn');
      await chooseForWhom(page, 'Chưa có tài khoản');
      await page.getByRole('button', { name: 'Cả phần' }).click();
      const { 'signature.groom': groom = 'nothing, go on', ...answers } = marriageRegistrationStory.answers;
      const atHome = { paper: 'Có, để ở nhà' };
      await talkByStep(page, {
        ...answers,
        'groom.name': 'Nguyễn Hoàng Thị Phương Ánh Nguyệt',
        'document.groomId': atHome,
        'document.brideId': atHome,
      });
      await signAndFinish(page, 'signature.bride', { 'signature.groom': groom });
      await shoot(page, 'paper-slip', { whole: true });
      await print(page, 'slip-a5');
      await page.getByLabel('Giấy lớn, A4').check();
      await print(page, 'slip-a4');
      await page.getByRole('link', { name: 'Bản đã khai, để ký tay' }).click();
      await page.locator('[data-print]').waitFor();
      await print(page, 'declared-wedding', { keep: 3 });
      await page.getByRole('button', { name: 'In', exact: true }).click();
      await page.getByRole('dialog').waitFor();
      await shoot(page, 'paper-declared-ask');
    });
  });
});
