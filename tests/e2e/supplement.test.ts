import { expect, type Page, test } from '@playwright/test';
import { DossierDetail } from '../../src/contract/operations/office.ts';
import { HeadlessTablet } from '../../src/server/demo/tablet.ts';
import { finishedBirth } from '../support/tablet/enrolled-tablet.ts';
import { signInFirstTime } from './support/at-the-office.ts';
import { goHome, NOTHING_WAITS, sendNow } from './support/at-the-sender.ts';
import { answer, talk, unlock } from './support/at-the-table.ts';
import { look } from './support/look.ts';
import { onRoad, PIN } from './support/road.ts';

const PASSWORD = 'Bản làng sông núi 26';
const ITEMS = [
  { what: 'question', id: 'father.name', note: 'Tên trên giấy chứng sinh có chữ lót khác.' },
  { what: 'document', id: 'marriage-certificate', note: 'Mang bản chính để xem.' },
];

test('the office asks for more; a tablet that was told goes out of reach, restarts, brings it, and the office sees what is another', async () => {
  await onRoad(async ({ server, link, tablet, page: first, url }) => {
    const author = new HeadlessTablet(server.url);
    await author.enrol(await server.makeEnrolmentCode(), 'Máy khác');
    const { submission, photos, sealed } = await finishedBirth(author);
    await author.sync([sealed]);
    for (const photo of photos) await author.upload(photo);

    const office = await tablet.context.newPage();
    await signInFirstTime(office, url, {
      login: 'admin',
      password: server.oneTimePassword,
      next: PASSWORD,
    });
    const address = `/api/office/dossiers/${submission.id}`;
    const asked = await detail(office, `${address}/actions`, {
      commandId: crypto.randomUUID(),
      revision: (await detail(office, address)).revision,
      act: {
        kind: 'request-supplement',
        reason: 'Hai giấy ghi hai tên khác nhau.',
        items: ITEMS,
        assignedTo: null,
      },
    });
    expect(asked.status).toBe('supplement-requested');
    await office.close();

    await test.step('the tablet is told, and says what is asked', async () => {
      await sendNow(first);
      await expect(first.getByText('1 hồ sơ cần bổ sung')).toBeVisible();
      await first.getByRole('link', { name: 'Xem việc' }).click();
      await expect(first.getByText('Chưa làm')).toBeVisible();
      await look(first, 'work to do');
    });

    link.decide(() => 'no network');
    await tablet.kill();
    const page = await tablet.switchOn();
    await page.goto(`${url}/`);
    await unlock(page, PIN);

    await test.step('out of reach, only that is asked again; the rest can be read', async () => {
      await page.getByRole('link', { name: 'Xem việc' }).click();
      await page.getByRole('link', { name: /Hai giấy ghi hai tên/ }).click();
      await expect(page.getByText('Tên trên giấy chứng sinh có chữ lót khác.')).toBeVisible();
      await look(page, 'a supplement asked for');
      await page.getByRole('button', { name: 'Mở lại hồ sơ' }).click();
      await expect(page.getByText('Văn phòng cần xem lại điều này')).toBeVisible();
      const said = { 'father.name': 'Hà Văn Ý', 'document.marriage': { paper: 'Có mang theo, chỉ cho xem' } };
      expect(await talk(page, said)).toBeUndefined();
      await expect(page.getByText('Hai giấy ghi hai tên khác nhau.')).toBeVisible();
      await expect(page.getByRole('button', { name: /Hà Văn Ý/ })).toBeVisible();
      await expect(page.getByText('Bùi Thị Mậu').first()).toBeVisible();
      await expect(page.getByRole('button', { name: /Bùi Thị Mậu/ })).toBeHidden();
      await page.locator('footer button[type=submit]').click();
      await answer(page, 'signs with a finger');
      await page.getByRole('button', { name: 'Hoàn tất' }).click();
      await expect(page.getByText('ĐÃ LÀM PHẦN BỔ SUNG')).toBeVisible();
      await expect(page.getByText(submission.provisionalReference).first()).toBeVisible();
      await goHome(page);
      await expect(page.getByText('1 hồ sơ cần bổ sung')).toBeHidden();
    });

    await test.step('in reach again it is sent, and the office sees what is another now', async () => {
      link.decide(() => 'passes');
      await sendNow(page);
      await expect(page.getByText(NOTHING_WAITS)).toBeVisible();
      const desk = await tablet.context.newPage();
      await desk.goto(`${url}/office`);
      await ask(desk, '/api/office/sign-in', { login: 'admin', password: PASSWORD });
      const { supplement, supplements } = await detail(desk, address);
      expect(supplement).toBe('sent');
      expect(supplements.map(({ arrived }) => arrived?.changes)).toEqual([
        [
          { id: 'father.name', before: 'Hà Văn Y', after: 'Hà Văn Ý', asked: true },
          {
            id: 'document.marriage',
            before: { attachments: [], paper: 'at-home' },
            after: expect.objectContaining({ paper: 'shown' }),
            asked: true,
          },
        ],
      ]);
      await desk.close();
      await page.getByRole('link', { name: /Bổ sung hồ sơ/ }).click();
      await expect(page.getByText('Đây là phần bổ sung cho một hồ sơ văn phòng đã có.')).toBeVisible();
    });
  });
});

/** A dossier as the office's page is told of it; with `body`, after an act on it. */
async function detail(page: Page, path: string, body?: object) {
  return DossierDetail.parse(await ask(page, path, body));
}

async function ask(page: Page, path: string, body?: object): Promise<unknown> {
  return await page.evaluate(
    async ([to, sent]) => {
      const init = sent === undefined ? {} : { method: 'POST', body: JSON.stringify(sent) };
      const response = await fetch(to, { ...init, headers: { 'content-type': 'application/json' } });
      return await response.json();
    },
    [path, body] as const,
  );
}
