import { createHash } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { acceptFirstDossier, signInFirstTime } from './support/at-the-office.ts';
import {
  answer,
  begin,
  birth,
  daysAgo,
  enrol,
  goOn,
  registration,
  saved,
  signAndFinish,
  talk,
  unlock,
} from './support/at-the-table.ts';
import { pdfPages } from './support/pdf-pages.ts';
import { makePicture } from './support/picture.ts';
import { Server } from './support/server.ts';
import { picturesShown, Tablet } from './support/tablet.ts';

const PIN = '274195';

test('from a tablet without signal to a signed receipt and an official code', async () => {
  const server = await Server.prepare();
  const tablet = new Tablet(server.url);
  try {
    await server.start();
    const code = server.enrolmentCode;
    let page = await tablet.switchOn();

    await test.step('enrol while there is a network', async () => {
      await page.goto(`${server.url}/`);
      await enrol(page, { code, device: 'Máy 03', pin: PIN });
      await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    });

    await test.step('the server goes; the app starts cold all the same', async () => {
      await server.stop();
      await tablet.kill();
      page = await tablet.switchOn();
      await page.goto(`${server.url}/`);
      await unlock(page, PIN);
    });

    const references: string[] = [];
    await test.step('register an account', async () => {
      await begin(page, 'Mở tài khoản dịch vụ công');
      expect(await talk(page, registration)).toBeUndefined();
      references.push(await signAndFinish(page, 'signature.person'));
      await page.goto(`${server.url}/`);
      await unlock(page, PIN);
    });

    const sealed: string[] = [];
    await test.step('file a birth with two photos, for the account that still waits in the queue', async () => {
      await begin(page, 'Có cháu mới sinh', 'Lò Thị Mẩy');
      const photos = { certificate: makePicture(1), marriage: makePicture(2) };
      const story = birth(photos, daysAgo(12));
      const { 'document.birthProof': certificate, 'document.marriage': marriage, ...spoken } = story;
      if (certificate === undefined || marriage === undefined) throw new Error('the story needs two papers');
      expect(await talk(page, spoken)).toBe('document.birthProof');
      await answer(page, certificate);
      sealed.push(...(await picturesShown(page)).map(digestOf));
      await goOn(page, 'document.birthProof');
      expect(await talk(page, spoken)).toBe('document.marriage');
      await answer(page, marriage);
      sealed.push(...(await picturesShown(page)).map(digestOf));
      await goOn(page, 'document.marriage');
      references.push(await signAndFinish(page, 'signature.requester'));
    });

    await test.step('the battery dies in the middle of a third interview; what was saved is there', async () => {
      await page.goto(`${server.url}/`);
      await unlock(page, PIN);
      await begin(page, 'Mở tài khoản dịch vụ công');
      const { 'person.sex': _sex, ...untilSex } = registration;
      expect(await talk(page, { ...untilSex, 'person.name': 'Vi Văn Páo' })).toBe('person.sex');
      await saved(page);
      await tablet.kill();

      page = await tablet.switchOn();
      await page.goto(`${server.url}/`);
      await unlock(page, PIN);
      await expect(page.getByText('Vi Văn Páo')).toBeVisible();
      await page.getByText('Vi Văn Páo').click();
      await expect(page.locator('main [data-question="person.sex"]')).toBeVisible();
      await page.goto(`${server.url}/`);
      await unlock(page, PIN);
    });

    await test.step('the server is back: everything arrives, once', async () => {
      await server.start();
      await page.getByRole('button', { name: /^Gửi ngay/ }).click();
      await expect
        .poll(
          async () =>
            (
              await server.query<{ n: string }>(`select count(*) n from attachments where state = 'stored'`)
            )[0]?.n,
          {
            timeout: 60_000,
          },
        )
        .toBe('4');
      const kinds = await server.query<{ kind: string; n: string }>(
        'select kind, count(*) n from envelopes group by kind order by kind',
      );
      expect(kinds).toEqual([
        { kind: 'account', n: '1' },
        { kind: 'dossier', n: '1' },
      ]);
      const [dossier] = await server.query<{ account_id: string; provisional_reference: string }>(
        'select account_id, provisional_reference from dossiers',
      );
      const [account] = await server.query<{ id: string; name: string; provisional_reference: string }>(
        'select id, name, provisional_reference from accounts',
      );
      expect(dossier?.account_id).toBe(account?.id);
      expect([account?.provisional_reference, dossier?.provisional_reference]).toEqual(references);
      expect(account?.name).toBe('Lò Thị Mẩy');
    });

    await test.step('arrived is not accepted: the slip goes on saying so', async () => {
      await page.getByText('Hà Minh Khuê').click();
      await page.getByRole('link', { name: 'Xem phiếu' }).click();
      await expect(page.getByText('Xã đã nhận được hồ sơ nhưng chưa tiếp nhận.')).toBeVisible();
      await expect(page.getByText('CHƯA ĐƯỢC TIẾP NHẬN')).toBeVisible();
      // One small sheet, whatever stands on it.
      expect(pdfPages(await page.pdf({ preferCSSPageSize: true }))).toEqual([{ width: 148, height: 210 }]);
      await page.getByRole('link', { name: 'Về trang chính' }).click();
      await expect(page.getByRole('heading', { name: 'Hôm nay bà con cần gì?' })).toBeVisible();
    });

    const office = await tablet.context.newPage();
    let officialCode = '';
    await test.step('the officer sees the very photos, and accepts', async () => {
      await signInFirstTime(office, server.url, {
        login: 'admin',
        password: server.oneTimePassword,
        next: 'mua-xuan-ve-ban-2026',
      });
      const rows = await server.query<{ id: string }>(
        `select a.id from attachments a join dossiers d on d.id = a.submission_id where a.document <> 'signature'`,
      );
      const seen = await office.evaluate(
        (paths) =>
          Promise.all(
            paths.map(async (path) => {
              const bytes = await (await fetch(path)).arrayBuffer();
              const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
              return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
            }),
          ),
        rows.map(({ id }) => `/api/office/attachments/${id}`),
      );
      expect(sealed).toHaveLength(2);
      expect(seen.sort()).toEqual(sealed.sort());
      officialCode = await acceptFirstDossier(office, server.url);
      const [row] = await server.query<{ official_code: string; status: string }>(
        'select official_code, status from dossiers',
      );
      expect(row).toEqual({ official_code: officialCode, status: 'accepted' });
    });

    await test.step('the tablet learns the official code and shows it; its outbox is empty', async () => {
      await page.bringToFront();
      await page.getByRole('button', { name: 'Hỏi văn phòng' }).click();
      await expect(page.getByText(officialCode)).toBeVisible({ timeout: 30_000 });
      await expect(page.getByText('chờ gửi', { exact: true }).locator('..')).toContainText('0');
    });
  } finally {
    await tablet.throwAway();
    await server.throwAway();
  }
});

const digestOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
