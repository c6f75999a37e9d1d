import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';

it('npm run audit:verify finds nothing intact where there is no database, and makes none', () => {
  const folder = join(tmpdir(), `ve-ban-nowhere-${process.pid}`);
  const env = { ...process.env, DATA_DIR: folder, DATABASE_URL: '' };
  const asked = ['--import', 'tsx', 'src/server/audit-verify.ts'];
  const { status, stdout, stderr } = spawnSync(process.execPath, asked, { env, encoding: 'utf8' });
  expect(stderr).toBe('DATA_DIR: holds no database to verify\n');
  expect([status, stdout]).toEqual([1, '']);
  expect(existsSync(folder)).toBe(false);
});
