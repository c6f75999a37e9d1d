import { chmod, mkdir, mkdtemp, readlink, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../../src/server/storage/connection.ts';
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../../src/server/storage/embedded-postgres.ts';
import { majorVersion } from '../../../src/server/storage/migrate.ts';
import { spawnTypescript } from '../../support/server/spawn-typescript.ts';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 've-ban-pg-'));
  await chmod(directory, 0o711);
});
afterEach(() => rm(directory, { recursive: true, force: true }));

async function start(dataDir: string): Promise<EmbeddedPostgres> {
  const started = await startEmbeddedPostgres(dataDir, () => undefined);
  if (started.kind === 'refused') throw new Error(started.advice);
  return started;
}

async function ask<T>(postgres: EmbeddedPostgres, statement: string): Promise<T[]> {
  const { db, close } = openDatabase(postgres.connection, () => undefined);
  const { rows } = await sql.raw<T>(statement).execute(db);
  await close();
  return rows;
}

describe('the embedded PostgreSQL', () => {
  it('starts from nothing, hidden from others, in Vietnamese order, with checksums and fsync', async () => {
    const postgres = await start(join(directory, 'data'));
    const { db, close } = openDatabase(postgres.connection, () => undefined);
    expect(await majorVersion(db)).toBeGreaterThanOrEqual(15);
    await close();
    expect(
      await ask(postgres, "select x from unnest(array['đ', 'e', 'd', 'ă', 'a', 'b']) x order by x"),
    ).toEqual(['a', 'ă', 'b', 'd', 'đ', 'e'].map((x) => ({ x })));
    expect(await ask(postgres, 'show listen_addresses')).toEqual([{ listen_addresses: '' }]);
    expect(await ask(postgres, 'show data_checksums')).toEqual([{ data_checksums: 'on' }]);
    expect(await ask(postgres, 'show fsync')).toEqual([{ fsync: 'on' }]);
    expect((await stat(join(directory, 'data/postgres'))).mode & 0o777).toBe(0o700);
    await postgres.stop();
  });

  it('keeps what was written over a restart, and over a stale pid file with somebody else’s number', async () => {
    const data = join(directory, 'data');
    const first = await start(data);
    await ask(first, 'create table kept as select 7 as n');
    await first.stop();
    // After a power cut the old number may long belong to another process, here to this one.
    await writeFile(join(data, 'postgres/postmaster.pid'), `${process.pid}\n${data}/postgres\n1\n5432\n`);
    const second = await start(data);
    expect(await ask(second, 'select n from kept')).toEqual([{ n: 7 }]);
    await second.stop();
  });

  it('starts again after kill -9 of the Node that left its postmaster running', async () => {
    const data = join(directory, 'data');
    const keeper = await spawnTypescript('tests/support/server/postgres-keeper.ts', [data]);
    expect(keeper.firstLine).toBe('started');
    keeper.process.kill('SIGKILL');
    await keeper.ended;
    const postgres = await start(data);
    expect(await ask(postgres, 'select 1 as n')).toEqual([{ n: 1 }]);
    await postgres.stop();
  });

  it('is not taken away from another server that runs on the same folder', async () => {
    const data = join(directory, 'data');
    const postgres = await start(data);
    const second = await startEmbeddedPostgres(data, () => undefined);
    expect(second).toMatchObject({ kind: 'refused', variable: 'DATA_DIR' });
    expect(await ask(postgres, 'select 1 as n')).toEqual([{ n: 1 }]);
    await postgres.stop();
  });

  it('lives below a path that is too long for a socket', async () => {
    const data = join(directory, 'x'.repeat(60), 'y'.repeat(60));
    await mkdir(data, { recursive: true });
    const postgres = await start(data);
    expect(await ask(postgres, 'select 1 as n')).toEqual([{ n: 1 }]);
    await postgres.stop();
  });

  describe.skipIf(process.getuid?.() !== 0)('for root, below a folder that is closed to others', () => {
    const startIn = async (data: string, systemFolder: string) => {
      const started = await startEmbeddedPostgres(data, () => undefined, systemFolder);
      if (started.kind === 'refused') throw new Error(started.advice);
      return started;
    };
    const closedFolder = async (name: string) => {
      const closed = join(directory, name);
      await mkdir(closed, { mode: 0o700 });
      return closed;
    };

    it('stands in the system folder, is found by its link, and follows DATA_DIR when that moves', async () => {
      const data = join(await closedFolder('closed'), 'data');
      const system = join(directory, 'system');
      const first = await startIn(data, system);
      expect(first.elsewhere).toMatch(new RegExp(`^${system}/.*closed-data-[^/]{6}/postgres$`));
      expect(await readlink(join(data, 'postgres'))).toBe(first.elsewhere);
      expect((await stat(first.elsewhere ?? '')).mode & 0o777).toBe(0o700);
      expect((await stat(data)).mode & 0o777).toBe(0o700);
      await ask(first, 'create table kept as select 7 as n');
      await first.stop();
      const moved = join(await closedFolder('moved'), 'data');
      await rename(data, moved);
      const second = await startIn(moved, system);
      expect(second.elsewhere).toBe(first.elsewhere);
      expect(await ask(second, 'select n from kept')).toEqual([{ n: 7 }]);
      await second.stop();
    });

    it('never begins an empty database in place of one that is missing, nor meets that of a deleted folder', async () => {
      const data = join(await closedFolder('closed'), 'data');
      const system = join(directory, 'system');
      const first = await startIn(data, system);
      await first.stop();
      await rename(first.elsewhere ?? '', join(directory, 'away'));
      expect(await startEmbeddedPostgres(data, () => undefined, system)).toMatchObject({
        kind: 'refused',
        variable: 'DATA_DIR',
        advice: expect.stringContaining(first.elsewhere ?? '?'),
      });
      await rm(data, { recursive: true });
      const second = await startIn(data, system);
      expect(second.elsewhere).not.toBe(first.elsewhere);
      await second.stop();
    });

    it('says what to do when the system folder is closed too', async () => {
      const closed = await closedFolder('closed');
      expect(
        await startEmbeddedPostgres(join(closed, 'data'), () => undefined, join(closed, 'system')),
      ).toMatchObject({ kind: 'refused', variable: 'DATA_DIR' });
    });

    it('does not touch a database that it can no longer reach', async () => {
      const data = join(directory, 'data');
      await (await start(data)).stop();
      const moved = join(await closedFolder('closed'), 'data');
      await rename(data, moved);
      expect(await startEmbeddedPostgres(moved, () => undefined, join(directory, 'system'))).toMatchObject({
        kind: 'refused',
        variable: 'DATA_DIR',
      });
      expect((await stat(join(moved, 'postgres'))).isDirectory()).toBe(true);
    });
  });
});
