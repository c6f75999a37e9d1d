import { readConfig } from './config.ts';
import { makeLog } from './log.ts';
import { startUp } from './start-up.ts';
import { verifyAuditChain } from './storage/journal.ts';

/*
 * `npm run audit:verify`: walks the whole audit chain of DATA_DIR or DATABASE_URL. Exit code 0 when no link is missing
 * or altered. Write down the last hash it prints: only a copy kept elsewhere shows a chain that was rewritten whole.
 */
const read = readConfig(process.env);
const log = makeLog(
  (line) => process.stderr.write(line),
  () => new Date(),
);
const started =
  read.kind === 'valid'
    ? await startUp(read.config, log, () => process.exit(1))
    : ({ ...read, kind: 'refused' } as const);
if (started.kind === 'refused') {
  process.stderr.write(`${started.variable}: ${started.advice}\n`);
  process.exitCode = 1;
} else {
  const verdict = await verifyAuditChain(started.deps.db);
  await started.close();
  process.stdout.write(`${JSON.stringify(verdict)}\n`);
  process.exitCode = verdict.kind === 'intact' ? 0 : 1;
}
