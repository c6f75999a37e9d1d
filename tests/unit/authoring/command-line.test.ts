import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { makeForm } from '../../support/authoring/make-form.ts';

const folder = mkdtempSync(join(tmpdir(), 've-ban-authoring-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** As `npm run procedure:<command> -- …` does it, in the language given. */
function run(command: 'import' | 'export' | 'lint', ...given: readonly string[]) {
  const args = ['--import', 'tsx', `src/authoring/cli/${command}.ts`, ...given];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  return { status, lines: `${stdout}${stderr}`.trim().split('\n') };
}

describe('the command line of authors', () => {
  it('writes a declaration and its texts, and the linter takes both', async () => {
    const file = join(folder, 'form.xlsx');
    writeFileSync(file, await makeForm({ survey: '| type | name | label\n| text | ho_ten | Họ tên?' }));
    const declared = join(folder, 'out', 'well-asked', 'procedure.json');
    expect(run('import', file, '--id', 'well-asked', '--out', join(folder, 'out'))).toEqual({
      status: 0,
      lines: [declared, join(folder, 'out', 'locales', 'vi', 'procedures', 'well-asked.json')],
    });
    expect(run('lint', declared, '--lang', 'en')).toEqual({
      status: 0,
      lines: ['1 declarations, 0 errors, 0 warnings'],
    });
    const broken = readFileSync(declared, 'utf8').replace('"required"', '"requird"');
    writeFileSync(declared, broken);
    expect(run('lint', declared, '--lang', 'en')).toEqual({
      status: 1,
      lines: [
        `error ${declared}: step main, question hoTen: The key “requird” is not known. Is it “required”?`,
        '1 declarations, 1 errors, 0 warnings',
      ],
    });
  });

  it('says row by row what it could not carry over, in the language asked for, and ends with an error', async () => {
    const file = join(folder, 'rank.xlsx');
    writeFileSync(
      file,
      await makeForm({ survey: '| type | name | label\n| text | a | A?\n| rank l | b | B?' }),
    );
    const { status, lines } = run('import', file, '--out', join(folder, 'out'), '--lang', 'vi');
    expect(status).toBe(1);
    expect(lines[0]).toBe('error survey 3 type: Chưa dùng được loại “rank l”. Câu b bị bỏ.');
    writeFileSync(file, 'no spreadsheet');
    expect(run('import', file, '--lang', 'en')).toEqual({
      status: 1,
      lines: [`${file}: This file is no .xlsx spreadsheet.`],
    });
  });

  it('writes one of our procedures as a spreadsheet that can be read back', () => {
    const file = join(folder, 'certified-copy.xlsx');
    expect(run('export', 'certified-copy', file).lines.at(-1)).toBe(file);
    expect(run('import', file, '--out', join(folder, 'out')).status).toBe(0);
    expect(run('export', 'nothing-of-ours').status).toBe(2);
  });
});
