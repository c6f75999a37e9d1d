import { expect, type Page, test } from '@playwright/test';
import { signInFirstTime } from './support/at-the-office.ts';
import { expectNumbers, goHome, readQueue, sendNow } from './support/at-the-sender.ts';
import {
  begin,
  type Conversation,
  daysAgo,
  lock,
  registration,
  signAndFinish,
  talk,
  unlock,
} from './support/at-the-table.ts';
import { look } from './support/look.ts';
import { onRoad, PIN } from './support/road.ts';

/*
 * A real refusal by the real server: the tablet's clock runs two days ahead, so it takes a date that has not come
 * yet; the office judges by its own day, also where midnight passes on the way. One person is affected, the other is not.
 */

const TWO_DAYS = 2 * 86_400_000;
const TROUBLED = 'Lò Thị Mẩy';
const OTHER = 'Vi Văn Páo';

const short: Conversation = {
  ...registration,
  'trusted.wanted': 'Không',
  'consent.contact': 'Không đồng ý',
};

async function register(page: Page, said: Conversation): Promise<void> {
  await begin(page, 'Mở tài khoản dịch vụ công');
  expect(await talk(page, said)).toBeUndefined();
  await signAndFinish(page, 'signature.person');
  await goHome(page);
}

test('a refused record is handed to the supervisor, mended and taken in once, and is never in the way of others', async () => {
  await onRoad(async ({ server, link, tablet, page, url }) => {
    link.decide(({ path }) => (path.startsWith('/api/') ? 'no network' : 'passes'));
    await test.step('two people are registered; for one the clock of the tablet is two days ahead', async () => {
      await register(page, { ...short, 'person.name': OTHER });
      await lock(page);
      await page.clock.setSystemTime(Date.now() + TWO_DAYS);
      await unlock(page, PIN);
      await register(page, { ...short, 'person.name': TROUBLED, 'card.issuedOn': daysAgo(-2) });
      await page.clock.setSystemTime(Date.now());
    });
    const [, refused] = (await readQueue(page)).filter((row) => row.of === 'envelope').map(({ id }) => id);
    if (refused === undefined) throw new Error('two people wait');

    await test.step('the office takes one and refuses the other, which waits with a reason', async () => {
      link.decide(() => 'passes');
      await sendNow(page);
      await expect(page.getByRole('heading', { name: 'Cần xem lại' })).toBeVisible({ timeout: 30_000 });
      await expectNumbers(page, { waiting: 1, received: 1 });
      expect(await namesKept()).toEqual([OTHER]);
      await page.getByRole('link', { name: 'Xem và xử lý' }).click();
      await expect(page.getByRole('heading', { name: TROUBLED })).toBeVisible();
      await expect(page.getByText('Văn phòng thấy hồ sơ thiếu hoặc sai một câu trả lời')).toBeVisible();
      await look(page, 'what the office refused');
    });

    await test.step('the supervisor is shown it, and asks the field to correct it', async () => {
      await page.getByRole('button', { name: 'Chuyển người phụ trách' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Lời nhắn').fill('Gia đình hẹn thứ Sáu');
      await dialog.getByRole('button', { name: 'Chuyển', exact: true }).click();
      await expect(page.getByText(/^Đã chuyển cho người phụ trách lúc/)).toBeVisible({ timeout: 30_000 });

      const office = await tablet.context.newPage();
      await signInFirstTime(office, url, {
        login: 'admin',
        password: server.oneTimePassword,
        next: 'Bản làng sông núi 26',
      });
      await office.getByRole('link', { name: 'Cần người xem' }).click();
      await office.getByRole('link', { name: /Câu trả lời thiếu hoặc sai/ }).click();
      await expect(office.getByText('Gia đình hẹn thứ Sáu')).toBeVisible();
      await expect(office.getByText(TROUBLED).first()).toBeVisible();
      await office.getByLabel('Ghi chú').fill('Xem lại ngày cấp thẻ');
      await office.getByRole('button', { name: 'Nhờ ngoài bản sửa' }).click();
      await expect(office.getByText('Ngoài bản sửa lại').first()).toBeVisible();
      await office.close();
      expect(await namesKept()).toEqual([OTHER]);

      await goHome(page);
      await sendNow(page);
      await page.getByRole('link', { name: 'Xem và xử lý' }).click();
      await expect(page.getByText(/^Văn phòng nhờ sửa lại lúc/)).toBeVisible({ timeout: 30_000 });
    });

    await test.step('it is mended from what was said before, signed anew, and takes the place of the first', async () => {
      await page.getByRole('button', { name: 'Sửa rồi gửi bản mới' }).click();
      // It begins where the trouble is; everything else is as it was said.
      const asSaid = Object.fromEntries(Object.keys(short).map((question) => [question, 'nothing, go on']));
      await expect(page.locator('main [data-question="card.issuedOn"]')).toBeVisible();
      expect(await talk(page, { ...asSaid, 'card.issuedOn': '15/04/2021' })).toBeUndefined();
      await signAndFinish(page, 'signature.person');
      await goHome(page);
      await expectNumbers(page, { waiting: 0, received: 2 });
      await expect(page.getByRole('heading', { name: 'Cần xem lại' })).toBeHidden();
    });

    expect(await namesKept()).toEqual([TROUBLED, OTHER]);
    const replaced = await server.query<{ id: string; replaced_by: string }>(
      'select id, replaced_by from replaced_submissions',
    );
    expect(replaced.map(({ id }) => id)).toEqual([refused]);
    const [entry] = await server.query<{ detail: { replaces: string[] } }>(
      `select detail from audit where action = 'envelope-received' and subject = $1`,
      [replaced[0]?.replaced_by],
    );
    expect(entry?.detail.replaces).toEqual([refused]);
    // The first is still on the tablet's record; its bytes went when the office had the other.
    expect((await readQueue(page)).find(({ id }) => id === refused)).toMatchObject({
      state: 'attention',
      hasBytes: false,
    });
    const attention = async () =>
      (await server.query<{ health: { attention: number } }>('select health from device_health'))[0]?.health
        .attention;
    await expect.poll(attention).toBe(0);

    async function namesKept(): Promise<string[]> {
      const rows = await server.query<{ name: string }>('select name from accounts order by name');
      return rows.map(({ name }) => name);
    }
  });
});
