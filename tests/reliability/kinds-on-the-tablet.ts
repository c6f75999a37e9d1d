import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { corruptAnswer, cutBeforeFirstByte, cutInBody, loseAnswer } from './fates.ts';
import type { Kind } from './kind.ts';
import type { Seen } from './line.ts';
import { readOutbox } from './queue.ts';

const DAY = 86_400_000;

/** What happens to the browser, its tabs, its clock, its disk and its network. */
export const KINDS_ON_THE_TABLET: readonly Kind[] = [
  {
    name: 'browser killed while sending',
    family: 'tablet',
    what: 'SIGKILL with part of the request on its way; started again on the same profile',
    weight: 0.3,
    force: ({ station, chance }) => ({
      fate: async (passage) => {
        const sent = passage.cutGoingUp((head, body) => head + chance.between(0, Math.max(0, body - 1)));
        const killed = await station.killTablet();
        await sent;
        return killed ? 'done' : 'missed';
      },
    }),
  },
  {
    name: 'browser killed while applying the answer',
    family: 'tablet',
    what: 'SIGKILL up to 25 ms after the answer’s last byte',
    weight: 0.4,
    force: ({ station, chance }) => ({
      fate: async (passage) => {
        const answer = await passage.deliver();
        await passage.give(answer);
        await sleep(chance.between(0, 25));
        return (await station.killTablet()) ? 'done' : 'missed';
      },
    }),
  },
  {
    name: 'tab closed',
    family: 'tablet',
    what: 'at any moment between request and answer; opened again',
    weight: 0.5,
    force: ({ station, chance }) => ({
      fate: async (passage) => {
        const answer = await passage.deliver();
        if (chance.next() < 0.5) {
          await passage.give(answer);
          await sleep(chance.between(0, 15));
        }
        return (await station.closeTab()) ? 'done' : 'missed';
      },
    }),
  },
  {
    name: 'two tabs and the worker at once',
    family: 'tablet',
    what: 'all three are woken together, over a line that is slow or loses the answer',
    weight: 0.4,
    rate: 0.9,
    force: ({ station, chance }) => ({
      begin: async () => {
        const second = await station.tablet.context.newPage();
        await second.goto(`${station.line.url}/`, { waitUntil: 'domcontentloaded' });
      },
      wake: async () => {
        const pages = station.tablet.context.pages();
        await Promise.all([...pages.map((page) => station.wakePage(page)), station.wakeWorker()]);
      },
      fate: async (passage) => {
        await sleep(chance.between(30, 200));
        if (chance.next() < 0.5) return await loseAnswer(passage);
        await passage.give(await passage.deliver());
        return 'done';
      },
      end: async () => {
        for (const page of station.tablet.context.pages()) if (page !== station.page) await page.close();
      },
    }),
  },
  {
    name: 'service worker alone',
    family: 'tablet',
    what: 'no page of the app is open; its line is cut, loses the answer or flips a byte of it',
    weight: 0.5,
    force: ({ station, chance }) => {
      const fates = [cutInBody(chance), loseAnswer, corruptAnswer(chance)];
      return {
        begin: () => station.open('a bare page'),
        wake: async () => {
          await station.wakeWorker();
          await sleep(150);
        },
        fate: (passage) => chance.pick(fates)(passage),
        end: () => station.open('the app'),
      };
    },
  },
  {
    name: 'clock jumps forward',
    family: 'tablet',
    what: 'up to 400 days, while an answer is awaited',
    weight: 0.5,
    rate: 0.9,
    force: ({ station, chance }) => ({
      fate: async (passage) => {
        const answer = await passage.deliver();
        await jump(station.page, chance.between(1, 400) * DAY);
        await passage.give(answer);
        return 'done';
      },
      end: () => station.open('the app'),
    }),
  },
  {
    name: 'clock jumps back',
    family: 'tablet',
    what: 'up to 400 days, while an answer is awaited',
    weight: 0.5,
    rate: 0.9,
    force: ({ station, chance }) => ({
      fate: async (passage) => {
        const answer = await passage.deliver();
        await jump(station.page, -chance.between(1, 400) * DAY);
        await passage.give(answer);
        return 'done';
      },
      end: () => station.open('the app'),
    }),
  },
  {
    name: 'tablet full',
    family: 'tablet',
    what: 'the browser starts with no space left, and cannot write down what the office answers; later it can',
    weight: 0.25,
    force: ({ station, queue }) => ({
      step: async () => {
        const { line } = station;
        line.decide(({ isForOffice }) => (isForOffice ? cutBeforeFirstByte : undefined));
        await queue(2);
        // What space there is the browser asks once in half a minute: only a fresh one heeds the change at once.
        const quota = await station.restartTablet((page) => limitSpace(page, line.url));
        try {
          const before = (await readOutbox(station.page, 'unsent')).length;
          const answered = line.seen.length;
          line.heal();
          for (let tries = 0; tries < 40 && !hasAnswer(line.seen.slice(answered)); tries++) {
            await station.wakePage();
            await sleep(100);
          }
          await sleep(300);
          const after = (await readOutbox(station.page, 'unsent')).length;
          return hasAnswer(line.seen.slice(answered)) && after === before ? 1 : 0;
        } finally {
          await quota.lift();
        }
      },
    }),
  },
  {
    name: 'connection refused',
    family: 'tablet',
    what: 'nobody listens at the office’s address',
    weight: 1,
    force: ({ station, queue }) => ({
      step: async () => {
        await queue(1);
        return await refusedFor(station, 1500);
      },
    }),
  },
  {
    name: 'line dead for long',
    family: 'tablet',
    what: 'refused for 12 s, while the surroundings wake the sender all the time; each spell counts once',
    weight: 0.08,
    force: ({ station, queue }) => ({
      step: async () => {
        await queue(2);
        return Math.min(1, await refusedFor(station, 12_000));
      },
    }),
  },
];

/** Takes the line down for so many milliseconds; how many requests the browser had refused meanwhile. */
async function refusedFor(
  station: Parameters<Kind['force']>[0]['station'],
  milliseconds: number,
): Promise<number> {
  let refused = 0;
  const { page, line } = station;
  const count = (request: { failure(): { errorText: string } | null; url(): string }) => {
    const isOffice = request.url().startsWith(`${line.url}/api/`);
    if (isOffice && request.failure()?.errorText === 'net::ERR_CONNECTION_REFUSED') refused += 1;
  };
  page.on('requestfailed', count);
  await line.takeDown();
  try {
    const end = Date.now() + milliseconds;
    while (Date.now() < end) {
      await station.wakePage();
      await sleep(100);
    }
  } finally {
    await line.putUp();
    page.off('requestfailed', count);
  }
  return refused;
}

/** The tablet's clock shows another time from now on; its timers run on, as they do on a real one. */
async function jump(page: Page, milliseconds: number): Promise<void> {
  await page.evaluate((milliseconds) => {
    const real = Date;
    const now = () => real.now() + milliseconds;
    window.Date = new Proxy(real, {
      construct: (target, given) =>
        given.length === 0 ? new target(now()) : Reflect.construct(target, given),
      get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
    });
  }, milliseconds);
}

const hasAnswer = (seen: readonly Seen[]) =>
  seen.some(({ path, status }) => path === '/api/sync' && status === 200);

/** From now on this origin may store nothing more, until it is lifted. */
async function limitSpace(page: Page, origin: string): Promise<{ readonly lift: () => Promise<void> }> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
  return {
    lift: async () => {
      await cdp.send('Storage.overrideQuotaForOrigin', { origin });
      await cdp.detach();
    },
  };
}
