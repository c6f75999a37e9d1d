import { expect, test } from '@playwright/test';
import { HeadlessTablet } from '../../../src/server/demo/tablet.ts';
import { finishedAccount } from '../../support/tablet/enrolled-tablet.ts';
import { keptByServer, readQueue, registerPeople, sendNow } from '../support/at-the-sender.ts';
import { onRoad } from '../support/road.ts';

const REASON = 'Văn phòng đã giữ một hồ sơ khác cùng số. Hãy báo người quản trị, không làm lại.';

test('the office holds something else under the same id: shown, never overwritten, never deleted, and others pass', async () => {
  await onRoad(async ({ server, link, page }) => {
    link.decide(({ path }) => (path.startsWith('/api/') ? 'no network' : 'passes'));
    await registerPeople(page, ['Lò Thị Mẩy', 'Vi Văn Páo']);
    const [troubled, other] = (await readQueue(page))
      .filter((row) => row.of === 'envelope')
      .map(({ id }) => id);
    if (troubled === undefined || other === undefined) throw new Error('two people wait');

    await test.step('another tablet was faster with the same id', async () => {
      const tablet = new HeadlessTablet(server.url);
      expect((await tablet.enrol(await server.makeEnrolmentCode(), 'Máy 04')).ok).toBe(true);
      const { submission } = await finishedAccount(tablet, 'Người khác');
      const { receipts } = await tablet.sync([await tablet.seal({ ...submission, id: troubled })]);
      expect(receipts).toHaveLength(1);
    });
    const kept = await digests();

    link.decide(() => 'passes');
    await sendNow(page);
    await expectConflictShown();

    await test.step('a person tries again: the same answer, and still nothing is lost', async () => {
      const before = link.passages.length;
      await page.getByRole('button', { name: 'Gửi lại' }).click();
      await expect
        .poll(() => link.passages.slice(before).some(({ path }) => path === '/api/sync'))
        .toBe(true);
      await expectConflictShown();
    });
    expect((await digests()).find(({ id }) => id === troubled)).toEqual(kept[0]);
    expect((await keptByServer(server)).names).toEqual(['Người khác', 'Vi Văn Páo']);

    async function expectConflictShown(): Promise<void> {
      await expect
        .poll(async () =>
          (await readQueue(page))
            .filter((row) => row.of === 'envelope')
            .map((row) => [row.id, row.state, row.hasBytes]),
        )
        .toEqual([
          [troubled, 'attention', true],
          [other, 'received', false],
        ]);
      await expect(page.getByRole('heading', { name: 'Cần xem lại' })).toBeVisible();
      await expect(page.getByText(REASON)).toBeVisible();
    }

    function digests() {
      return server.query<{ id: string; digest: string }>(`select id, digest from envelopes where id = $1`, [
        troubled,
      ]);
    }
  });
});
