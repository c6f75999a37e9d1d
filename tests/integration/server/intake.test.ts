import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Submission } from '../../../src/contract/up/submission.ts';
import type { HeadlessTablet } from '../../../src/server/demo/tablet.ts';
import { verifyAuditChain } from '../../../src/server/storage/journal.ts';
import { buildTestApp, type TestApp } from '../../support/server/test-app.ts';
import { enrolledTablet, finishedAccount, finishedBirth } from '../../support/tablet/enrolled-tablet.ts';

let server: TestApp;
let tablet: HeadlessTablet;

beforeAll(async () => {
  server = await buildTestApp();
  tablet = await enrolledTablet(server);
});
afterAll(() => server.close());

const count = async (table: 'accounts' | 'dossiers' | 'envelopes' | 'dossier_actions', id: string) => {
  const column = table === 'dossier_actions' ? 'dossier_id' : 'id';
  const rows = await server.deps.db.selectFrom(table).selectAll().where(column, '=', id).execute();
  return rows.length;
};

describe('an envelope', () => {
  it('becomes an account, with a receipt over its digest', async () => {
    const { submission, sealed } = await finishedAccount(tablet);
    const { receipts, refusals } = await tablet.sync([sealed]);
    expect(refusals).toEqual([]);
    expect(receipts).toHaveLength(1);
    const account = await server.deps.db
      .selectFrom('accounts')
      .selectAll()
      .where('id', '=', submission.id)
      .executeTakeFirstOrThrow();
    expect(account).toMatchObject({
      name: 'Vi Thị Mẫu',
      name_folded: 'vi thi mau',
      birth_date: '1948',
      village: 'bản Đôn',
      commune: '14956',
      state: 'pending',
    });
    expect(account.submission).toEqual(submission);
  });

  it('sent twenty times at once is kept once, and each time answered with the same receipt', async () => {
    const { submission, sealed } = await finishedBirth(tablet);
    const answers = await Promise.all(Array.from({ length: 20 }, () => tablet.sync([sealed])));
    const receipts = new Set(
      answers.flatMap((answer) => answer.receipts.map((receipt) => JSON.stringify(receipt))),
    );
    expect(receipts.size).toBe(1);
    expect(await count('envelopes', submission.id)).toBe(1);
    expect(await count('dossiers', submission.id)).toBe(1);
    expect(await count('dossier_actions', submission.id)).toBe(1);
  });

  it('under the same id with other content is a conflict, and the first stays', async () => {
    const { submission, sealed } = await finishedAccount(tablet, 'Lò Văn Một');
    await tablet.sync([sealed]);
    const other = await tablet.seal({
      ...submission,
      answers: { ...submission.answers, 'person.name': 'Lò Văn Hai' },
    });
    const answer = await tablet.sync([other]);
    expect(answer.receipts).toEqual([]);
    expect(answer.refusals).toMatchObject([{ id: submission.id, reason: 'id-conflict' }]);
    const { name } = await server.deps.db
      .selectFrom('accounts')
      .select('name')
      .where('id', '=', submission.id)
      .executeTakeFirstOrThrow();
    expect(name).toBe('Lò Văn Một');
  });

  it('that is bad does not keep its neighbours back', async () => {
    const good = await finishedAccount(tablet);
    const bad = await finishedAccount(tablet);
    const broken = new Uint8Array(bad.sealed.bytes);
    broken[broken.length - 1] = (broken.at(-1) ?? 0) ^ 1;
    const answer = await tablet.sync([{ id: bad.submission.id, bytes: broken }, good.sealed]);
    expect(answer.receipts).toHaveLength(1);
    expect(answer.refusals).toMatchObject([{ id: bad.submission.id, of: 'envelope', reason: 'unreadable' }]);
    expect(await count('envelopes', bad.submission.id)).toBe(0);
    expect(await count('accounts', good.submission.id)).toBe(1);
  });

  it.each([
    ['answers-invalid', (answers: object) => ({ ...answers, 'person.name': '' })],
    [
      'answers-invalid',
      (answers: object) => Object.fromEntries(Object.entries(answers).filter(([id]) => id !== 'card.has')),
    ],
  ])('with a hole in its answers is refused (%s), whatever the tablet thought', async (reason, spoil) => {
    const { submission } = await finishedAccount(tablet);
    const sealed = await tablet.seal({ ...submission, answers: spoil(submission.answers) });
    const answer = await tablet.sync([sealed]);
    expect(answer.refusals).toMatchObject([{ id: submission.id, reason }]);
    expect(JSON.stringify(answer.refusals)).not.toContain('Vi Thị Mẫu');
    expect(await count('envelopes', submission.id)).toBe(0);
  });

  it.each([
    ['none at all', () => []],
    ['the opposite for one purpose', (consents: Submission['consents']) => flipFirst(consents)],
  ])('whose consent records say %s is refused: the answer alone proves nothing', async (_what, spoil) => {
    const { submission } = await finishedAccount(tablet);
    const sealed = await tablet.seal({ ...submission, consents: spoil(submission.consents) });
    expect((await tablet.sync([sealed])).refusals).toMatchObject([{ reason: 'answers-invalid' }]);
    expect(await count('envelopes', submission.id)).toBe(0);
  });

  it('for a procedure nobody knows is refused by that name', async () => {
    const { submission } = await finishedAccount(tablet);
    const sealed = await tablet.seal({
      ...submission,
      procedure: { id: 'account-registration', version: 99 },
    });
    expect((await tablet.sync([sealed])).refusals).toMatchObject([{ reason: 'procedure-unknown' }]);
  });

  it('that names somebody else as assistant than its signer is refused', async () => {
    const { submission } = await finishedAccount(tablet);
    const other = await enrolledTablet(server);
    const sealed = await other.seal(submission);
    expect((await tablet.sync([sealed])).refusals).toMatchObject([{ reason: 'signature-invalid' }]);
  });

  it('is taken in from a courier, for its author', async () => {
    const { submission, sealed } = await finishedAccount(tablet);
    const courier = await enrolledTablet(server);
    expect((await courier.sync([sealed])).receipts).toHaveLength(1);
    const { carried_by } = await server.deps.db
      .selectFrom('envelopes')
      .select('carried_by')
      .where('id', '=', submission.id)
      .executeTakeFirstOrThrow();
    expect(carried_by).toBe(courier.deviceId);
  });

  it('of a dossier may come before the account it is for', async () => {
    const account = await finishedAccount(tablet);
    const birth = await finishedBirth(tablet, { accountId: account.submission.id });
    expect((await tablet.sync([birth.sealed])).receipts).toHaveLength(1);
    expect((await tablet.sync([account.sealed])).receipts).toHaveLength(1);
  });
});

