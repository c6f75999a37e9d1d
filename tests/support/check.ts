import { spawn } from 'node:child_process';
import { once } from 'node:events';

/*
 * `npm run check`: everything that judges the code without running the product's tests. All steps run, so that one
 * reading shows all that is wrong; the exit code is theirs together. The compiler takes about as long as all others, so
 * they run beside it, one after the other; each speaks when it has ended.
 */

const bin = (name: string) => `node_modules/.bin/${name}`;

type Step = readonly [title: string, command: string, args: readonly string[]];

const lanes: readonly (readonly Step[])[] = [
  [['types, one project per room family', bin('tsc'), ['-b']]],
  [
    ['format and lint', bin('biome'), ['check', '--error-on-warnings', '.']],
    ['arrows between rooms', process.execPath, ['--import', 'tsx', 'tests/support/check-arrows.ts']],
    ['declarations and their texts', process.execPath, ['--import', 'tsx', 'src/authoring/cli/lint.ts']],
    ['dead code and unused packages', bin('knip'), []],
    ['build', 'npm', ['run', '--silent', 'build', '--', '--logLevel', 'warn']],
    ['bytes before the first screen', process.execPath, ['--import', 'tsx', 'tests/support/check-budget.ts']],
  ],
];

const failed: string[] = [];

async function take([title, command, args]: Step): Promise<void> {
  const begun = Date.now();
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => said.push(chunk));
  const [code] = await once(child, 'close');
  const seconds = ((Date.now() - begun) / 1000).toFixed(1);
  process.stdout.write(
    `\n— ${title}\n${Buffer.concat(said).toString('utf8')}  ${code === 0 ? 'ok' : 'FAILED'} (${seconds} s)\n`,
  );
  if (code !== 0) failed.push(title);
}

await Promise.all(
  lanes.map(async (lane) => {
    for (const step of lane) await take(step);
  }),
);

console.log(failed.length === 0 ? '\ncheck: all held' : `\ncheck: failed: ${failed.join('; ')}`);
process.exit(failed.length === 0 ? 0 : 1);
