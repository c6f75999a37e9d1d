import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { makeKeyFile } from '../../src/server/keys.ts';
import { enrolHeadless } from '../e2e/support/arrivals.ts';
import type { Kind } from './kind.ts';
import { deliverTo } from './passage.ts';
import { readOutbox } from './queue.ts';
import { finishOne } from './submissions.ts';

/** The office's limiter lets 120 rounds a minute through. */
const MORE_THAN_ALLOWED = 130;

/** What happens to the server and its database. */
export const KINDS_AT_THE_OFFICE: readonly Kind[] = [
  {
    name: 'server killed before the request',
    family: 'office',
    what: 'SIGKILL when the request is at the door; started again',
    weight: 0.3,
    force: ({ station }) => ({
      fate: async (passage) => {
        await passage.letter();
        const killed = await station.killOffice();
        passage.cut();
        return killed ? 'done' : 'missed';
      },
    }),
  },
  {
    name: 'server killed in the middle',
    family: 'office',
    what: 'SIGKILL up to 40 ms after the request, whatever it is doing then; started again',
    weight: 0.45,
    force: ({ station, chance }) => ({
      fate: async (passage) => {
        const answer = passage.deliver().catch(() => undefined);
        await sleep(chance.between(0, 40));
        const killed = await station.killOffice();
        await answer;
        passage.cut();
        return killed ? 'done' : 'missed';
      },
    }),
  },
  {
    name: 'server killed right after commit',
    family: 'office',
    what: 'SIGKILL when its answer is ready; the tablet never hears it',
    weight: 0.3,
    force: ({ station }) => ({
      fate: async (passage) => {
        await passage.deliver();
        const killed = await station.killOffice();
        passage.cut();
        return killed ? 'done' : 'missed';
      },
    }),
  },
  {
    name: 'server killed right after its answer',
    family: 'office',
    what: 'SIGKILL when its answer is ready; the tablet hears it and believes it',
    weight: 0.45,
    force: ({ station }) => ({
      fate: async (passage) => {
        const answer = await passage.deliver();
        const killed = await station.killOffice();
        await passage.give(answer);
        return killed ? 'done' : 'missed';
      },
    }),
  },
  {
    name: 'database killed',
    family: 'office',
    what: 'SIGKILL to PostgreSQL’s first process under a request; the server ends by itself, both start again',
    weight: 0.3,
    force: ({ station, chance }) => ({
      fate: async (passage) => {
        const answer = passage.deliver().catch(() => undefined);
        await sleep(chance.between(0, 40));
        const killed = station.killDatabase();
        await answer;
        passage.cut();
        return killed ? 'done' : 'missed';
      },
    }),
  },
  {
    name: 'database connection killed',
    family: 'office',
    what: 'SIGKILL to a backend of PostgreSQL under a request; it recovers by itself, the server goes on',
    weight: 0.3,
    rate: 0.5,
    force: ({ station, chance }) => ({
      fate: async (passage) => {
        const backends = await station.server
          .query<{ pid: number }>(
            `select pid from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`,
          )
          .catch(() => []);
        if (backends.length === 0) {
          await passage.pass();
          return 'missed';
        }
        const answer = passage.deliver().catch(() => undefined);
        await sleep(chance.between(0, 20));
        process.kill(chance.pick(backends).pid, 'SIGKILL');
        const heard = await answer;
        if (heard === undefined) passage.cut();
        else await passage.give(heard);
        return 'done';
      },
    }),
  },
  {
    name: 'keys rotated',
    family: 'office',
    what: 'a new receipt key, every second time a new sealing key too, and a restart, while the tablet trusts the old',
    weight: 0.25,
    force: ({ station, chance }) => ({
      fate: async (passage) => {
        const answer = await passage.deliver();
        const directory = join(station.server.dataDir, 'keys');
        await makeKeyFile(directory, 'receipt', new Date());
        if (chance.next() < 0.5) await makeKeyFile(directory, 'sealing', new Date());
        const restarted = await station.killOffice();
        if (chance.next() < 0.5) passage.cut();
        else await passage.give(answer);
        return restarted ? 'done' : 'missed';
      },
    }),
  },
  {
    name: 'office says 429',
    family: 'office',
    what: 'its own limiter, signed, with a time to wait',
    weight: 0.15,
    rate: 1,
    force: ({ station }) => ({
      hits: (passage) => passage.isSync,
      begin: async () => {
        station.line.fixedAddress = '10.8.0.1';
      },
      fate: async (passage) => {
        const letter = await passage.letter();
        for (let round = 0; round < MORE_THAN_ALLOWED; round++) {
          const nonce = { ...letter.headers, 've-ban-signature': 'not one' };
          const spent = await deliverTo(station.server.port, { ...letter, headers: nonce });
          if (spent.status === 429) break;
        }
        const answer = await passage.deliver();
        await passage.give(answer);
        return answer.status === 429 ? 'done' : 'missed';
      },
      end: async () => {
        station.line.fixedAddress = undefined;
      },
    }),
  },
  {
    name: 'office refuses an item',
    family: 'office',
    what: 'signed: it does not know who signed it; it waits whole among others that pass, and goes when the office has learnt',
    weight: 0.15,
    force: ({ station, chance, queue }) => ({
      step: async () => {
        const code = await station.server.makeEnrolmentCode();
        const newcomer = await enrolHeadless(station.server.url, code, 'Máy 05');
        const refused = await finishOne(newcomer, chance);
        const kept = await station.server.query('delete from staff_keys where device_id = $1 returning *', [
          newcomer.deviceId,
        ]);
        const other = await finishOne(station.author, chance);
        await queue(1, [refused, other]);
        // Only these two are looked at: what has been stuck since an earlier fault is counted there, once.
        const isRefused = async () =>
          (await readOutbox(station.page, 'unsent')).every(
            ({ id, state, submissionId }) =>
              submissionId !== other.id && (id !== refused.id || state === 'attention'),
          );
        for (let tries = 0; tries < 60 && !(await isRefused()); tries++) {
          await station.wakePage();
          await sleep(150);
        }
        const struck = (await isRefused()) ? 1 : 0;
        await station.server.query(
          `insert into staff_keys select * from json_populate_recordset(null::staff_keys, $1::json)`,
          [JSON.stringify(kept)],
        );
        await station.unlock();
        const again = station.page.getByRole('button', { name: 'Gửi lại' }).first();
        await again.click({ timeout: 5000 }).catch(() => undefined);
        return struck;
      },
    }),
  },
];
