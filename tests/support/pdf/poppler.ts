import { execFileSync, spawnSync } from 'node:child_process';
import { accessSync, constants, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/*
 * Poppler's tools: what a PDF says, and whether its signature holds, in the eyes of a program that is not ours. Debian's package
 * is installed where we are root there and it is missing; elsewhere whatever the machine has is used.
 */

function has(tool: string): boolean {
  return spawnSync(tool, ['-v']).error === undefined;
}

/** Whether `pdfsig` and `pdftotext` can be called. */
export const hasPoppler = has('pdfsig') && has('pdftotext');

/** Gets them once, before the tests begin, where that is possible; several processes of tests would stand in each other's way. */
export function obtainPoppler(): void {
  if (hasPoppler || process.getuid?.() !== 0 || !isExecutable('/usr/bin/apt-get')) return;
  console.log('No pdfsig found: installing the package "poppler-utils" with apt-get.');
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit' });
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'poppler-utils'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}

/** What `pdfsig` says of the signatures of a PDF. */
export function pdfsig(pdf: Uint8Array): string {
  return inFile(pdf, (path) => {
    // It ends with 1 where a signature does not hold; what it says is judged by the test.
    const { stdout } = spawnSync('pdfsig', [path], {
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C.UTF-8' },
    });
    return stdout;
  });
}

/** The text of a PDF, white space folded to single blanks. */
export function pdfText(pdf: Uint8Array): string {
  return inFile(pdf, (path) =>
    execFileSync('pdftotext', ['-layout', '-enc', 'UTF-8', path, '-'], { encoding: 'utf8' }).replace(
      /\s+/g,
      ' ',
    ),
  );
}

function inFile<T>(bytes: Uint8Array, use: (path: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 've-ban-pdf-'));
  try {
    const path = join(folder, 'paper.pdf');
    writeFileSync(path, bytes);
    return use(path);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
