import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { type Config, readConfig } from './config.ts';
import { makeLog } from './log.ts';
import { startUp } from './start-up.ts';
import { verifyAuditChain } from './storage/journal.ts';
import { verifyDossiers } from './storage/verify-dossiers.ts';

/*
 * `npm run audit:verify`: walks the whole audit chain of DATA_DIR or DATABASE_URL, and compares each dossier with its own
 * record. Exit code 0 when no link is missing or altered and every dossier is what its record makes of it. Write down the last hash it prints: only a copy kept elsewhere shows a chain that was rewritten whole.
 */
const read = readConfig(process.env);
const log = makeLog(
  (line) => process.stderr.write(line),
  () => new Date(),
);
const started =
  read.kind === 'invalid'
    ? ({ ...read, kind: 'refused' } as const)
    : holdsNothing(read.config)
      ? ({ kind: 'refused', variable: 'DATA_DIR', advice: 'holds no database to verify' } as const)
      : await startUp(read.config, log, () => process.exit(1));
if (started.kind === 'refused') {
  process.stderr.write(`${started.variable}: ${started.advice}\n`);
  process.exitCode = 1;
} else {
  const verdict = await verifyAuditChain(started.deps.db);
  const { dossiers, disagreements } = await verifyDossiers(started.deps.db);
  await started.close();
  process.stdout.write(`${JSON.stringify(verdict)}\n`);
  process.stdout.write(`${JSON.stringify({ dossiers, disagreements })}\n`);
  process.exitCode = verdict.kind === 'intact' && disagreements.length === 0 ? 0 : 1;
}

/** Starting would make an empty database there and find it intact: what a mistyped folder must not lead to. */
function holdsNothing({ databaseUrl, dataDir }: Config): boolean {
  return (
    databaseUrl === undefined && lstatSync(join(dataDir, 'postgres'), { throwIfNoEntry: false }) === undefined
  );
}