describe('what the office tells', () => {
  it('comes down once, in order, after the cursor', async () => {
    const reader = await enrolledTablet(server);
    const first = await finishedAccount(reader);
    const second = await finishedBirth(reader);
    await reader.sync([first.sealed, second.sealed]);
    reader.cursor = 0;
    const seen: string[] = [];
    let more = true;
    let last = 0;
    while (more) {
      const answer = await reader.sync();
      for (const change of answer.changes) {
        expect(change.cursor).toBeGreaterThan(last);
        last = change.cursor;
        if ('submissionId' in change) seen.push(change.submissionId);
      }
      more = answer.more;
    }
    // Items of one request are taken in side by side: which of the two is first, the office decides.
    for (const { submission } of [first, second])
      expect(seen.filter((id) => id === submission.id)).toHaveLength(1);
    expect((await reader.sync()).changes).toEqual([]);
  });
});

describe('the record', () => {
  it('is an unbroken chain over everything above, refusals included', async () => {
    const verdict = await verifyAuditChain(server.deps.db);
    expect(verdict.kind).toBe('intact');
    const refused = await server.deps.db
      .selectFrom('audit')
      .selectAll()
      .where('action', '=', 'envelope-refused')
      .execute();
    expect(refused.length).toBeGreaterThanOrEqual(5);
  });
});

function flipFirst([first, ...others]: Submission['consents']): Submission['consents'] {
  return first === undefined ? [] : [{ ...first, granted: !first.granted }, ...others];
}
