import { openMemoryTables } from '../../../src/client/storage/memory-tables.ts';
import type { Storage } from '../../../src/client/storage/storage.ts';
import { createTableStorage } from '../../../src/client/storage/table-storage.ts';
import type { NetworkHint } from '../../../src/client/sync/network-hint.ts';
import { createSyncDriver, type Sender } from '../../../src/client/sync/sync-driver.ts';
import { createGate, type Gate } from './gate.ts';
import { createMortalLocks, type Life, mortalTables } from './mortal.ts';
import { type Office, openOffice } from './office.ts';
import { enrolTablet, type Tablet } from './tablet.ts';

/** A tab or a service worker of one tablet, which can be killed at any step. */
export interface Member {
  readonly name: string;
  readonly driver: Sender;
  readonly storage: Storage;
  readonly delay: () => number | undefined;
  /** Lets its timer fire; does nothing where none is set. */
  readonly fire: () => void;
}

/** One tablet with any number of senders, one line with a gate, one office. */
export interface Crowd {
  readonly office: Office;
  readonly tablet: Tablet;
  readonly gate: Gate;
  /** A look at the tablet that no kill ends. */
  readonly storage: Storage;
  readonly members: () => readonly Member[];
  readonly openTab: () => Member;
  /** What the browser starts for a Background Sync event; it goes when it has done its work. */
  readonly openWorker: () => void;
  readonly kill: (member: Member, reachesOffice: boolean) => Promise<void>;
  /** It dies in the middle of its work, before it reads or writes for the so-manieth time from now. */
  readonly doom: (member: Member, steps: number) => void;
  readonly setMetered: (metered: boolean | undefined) => void;
  readonly isMetered: () => boolean | undefined;
  readonly moveClock: (milliseconds: number) => void;
  /** Waits until every sender waits for the line, a timer or its turn. */
  readonly settle: () => Promise<void>;
  readonly bugs: unknown[];
}

const PATIENCE = 20_000;

export async function gatherCrowd(random: () => number): Promise<Crowd> {
  const office = await openOffice();
  const tablet = await enrolTablet(office.key);
  const gate = createGate(office);
  const locks = createMortalLocks();
  const living = new Map<string, { readonly member: Member; readonly life: Life }>();
  const hearers = new Set<() => void>();
  const bugs: unknown[] = [];
  let metered: boolean | undefined;
  let clock = Date.parse('2026-11-22T12:00:00Z');
  let count = 0;

  const network: NetworkHint = {
    tells: true,
    isMetered: () => metered,
    onChange: (listener) => {
      hearers.add(listener);
      return () => void hearers.delete(listener);
    },
  };

  function open(kind: 'tab' | 'worker'): Member {
    count += 1;
    const name = `${kind} ${count}`;
    const life: Life = { isOver: false, onDeath: () => void kill(member, false) };
    const storage = createTableStorage(mortalTables(openMemoryTables(tablet.disk), life), () => new Date());
    let timer: { readonly delay: number; readonly call: () => void } | undefined;
    const driver = createSyncDriver({
      storage,
      transport: gate.transportFor(name),
      locks: locks.lockFor(name),
      network,
      timers: (delay, call) => {
        const mine = { delay, call };
        timer = mine;
        return () => {
          if (timer === mine) timer = undefined;
        };
      },
      clock: () => clock,
      random,
      appVersion: 'test',
      onBug: (error) => bugs.push(error),
    });
    const member: Member = {
      name,
      driver,
      storage,
      delay: () => timer?.delay,
      fire: () => {
        const due = timer;
        timer = undefined;
        due?.call();
      },
    };
    living.set(name, { member, life });
    return member;
  }

  async function kill(member: Member, reachesOffice: boolean): Promise<void> {
    const found = living.get(member.name);
    if (found === undefined) return;
    found.life.isOver = true;
    living.delete(member.name);
    await gate.drop(member.name, reachesOffice);
    locks.release(member.name);
    member.driver.stop();
  }

  async function settle(): Promise<void> {
    const until = performance.now() + PATIENCE;
    for (let calm = 0; calm < 3; ) {
      await new Promise((resolve) => setImmediate(resolve));
      const isAtWork = [...living.keys()].some((name) => locks.isInside(name) && !gate.isWaiting(name));
      calm = isAtWork ? 0 : calm + 1;
      if (performance.now() > until) throw new Error('a sender never comes to rest');
    }
  }

  return {
    office,
    tablet,
    gate,
    storage: tablet.openTab(),
    members: () => [...living.values()].map(({ member }) => member),
    openTab: () => open('tab'),
    openWorker: () => {
      const worker = open('worker');
      const leave = () => {
        worker.driver.stop();
        worker.storage.close();
        living.delete(worker.name);
      };
      worker.driver.flush().then(leave, (error: unknown) => {
        bugs.push(error);
        leave();
      });
    },
    kill,
    doom: ({ name }, steps) => {
      const found = living.get(name);
      if (found !== undefined) found.life.stepsLeft = steps;
    },
    setMetered: (value) => {
      metered = value;
      for (const hear of [...hearers]) hear();
    },
    isMetered: () => metered,
    moveClock: (milliseconds) => {
      clock += milliseconds;
    },
    settle,
    bugs,
  };
}
