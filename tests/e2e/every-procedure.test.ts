import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { civilDate } from '../../src/domain/calendar/civil-date.ts';
import { getCurrentProcedure, procedures } from '../../src/procedures/catalogue.ts';
import { stories as told } from '../stories/all.ts';
import type { Story } from '../stories/story.ts';
import { signInFirstTime } from './support/at-the-office.ts';
import { beginFound, chooseForWhom, enrol, signAndFinish, talkByStep } from './support/at-the-table.ts';
import { Server } from './support/server.ts';
import { Tablet } from './support/tablet.ts';

const PIN = '274195';

/*
 * Every procedure once, from the search on the home screen to the office's screen, on the built app: found by words
 * without accents, begun while there is no network, answered step by step, read back, signed, sealed, sent, opened.
 */
test('every procedure is found, filed without a network, and read at the office', async () => {
  test.setTimeout(1_200_000);
  const ids = [...new Set(procedures.map(({ id }) => id))].sort();
  expect(told.map(({ procedure }) => procedure).sort()).toEqual(ids);
  // The browser's clock is the real one: a law that has ended by the day of the run is no longer filed under.
  const today = civilDate(new Date().toISOString());
  const stories = told.filter(({ procedure }) => today <= (getCurrentProcedure(procedure).validTo ?? today));

  const server = await Server.prepare();
  const tablet = new Tablet(server.url);
  try {
    await server.start();
    const page = await tablet.switchOn();
    await page.goto(`${server.url}/`);
    await enrol(page, { code: server.enrolmentCode, device: 'Máy 03', pin: PIN });
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await server.stop();

    const references = new Map<string, string>();
    for (const story of stories) {
      await test.step(`${nameOf(story)}: filed`, async () => {
        references.set(story.procedure, await file(page, story));
      });
    }

    await test.step('everything arrives once the office is there', async () => {
      await server.start();
      await page.getByRole('button', { name: /^Gửi ngay/ }).click();
      const arrived = async () => {
        const rows = await server.query<{ procedure_id: string; provisional_reference: string }>(
          `select procedure_id, provisional_reference from dossiers
           union all select 'account-registration', provisional_reference from accounts`,
        );
        return new Map(rows.map((row) => [row.procedure_id, row.provisional_reference]));
      };
      await expect.poll(async () => (await arrived()).size, { timeout: 120_000 }).toBe(stories.length);
      expect(await arrived()).toEqual(references);
      const awaited = async () =>
        (await server.query<{ n: string }>(`select count(*) n from attachments where state <> 'stored'`))[0]
          ?.n;
      await expect.poll(awaited, { timeout: 60_000 }).toBe('0');
    });

    const office = await tablet.context.newPage();
    await signInFirstTime(office, server.url, {
      login: 'admin',
      password: server.oneTimePassword,
      next: 'mua-xuan-ve-ban-2026',
    });
    const dossiers = await server.query<{ id: string; procedure_id: string }>(
      'select id, procedure_id from dossiers',
    );
    for (const { id, procedure_id } of dossiers) {
      const story = stories.find(({ procedure }) => procedure === procedure_id);
      if (story === undefined) throw new Error(`no story told of ${procedure_id}`);
      await test.step(`${nameOf(story)}: read by the officer`, async () => {
        await office.goto(`${server.url}/office/queue/registered/${id}`);
        await expect(
          office.getByRole('heading', { level: 1, name: nameOf(story), exact: true }),
        ).toBeVisible();
        await expect(office.getByText(references.get(procedure_id) ?? '-').first()).toBeVisible();
      });
    }
  } finally {
    await tablet.throwAway();
    await server.throwAway();
  }
});

/** From home to the slip and home again; the reference on the slip. */
async function file(page: Page, story: Story): Promise<string> {
  await beginFound(page, nameOf(story));
  if (story.procedure !== 'account-registration') await chooseForWhom(page, 'Chưa có tài khoản');
  await page.getByRole('button', { name: 'Cả phần' }).click();
  expect(await talkByStep(page, story.answers)).toBeUndefined();
  const reference = await signAndFinish(page, story.endsWith, story.answers);
  // The paper says what it is good for, whatever else the screen offers beside it.
  await expect(page.getByRole('article')).toContainText('Giữ phiếu này.');
  // The certificate was asked for to marry: the next way is offered while they sit at the table.
  if (story.procedure === 'marital-status-certificate')
    await expect(page.getByRole('link', { name: 'Đăng ký kết hôn' })).toBeVisible();
  await page.getByRole('link', { name: 'Về trang chính' }).click();
  return reference;
}

function nameOf({ procedure }: Story): string {
  const file = new URL(`../../locales/vi/procedures/${procedure}.json`, import.meta.url);
  const { name }: { name: string } = JSON.parse(readFileSync(file, 'utf8'));
  return name;
}
