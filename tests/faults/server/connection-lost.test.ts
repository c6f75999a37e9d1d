import { sql } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { inTransaction, openDatabase } from '../../../src/server/storage/connection.ts';
import { startTestDatabase, type TestDatabase } from '../../support/server/test-database.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await startTestDatabase();
});
afterEach(() => database.close());

it('a connection that dies inside a transaction, between two statements, costs that transaction and not the server', async () => {
  const lost: string[] = [];
  const { db, close } = openDatabase(database.connection, (error) => lost.push(error.message));
  const work = inTransaction(db, async (trx) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx);
    await sql`select pg_terminate_backend(${rows[0]?.pid})`.execute(database.db);
    // Nobody asks the connection anything while it dies: its error has no statement to belong to.
    await expect.poll(() => lost).not.toEqual([]);
    await sql`select 1`.execute(trx);
  });
  await expect(work).rejects.toThrow();
  expect((await sql<{ one: number }>`select 1 as one`.execute(db)).rows).toEqual([{ one: 1 }]);
  await close();
});
