import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inTransaction } from '../../../src/server/storage/connection.ts';
import { appendAudit, appendChange, verifyAuditChain } from '../../../src/server/storage/journal.ts';
import { startTestDatabase, type TestDatabase } from '../../support/server/test-database.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await startTestDatabase();
});
afterEach(() => database.close());

const STAFF = '01934c5e-0000-7000-8000-000000000001';

const entry = (n: number) => ({
  at: new Date(1_700_000_000_000 + n),
  staffId: null,
  deviceId: null,
  action: 'tested',
  subject: `s${n}`,
  detail: { n, text: 'Bản Đôn', nested: { b: [1, 2.5, null], a: true } },
});

async function write(entries: number): Promise<void> {
  for (let n = 1; n <= entries; n += 1) await inTransaction(database.db, (trx) => appendAudit(trx, entry(n)));
}

describe('the audit chain', () => {
  it('is intact as written', async () => {
    await write(5);
    expect(await verifyAuditChain(database.db)).toMatchObject({ kind: 'intact', links: 5 });
  });

  it.each([
    ['a changed detail', sql`update audit set detail = '{"n": 9}' where seq = 3`, 3, 'altered'],
    ['a changed time', sql`update audit set at = at + interval '1 second' where seq = 2`, 2, 'altered'],
    ['a missing row', sql`delete from audit where seq = 3`, 3, 'gap'],
    ['a missing end', sql`delete from audit where seq = 5`, 5, 'cut-off'],
    [
      'an end cut off together with the counter',
      sql`with gone as (delete from audit where seq = 5) update journal set last_audit = 4`,
      4,
      'cut-off',
    ],
  ])('shows %s', async (_what, tamper, seq, reason) => {
    await write(5);
    await tamper.execute(database.db);
    expect(await verifyAuditChain(database.db)).toEqual({ kind: 'broken', seq, reason });
  });

  it('has no gap and no fork under twenty writers, some of which roll back', async () => {
    const writers = Array.from({ length: 20 }, (_, n) =>
      inTransaction(database.db, async (trx) => {
        await appendAudit(trx, entry(n));
        if (n % 4 === 0) throw new Error('undone');
      }).catch(() => undefined),
    );
    await Promise.all(writers);
    expect(await verifyAuditChain(database.db)).toMatchObject({ kind: 'intact', links: 15 });
  });
});

describe('the change feed', () => {
  it('counts without a gap, in the order of commits', async () => {
    await sql`insert into staff values (${STAFF}, 'x', 'X', '{field}', '14956', null, false, now())`.execute(
      database.db,
    );
    const submissionId = '01934c5e-0000-7000-8000-000000000002';
    await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        inTransaction(database.db, async (trx) => {
          const receivedAt = '2026-11-23T02:00:00Z';
          await appendChange(trx, STAFF, { kind: 'account', submissionId, state: 'pending', receivedAt });
          if (n % 5 === 0) throw new Error('undone');
        }).catch(() => undefined),
      ),
    );
    const rows = await database.db.selectFrom('changes').select('cursor').orderBy('cursor').execute();
    expect(rows.map((row) => Number(row.cursor))).toEqual(Array.from({ length: 16 }, (_, n) => n + 1));
  });
});
