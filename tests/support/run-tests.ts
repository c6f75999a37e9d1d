import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';

/*
 * `npm test`: unit, property, conformance, integration and fault tests; then the build; then the browser stories on
 * that build. Prints one closing line over both runners. Stops at the first runner that fails to start.
 */

type Counts = { passed: number; failed: number; skipped: number };

function run(title: string, script: string[]): number {
  console.log(`\n— ${title}`);
  const { status } = spawnSync(process.execPath, script, { stdio: 'inherit' });
  return status ?? 1;
}

function readJson(path: string): Record<string, unknown> | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}

const number = (value: unknown) => (typeof value === 'number' ? value : 0);

function vitestCounts(): Counts | undefined {
  const report = readJson('test-results/vitest.json');
  return (
    report && {
      passed: number(report.numPassedTests),
      failed: number(report.numFailedTests),
      skipped: number(report.numPendingTests) + number(report.numTodoTests),
    }
  );
}

function playwrightCounts(): Counts | undefined {
  const stats = readJson('test-results/e2e.json')?.stats as Record<string, unknown> | undefined;
  return (
    stats && {
      passed: number(stats.expected) + number(stats.flaky),
      failed: number(stats.unexpected),
      skipped: number(stats.skipped),
    }
  );
}

rmSync('test-results', { recursive: true, force: true });
mkdirSync('test-results', { recursive: true });

const statuses = [
  run('rules, storage, sealing, server, faults', [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--reporter=default',
    '--reporter=json',
    '--outputFile.json=test-results/vitest.json',
  ]),
  run('build of the client', ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn']),
  run('build of the server', [
    'node_modules/vite/bin/vite.js',
    'build',
    '--config',
    'vite.server.config.ts',
    '--logLevel',
    'warn',
  ]),
  run('stories in a real browser', ['node_modules/@playwright/test/cli.js', 'test']),
];

const reports = [vitestCounts(), playwrightCounts()];
const total = { passed: 0, failed: 0, skipped: 0 };
for (const counts of reports) {
  total.passed += counts?.passed ?? 0;
  total.failed += counts?.failed ?? 0;
  total.skipped += counts?.skipped ?? 0;
}
const isGreen =
  statuses.every((status) => status === 0) &&
  reports.every((counts) => counts !== undefined && counts.passed > 0);
// A runner that broke without counting anything is a failure too.
if (!isGreen && total.failed === 0) total.failed = 1;
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(isGreen ? 0 : 1);
