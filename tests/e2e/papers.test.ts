import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { defaultCalendar, nextWorkingDay } from '../../src/domain/calendar/working-days.ts';
import { addDays } from '../../src/domain/citizen/partial-date.ts';
import { hasOpenssl, opensslVerifies, signatureIn } from '../support/pdf/openssl.ts';
import { hasPoppler, pdfsig, pdfText } from '../support/pdf/poppler.ts';
import { enrolHeadless, fileBirth } from './support/arrivals.ts';
import { acceptFirstDossier, signInFirstTime } from './support/at-the-office.ts';
import { look } from './support/look.ts';
import { Server } from './support/server.ts';
import { Tablet } from './support/tablet.ts';

test('an overdue dossier is extended with an apology, whose PDF is signed for any other program to see', async () => {
  const server = await Server.prepare();
  const tablet = new Tablet(server.url);
  try {
    await server.start();
    const page = await tablet.switchOn();
    await signInFirstTime(page, server.url, {
      login: 'admin',
      password: server.oneTimePassword,
      next: 'mua-xuan-ve-ban-2026',
    });
    const headless = await enrolHeadless(server.url, server.enrolmentCode, 'Máy 07');
    const id = await fileBirth(headless, {
      childName: 'Hà Gia An',
      motherName: 'Bùi Thị Hòa',
      fatherName: 'Hà Văn Thành',
      village: 'bản Đôn',
    });
    const code = await acceptFirstDossier(page, server.url);
    const papers = page.getByRole('region', { name: 'Giấy tờ của văn phòng' });
    const apology = 'Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết';

    await test.step('its date passes, and the page says what is owed', async () => {
      await expect(papers.getByText('quá hạn', { exact: false })).toHaveCount(0);
      await server.query(`update dossiers set due_at = now() - interval '1 hour' where id = $1`, [id]);
      await page.goto(`${server.url}/office/queue/all/${id}`);
      await expect(papers.getByText('Hồ sơ quá hạn mà chưa có văn bản xin lỗi')).toBeVisible();
    });

    await test.step('it is extended to a later working day', async () => {
      const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
      const until = nextWorkingDay(addDays(today, 2), defaultCalendar);
      await page.getByRole('button', { name: 'Xin lỗi, gia hạn' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Lý do, bằng lời người dân hiểu được').fill('Chờ trạm y tế xã xác nhận.');
      await fillDay(page, until);
      await dialog.getByRole('button', { name: 'Gia hạn', exact: true }).click();
      await expect(dialog).toBeHidden();
    });

    await test.step('the apology is issued, once, with its number', async () => {
      await look(page, 'papers of a dossier');
      await papers.getByRole('button', { name: `Phát hành: ${apology}` }).click();
      await expect(papers.getByText('số 1/PXL', { exact: false })).toBeVisible();
      await expect(papers.getByText('quá hạn', { exact: false })).toHaveCount(0);
      await expect(papers.getByRole('button', { name: `Phát hành: ${apology}` })).toHaveCount(0);
      await expect(papers.getByText('chứng thư thử', { exact: false })).toBeVisible();
    });

    await test.step('what is downloaded says so, and its signature holds in programs that are not ours', async () => {
      const download = page.waitForEvent('download');
      await papers.getByRole('link', { name: `Tải về: ${apology}` }).click();
      const pdf = await readFile(await (await download).path());
      if (hasPoppler) {
        const text = pdfText(pdf);
        for (const said of [code, 'Số: 1/PXL', 'Chờ trạm y tế xã xác nhận.', 'xin lỗi Ông/Bà'])
          expect(text).toContain(said);
        expect(pdfsig(pdf)).toContain('Signature is Valid.');
      }
      if (hasOpenssl) {
        const { signature, content } = signatureIn(pdf);
        const certificate = await readFile(`${server.dataDir}/keys/office-test-certificate.pem`, 'utf8');
        expect(opensslVerifies(signature, content, certificate)).toBe(true);
      }
      expect(hasPoppler || hasOpenssl).toBe(true);
    });

    await test.step('the book has its line, and gives it as a file', async () => {
      await page.goto(`${server.url}/office/logbook`);
      await expect(page.getByRole('row').filter({ hasText: code })).toBeVisible();
      await look(page, 'the logbook');
      const download = page.waitForEvent('download');
      await page.getByRole('link', { name: 'Tải bảng CSV' }).click();
      const csv = await readFile(await (await download).path(), 'utf8');
      expect(csv).toContain(code);
    });
  } finally {
    await tablet.throwAway();
    await server.throwAway();
  }
});

async function fillDay(page: Page, day: string): Promise<void> {
  const [year = '', month = '', date = ''] = day.split('-');
  const dialog = page.getByRole('dialog');
  for (const [label, value] of [
    ['Ngày', date],
    ['Tháng', month],
    ['Năm', year],
  ] as const)
    await dialog.getByLabel(label, { exact: true }).fill(value);
}
