import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { encode } from 'uqr';
import {
  begin,
  type Conversation,
  enrol,
  registration,
  saved,
  talk,
  talkByStep,
  unlock,
} from './support/at-the-table.ts';
import { filmCodes } from './support/film.ts';
import { look } from './support/look.ts';
import { PIN } from './support/road.ts';
import { Server } from './support/server.ts';
import { Tablet } from './support/tablet.ts';

/** Made up, and the number in the range of test vectors. The commune is no more: it went into Pù Luông. */
const CARD = '038199000001||Lò Thị Mẩy Ưởng|09031999|Nữ|Bản Đôn, Thành Sơn, Bá Thước, Thanh Hóa|15042021';

const told: Conversation = {
  ...registration,
  'person.name': 'nothing, go on',
  'person.sex': 'nothing, go on',
  'person.birthDate': 'nothing, go on',
  'person.residence': 'nothing, go on',
  'card.has': 'nothing, go on',
  'card.kind': 'nothing, go on',
  'card.number': 'nothing, go on',
  'card.issuedOn': 'nothing, go on',
};

test('a card is read by the camera with no server there, confirmed, and every accent is kept', async () => {
  const server = await Server.prepare();
  const folder = mkdtempSync(join(tmpdir(), 've-ban-film-'));
  const film = join(folder, 'card.y4m');
  filmCodes(film, [encode(CARD, { ecc: 'M' }).data]);
  const tablet = new Tablet(server.url, undefined, film);
  try {
    await server.start();
    const page = await tablet.switchOn();
    await page.goto(`${server.url}/`);
    await enrol(page, { code: server.enrolmentCode, device: 'Máy 03', pin: PIN });
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await server.stop();

    await begin(page, 'Mở tài khoản dịch vụ công');
    const { 'person.name': _name, ...consents } = registration;
    expect(await talk(page, consents)).toBe('person.name');
    await page.getByRole('button', { name: 'Quét thẻ căn cước' }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('heading', { name: 'Những điều trên thẻ có đúng không?' })).toBeVisible();
    await expect(dialog).toContainText('Bản Đôn, Xã Pù Luông, Tỉnh Thanh Hóa');
    await expect(page.locator('main [data-question] input')).toHaveValue('');
    await look(page, 'a card, to be confirmed');
    await dialog.getByRole('radio', { name: /^Cục Cảnh sát/ }).check();
    await dialog.getByRole('button', { name: 'Đúng, ghi vào hồ sơ' }).click();
    await expect(page.locator('main [data-question] input')).toHaveValue('Lò Thị Mẩy Ưởng');
    await saved(page);

    // From the disk again, and to the end without another word about the card.
    await page.reload();
    await unlock(page, PIN);
    await page.getByRole('link', { name: /Lò Thị Mẩy Ưởng/ }).click();
    await page.getByRole('button', { name: 'Cả phần' }).click();
    expect(await talkByStep(page, told)).toBeUndefined();
    for (const said of [
      'Lò Thị Mẩy Ưởng',
      'Nữ',
      '09/03/1999',
      '038 199 000001',
      'Thẻ căn cước công dân',
      '15/04/2021',
      'Bản Đôn, Xã Pù Luông, Tỉnh Thanh Hóa',
    ]) {
      await expect(page.locator('main')).toContainText(said);
    }
  } finally {
    await tablet.throwAway();
    await server.throwAway();
    rmSync(folder, { recursive: true, force: true });
  }
});
