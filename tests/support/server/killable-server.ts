import { existsSync, rmSync } from 'node:fs';
import { ensureAdministrator } from '../../../src/server/commands/ensure-administrator.ts';
import { readConfig } from '../../../src/server/config.ts';
import { buildApp } from '../../../src/server/http/app.ts';
import { makeLog } from '../../../src/server/log.ts';
import { startUp } from '../../../src/server/start-up.ts';

/*
 * The real server in a process of its own, which dies by SIGKILL at the moment when the first byte of a sync answer would
 * leave, while the file KILL_FILE exists (it is removed first). Everything before, the commit included, has happened.
 */
const read = readConfig(process.env);
if (read.kind === 'invalid') throw new Error(`${read.variable}: ${read.advice}`);
const log = makeLog(
  (line) => process.stderr.write(line),
  () => new Date(),
);
const started = await startUp(read.config, log, (reason) => {
  throw new Error(reason);
});
if (started.kind === 'refused') throw new Error(`${started.variable}: ${started.advice}`);
const secrets = await ensureAdministrator(started.deps, 'Quản trị viên');
const app = await buildApp(started.deps, { clientDir: '/nonexistent', version: '0.0.0' });
const killFile = process.env.KILL_FILE ?? '';
app.server.prependListener('request', (request, response) => {
  if (request.url !== '/api/sync') return;
  const writeHead = response.writeHead.bind(response);
  Object.assign(response, {
    writeHead: (...parts: Parameters<typeof writeHead>) => {
      if (existsSync(killFile)) {
        rmSync(killFile);
        process.kill(process.pid, 'SIGKILL');
      }
      return writeHead(...parts);
    },
  });
});
process.on('SIGTERM', () => {
  void app
    .close()
    .then(started.close)
    .then(() => process.exit(0));
});
const origin = await app.listen({ host: '127.0.0.1', port: 0 });
process.stdout.write(`${JSON.stringify({ origin, code: secrets.enrolmentCode })}\n`);
