import { expect, type Page, test } from '@playwright/test';
import { makeForm } from '../support/authoring/make-form.ts';
import { signInFirstTime } from './support/at-the-office.ts';
import { sendNow } from './support/at-the-sender.ts';
import { answer, beginFound, chooseForWhom, goOn, signAndFinish, talk } from './support/at-the-table.ts';
import { makePicture } from './support/picture.ts';
import { onRoad } from './support/road.ts';
import { picturesShown } from './support/tablet.ts';

const NAME = 'Xin khoan giếng';

/** What an author draws: a name, a number, then what a tablet has ears, eyes and a receiver for. */
const well = {
  survey: `
    | type      | name      | label::Tiếng Việt (vi)        | label::English (en)          | relevant      | constraint | constraint_message::Tiếng Việt (vi) | constraint_message::English (en) |
    | text      | full_name | Chủ nhà tên là gì?            | What is the owner's name?    |               |            |                                     |                                  |
    | integer   | depth     | Giếng sâu mấy mét?            | How deep is the well?        |               | . <= 100   | Sâu quá 100 mét thì hỏi tỉnh.       | Ask the province above 100 m.    |
    | image     | yard      | Chụp chỗ sẽ khoan             | A photo of the place         |               |            |                                     |                                  |
    | audio     | voice     | Nói lý do cần khoan giếng     | Say why a well is needed     |               |            |                                     |                                  |
    | geopoint  | spot      | Giếng ở chỗ nào?              | Where is the well?           |               |            |                                     |                                  |
    | barcode   | meter     | Mã trên đồng hồ nước là gì?   | What does the meter's code say? | \${depth} > 50 |            |                                     |                                  |`,
  settings: `
    | form_title      | form_id | version | default_language  |
    | ${NAME} | well    | 1       | Tiếng Việt (vi) |`,
};

const consents = {
  'consent.submit': 'Đồng ý',
  'consent.keepCopy': 'Đồng ý',
  'consent.ethnicity': 'Không đồng ý',
  'consent.thumbprint': 'Không đồng ý',
  'consent.contact': 'Không đồng ý',
};

const block = (page: Page, question: string) => page.locator(`main [data-question="${question}"]`);

test('a spreadsheet becomes a procedure that asks for a photo, a voice, a place and a code, and all of it arrives', async () => {
  await onRoad(async ({ page, server, tablet, url }) => {
    const { context } = tablet;
    await context.grantPermissions(['camera', 'microphone', 'geolocation', 'background-sync'], {
      origin: url,
    });
    await context.setGeolocation({ latitude: 20.42, longitude: 105.17, accuracy: 12 });
    const office = await context.newPage();
    await signInFirstTime(office, url, {
      login: 'admin',
      password: server.oneTimePassword,
      next: 'mua-xuan-ve-ban-2026',
    });

    await test.step('an administrator brings the spreadsheet in, and publishes what it became', async () => {
      await office.goto(`${url}/office/procedures/new`);
      await office.locator('input[data-procedures=file]').setInputFiles({
        name: 'gieng.xlsx',
        mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        buffer: Buffer.from(await makeForm(well)),
      });
      await office.getByRole('button', { name: 'Giữ làm bản nháp' }).click();
      await office.getByRole('button', { name: 'Công bố', exact: true }).click();
      await office.getByRole('dialog').getByRole('button', { name: 'Công bố', exact: true }).click();
      await expect(office.getByText('Đang dùng').first()).toBeVisible();
    });

    await test.step('on the tablet a depth that the sheet forbids is said, and what was typed stays', async () => {
      await page.bringToFront();
      await sendNow(page);
      await beginFound(page, NAME);
      await chooseForWhom(page, 'Chưa có tài khoản');
      expect(await talk(page, { ...consents, fullName: 'Hà Văn Thoán' })).toBe('depth');
      await answer(page, '120');
      await page.locator('footer button[type=submit]').click();
      await expect(page.getByText('Sâu quá 100 mét thì hỏi tỉnh.').first()).toBeVisible();
      await expect(block(page, 'depth').getByRole('textbox')).toHaveValue('120');
      await answer(page, '60');
      await goOn(page, 'depth');
    });

    await test.step('a photo, a voice, a place and a code', async () => {
      const yard = block(page, 'yard');
      await yard
        .locator('input[data-photo=camera]')
        .setInputFiles({ name: 'yard.png', mimeType: 'image/png', buffer: makePicture(7) });
      await yard.getByRole('button', { name: 'Dùng ảnh này' }).click();
      await expect(yard.getByRole('listitem')).toHaveCount(1);
      expect(await picturesShown(page)).toHaveLength(1);
      await goOn(page, 'yard');

      const voice = block(page, 'voice');
      await voice.getByRole('button', { name: 'Bắt đầu ghi âm' }).click();
      await expect(voice.getByText('Đang ghi âm…')).toBeVisible();
      await page.waitForTimeout(1500);
      await voice.getByRole('button', { name: 'Dừng và giữ lại' }).click();
      const heard = voice.locator('audio');
      await expect
        .poll(() => heard.evaluate((element: HTMLAudioElement) => element.readyState))
        .toBeGreaterThan(0);
      await goOn(page, 'voice');

      const spot = block(page, 'spot');
      await spot.getByRole('button', { name: 'Lấy vị trí' }).click();
      await expect(spot.getByText('vĩ độ 20.42000, kinh độ 105.17000 (sai số 12 m)')).toBeVisible();
      await goOn(page, 'spot');

      // The sheet asks for the meter only below fifty metres.
      const meter = block(page, 'meter');
      await meter.getByRole('button', { name: 'Quét mã bằng máy ảnh' }).click();
      await expect(meter.locator('video')).toBeVisible();
      await meter.getByRole('button', { name: 'Thôi quét' }).click();
      await answer(page, 'VN-0042');
      await goOn(page, 'meter');
      await signAndFinish(page, 'signature.requester');
    });

    await test.step('the office has the answers, the photo and the voice', async () => {
      const stored = () =>
        server.query<{ media_type: string }>(
          `select media_type from attachments where state = 'stored' order by media_type`,
        );
      await expect
        .poll(async () => (await stored()).map((row) => row.media_type))
        .toEqual(['audio/webm', 'image/jpeg', 'image/png']);
      const [dossier] = await server.query<{ answers: Record<string, unknown> }>(
        `select submission->'answers' as answers from dossiers`,
      );
      expect(dossier?.answers).toMatchObject({
        depth: 60,
        spot: { latitude: 20.42, longitude: 105.17, accuracy: 12 },
        meter: 'VN-0042',
      });
    });
  });
});
