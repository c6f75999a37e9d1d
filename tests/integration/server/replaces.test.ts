import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HeadlessTablet } from '../../../src/server/demo/tablet.ts';
import { findDossier } from '../../../src/server/storage/dossier-queries.ts';
import { verifyAuditChain } from '../../../src/server/storage/journal.ts';
import { buildTestApp, type TestApp } from '../../support/server/test-app.ts';
import { enrolledTablet, finishedAccount, finishedBirth } from '../../support/tablet/enrolled-tablet.ts';

/* Of a refused submission and the one that mends it exactly one becomes a dossier, whichever comes first. */

let server: TestApp;
let tablet: HeadlessTablet;

beforeAll(async () => {
  server = await buildTestApp();
  tablet = await enrolledTablet(server);
});
afterAll(() => server.close());

/** A case twice: as it was, and mended under a new id. */
async function caseTwice(more: readonly string[] = []) {
  const first = await finishedBirth(tablet);
  const again = await finishedBirth(tablet);
  const submission = { ...again.submission, replaces: [first.submission.id, ...more] };
  return { first, mended: { submission, sealed: await tablet.seal(submission) } };
}

async function dossiersOf(...ids: readonly string[]): Promise<string[]> {
  const rows = await server.deps.db.selectFrom('dossiers').select('id').where('id', 'in', ids).execute();
  return rows.map(({ id }) => id);
}

describe('a submission that replaces another', () => {
  it('is taken in, names it on record, and the first is refused when it comes after all', async () => {
    const { first, mended } = await caseTwice();
    const { receipts } = await tablet.sync([mended.sealed]);
    expect(receipts).toMatchObject([{ id: mended.submission.id }]);
    const late = await tablet.sync([first.sealed]);
    expect(late.refusals).toMatchObject([{ id: first.submission.id, reason: 'replaced' }]);
    expect(await dossiersOf(first.submission.id, mended.submission.id)).toEqual([mended.submission.id]);

    const entries = await server.deps.db
      .selectFrom('audit')
      .select('detail')
      .where('action', '=', 'envelope-received')
      .where('subject', '=', mended.submission.id)
      .execute();
    expect(entries.map(({ detail }) => detail.replaces)).toEqual([[first.submission.id]]);
    expect(await verifyAuditChain(server.deps.db)).toMatchObject({ kind: 'intact' });
  });

  it('is refused where the office holds the first, which stays', async () => {
    const { first, mended } = await caseTwice();
    await tablet.sync([first.sealed]);
    const { refusals } = await tablet.sync([mended.sealed]);
    expect(refusals).toMatchObject([{ id: mended.submission.id, reason: 'already-received' }]);
    expect(await dossiersOf(first.submission.id, mended.submission.id)).toEqual([first.submission.id]);
  });

  it('of an account: the dossiers that name the first are those of the mended one, whichever comes first', async () => {
    const refused = (await finishedAccount(tablet)).submission.id;
    const early = await finishedBirth(tablet, { accountId: refused });
    await tablet.sync([early.sealed]);
    const mended = { ...(await finishedAccount(tablet)).submission, replaces: [refused] };
    expect((await tablet.sync([await tablet.seal(mended)])).receipts).toHaveLength(1);
    const late = await finishedBirth(tablet, { accountId: refused });
    await tablet.sync([late.sealed]);
    for (const { submission } of [early, late])
      expect(await findDossier(server.deps.db, submission.id)).toMatchObject({
        accountId: mended.id,
        accountState: 'pending',
      });
  });

  it('sent again gets the same receipt again', async () => {
    const { mended } = await caseTwice();
    const [once, twice] = [await tablet.sync([mended.sealed]), await tablet.sync([mended.sealed])];
    expect(twice.receipts).toEqual(once.receipts);
    expect(once.receipts).toHaveLength(1);
  });

  it('mended twice: neither the first nor the second comes in behind the third', async () => {
    const { first, mended: second } = await caseTwice();
    const again = await finishedBirth(tablet);
    const third = { ...again.submission, replaces: [second.submission.id, first.submission.id] };
    expect((await tablet.sync([await tablet.seal(third)])).receipts).toHaveLength(1);
    const late = await tablet.sync([first.sealed, second.sealed]);
    expect(late.refusals.map(({ reason }) => reason)).toEqual(['replaced', 'replaced']);
    expect(await dossiersOf(first.submission.id, second.submission.id, third.id)).toEqual([third.id]);
  });

  it('a second correction of the same one is not a second dossier', async () => {
    const { first, mended } = await caseTwice();
    const other = { ...(await finishedBirth(tablet)).submission, replaces: [first.submission.id] };
    await tablet.sync([mended.sealed]);
    const { refusals } = await tablet.sync([await tablet.seal(other)]);
    expect(refusals).toMatchObject([{ id: other.id, reason: 'already-received' }]);
  });

  it('arriving at the same moment as the first, by several roads: one dossier each time', async () => {
    for (let round = 0; round < 8; round++) {
      const { first, mended } = await caseTwice();
      const roads = [first.sealed, mended.sealed, first.sealed, mended.sealed];
      const answers = await Promise.all(roads.map((sealed) => tablet.sync([sealed])));
      expect(await dossiersOf(first.submission.id, mended.submission.id)).toHaveLength(1);
      // Each road was answered for good: with a receipt, or with the reason why not.
      expect(answers.map(({ receipts, refusals }) => receipts.length + refusals.length)).toEqual([
        1, 1, 1, 1,
      ]);
    }
  });
});
