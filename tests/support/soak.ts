import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { countCommands, runModel } from '../properties/client/sync/run-model.ts';

/*
 * The models of sending with fresh seeds for as long as asked: `npm run test:soak -- --minutes 60`, or SOAK_MINUTES. A
 * story that fails is printed as small as it gets, ready for `tests/properties/client/sync/regressions.ts`.
 */

const RUNS_AT_ONCE = 100;

const { values } = parseArgs({ options: { minutes: { type: 'string' } } });
const minutes = Number(values.minutes ?? process.env.SOAK_MINUTES ?? 5);
if (!(minutes > 0)) throw new Error('--minutes wants a number above 0');

const until = performance.now() + minutes * 60_000;
let runs = 0;
let found = 0;
while (performance.now() < until) {
  const seed = Math.trunc(Math.random() * 2 ** 31);
  const result = await runModel({ seed, runs: RUNS_AT_ONCE });
  runs += result.numRuns;
  if (!result.failed) continue;
  found += 1;
  console.log(`seed ${seed}\n${fc.defaultReportMessage(result)}\n`);
}
console.log(`${minutes} minutes, ${runs} runs, ${countCommands()} commands, ${found} cases found`);
process.exitCode = found > 0 ? 1 : 0;
