import { spawnSync } from 'node:child_process';

/*
 * dependency-cruiser with a guard: with a compiler it does not understand it reports "no violations" over nothing.
 * Fewer modules than the house has rooms means that it did not look.
 */

const { stdout, status } = spawnSync(
  'node_modules/.bin/depcruise',
  ['--output-type', 'json', 'src', 'tests', 'bench'],
  {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  },
);
const summary = (
  JSON.parse(stdout) as {
    summary: { totalCruised: number; violations: { from: string; to: string; rule: { name: string } }[] };
  }
).summary;

for (const { from, to, rule } of summary.violations) console.error(`  ${rule.name}: ${from} → ${to}`);
console.log(`  ${summary.totalCruised} modules cruised, ${summary.violations.length} violations`);
if (summary.totalCruised < 100) {
  console.error('  too few modules: the arrows were not really checked');
  process.exit(1);
}
process.exit(status === 0 && summary.violations.length === 0 ? 0 : 1);
