import { spawnSync } from 'node:child_process';

/*
 * `npm run check`: everything that judges the code without running the product's tests. All steps run, so that one
 * reading shows all that is wrong; the exit code is theirs together.
 */

const bin = (name: string) => `node_modules/.bin/${name}`;

const steps: readonly (readonly [title: string, command: string, args: readonly string[]])[] = [
  ['types, one project per room family', bin('tsc'), ['-b']],
  ['format and lint', bin('biome'), ['check', '--error-on-warnings', '.']],
  ['arrows between rooms', process.execPath, ['--import', 'tsx', 'tests/support/check-arrows.ts']],
  ['declarations and their texts', process.execPath, ['--import', 'tsx', 'src/authoring/cli/lint.ts']],
  ['dead code and unused packages', bin('knip'), []],
  ['build', 'npm', ['run', '--silent', 'build', '--', '--logLevel', 'warn']],
  ['bytes before the first screen', process.execPath, ['--import', 'tsx', 'tests/support/check-budget.ts']],
];

const failed: string[] = [];
for (const [title, command, args] of steps) {
  const begun = Date.now();
  console.log(`\n— ${title}`);
  const { status } = spawnSync(command, args, { stdio: 'inherit' });
  console.log(`  ${status === 0 ? 'ok' : 'FAILED'} (${((Date.now() - begun) / 1000).toFixed(1)} s)`);
  if (status !== 0) failed.push(title);
}

console.log(failed.length === 0 ? '\ncheck: all held' : `\ncheck: failed: ${failed.join('; ')}`);
process.exit(failed.length === 0 ? 0 : 1);
