import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { version } from '../../package.json' with { type: 'json' };
import { announcement } from './announcement.ts';
import { ensureAdministrator } from './commands/ensure-administrator.ts';
import { readConfig } from './config.ts';
import type { Deps } from './deps.ts';
import { buildApp } from './http/app.ts';
import { announceEachDay } from './jobs/announce-each-day.ts';
import { escalateEachHour } from './jobs/escalate-each-hour.ts';
import { makeLog } from './log.ts';
import { startUp } from './start-up.ts';

const FIRST_ADMINISTRATOR = 'Quản trị viên';

/**
 * The server from the first line of the environment to the last signal. A wrong variable ends the process with one
 * line; SIGINT and SIGTERM let running requests end, in ten seconds at most, then close the database in good order.
 * `onListening` may prepare things through the server's own front door, and adds lines to what the terminal shows.
 */
export async function runServer(
  environment: Readonly<Record<string, string | undefined>>,
  onListening: (deps: Deps, origin: string) => Promise<readonly string[]> = async () => [],
): Promise<void> {
  const read = readConfig(environment);
  if (read.kind === 'invalid') return refuse(read.variable, read.advice);
  const { config } = read;
  const log = makeLog(
    (line) => process.stderr.write(line),
    () => new Date(),
  );
  const started = await startUp(config, log, (reason) => {
    log.error({ reason }, 'database ended');
    process.exit(1);
  });
  if (started.kind === 'refused') return refuse(started.variable, started.advice);
  const { deps, close, databaseElsewhere } = started;

  const secrets = await ensureAdministrator(deps, FIRST_ADMINISTRATOR);
  const app = await buildApp(deps, { clientDir: findClientDir(), version });
  const stopAnnouncing = announceEachDay(deps);
  const stopEscalating = escalateEachHour(deps);
  let stopping = false;
  const stop = async (code: number) => {
    if (stopping) return;
    stopping = true;
    stopAnnouncing();
    stopEscalating();
    await app.close();
    await close();
    process.exit(code);
  };
  process.on('SIGINT', () => void stop(0));
  process.on('SIGTERM', () => void stop(0));
  let origin: string;
  try {
    origin = await app.listen({ host: config.host, port: config.port });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    process.stderr.write(listenAdvice(code, config.host, config.port));
    return stop(1);
  }
  process.stdout.write(announcement(config, secrets, databaseElsewhere, await onListening(deps, origin)));
}

function listenAdvice(code: string, host: string, port: number): string {
  if (code === 'EADDRINUSE')
    return `PORT: ${port} is already in use on ${host}; choose another, for example PORT=${port + 1}\n`;
  if (code === 'EACCES') return `PORT: this account may not listen on ${port}; choose one above 1023\n`;
  return `HOST: cannot listen on ${host} (${code}); use an address of this machine, for example HOST=127.0.0.1\n`;
}

function refuse(variable: string, advice: string): void {
  process.stderr.write(`${variable}: ${advice}\n`);
  process.exitCode = 1;
}

/** Beside the built server, or where the build puts it when the server runs from its sources. */
function findClientDir(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  const beside = join(here, '../client');
  return existsSync(join(beside, 'index.html')) ? beside : join(here, '../../dist/client');
}
