import assert from 'node:assert/strict';
import type { WakeReason } from '../../../../src/domain/sync/event.ts';
import { type Crowd, gatherCrowd, type Member } from '../../../support/sync/crowd.ts';
import type { Fate } from '../../../support/sync/gate.ts';

/*
 * What must hold of one tablet, its senders, a line on which each step waits, and the office, whatever happens in whatever
 * order. The model knows which submissions were finished and which steps the office answered; the rest it asks the disk.
 */

export interface Model {
  /** Ids of envelopes that were finished on this tablet, with their attachments. */
  readonly finished: Map<string, readonly string[]>;
  /** Ids that were sent or asked about in a step whose genuine answer came back: only these may have a receipt. */
  readonly answered: Set<string>;
  /** Senders to whom a person said "send now": that is "send anyway" too. */
  readonly toldToSend: Set<string>;
  isDiskFull: boolean;
}

export const newModel = (): Model => ({
  finished: new Map(),
  answered: new Set(),
  toldToSend: new Set(),
  isDiskFull: false,
});

/** A tablet with one open tab, and numbers that are the same for the same seed. */
export async function newCrowd(): Promise<Crowd> {
  let state = 1;
  const crowd = await gatherCrowd(() => {
    state = (state * 16_807) % 2_147_483_647;
    return state / 2_147_483_647;
  });
  crowd.openTab();
  return crowd;
}

export interface Happening {
  readonly toString: () => string;
  readonly happen: (model: Model, crowd: Crowd) => Promise<void>;
}

/** How often which step met which fate: what was never met was never tried. */
export const met = new Map<string, number>();
function count(step: string): void {
  met.set(step, (met.get(step) ?? 0) + 1);
}

const some = <T>(all: readonly T[], index: number): T | undefined => all[index % Math.max(1, all.length)];

/** Everything that can happen, each with the numbers that choose among what is there. */
export const happenings = {
  finish: (photos: readonly number[], tab: number): Happening => ({
    toString: () => `finish(${JSON.stringify(photos)}, ${tab})`,
    happen: async (model, crowd) => {
      if (model.isDiskFull) return;
      const { id, attachments } = await crowd.tablet.queue(model.finished.size + 1, {
        bytes: 60,
        attachments: photos,
      });
      model.finished.set(id, attachments);
      some(crowd.members(), tab)?.driver.wake('finished');
    },
  }),
  wake: (tab: number, why: WakeReason): Happening => ({
    toString: () => `wake(${tab}, '${why}')`,
    happen: async (model, crowd) => {
      const member = some(crowd.members(), tab);
      if (member !== undefined && why === 'user') model.toldToSend.add(member.name);
      member?.driver.wake(why);
    },
  }),
  cross: (step: number, fate: Fate): Happening => ({
    toString: () => `cross(${step}, ${JSON.stringify(fate)})`,
    happen: async (model, crowd) => {
      // A line on which nobody waits is waited for: else most stories would be of timers.
      if (crowd.gate.open().length === 0) some(crowd.members(), step)?.fire();
      await crowd.settle();
      const crossing = some(crowd.gate.open(), step);
      if (crossing === undefined) return;
      count(`${crossing.kind} ${fate.kind}`);
      const answered = await crossing.pass(fate);
      if (answered && crossing.kind === 'exchange') for (const id of crossing.ids) model.answered.add(id);
    },
  }),
  /** All is well for a few steps. */
  flow: (steps: number): Happening => ({
    toString: () => `flow(${steps})`,
    happen: async (model, crowd) => {
      for (let step = 0; step < steps; step += 1) {
        const [crossing] = crowd.gate.open();
        if (crossing === undefined) return;
        const answered = await crossing.pass({ kind: 'through' });
        if (answered && crossing.kind === 'exchange') for (const id of crossing.ids) model.answered.add(id);
        await crowd.settle();
      }
    },
  }),
  elapse: (tab: number): Happening => ({
    toString: () => `elapse(${tab})`,
    happen: async (_, crowd) => some(crowd.members(), tab)?.fire(),
  }),
  openTab: (): Happening => ({
    toString: () => 'openTab()',
    happen: async (_, crowd) => {
      if (crowd.members().length < 4) crowd.openTab().driver.wake('start');
    },
  }),
  openWorker: (): Happening => ({
    toString: () => 'openWorker()',
    happen: async (_, crowd) => {
      if (crowd.members().length < 4) crowd.openWorker();
    },
  }),
  kill: (tab: number, reachesOffice: boolean): Happening => ({
    toString: () => `kill(${tab}, ${reachesOffice})`,
    happen: async (_, crowd) => {
      const member = some(crowd.members(), tab);
      if (member !== undefined) await crowd.kill(member, reachesOffice);
    },
  }),
  doom: (tab: number, steps: number): Happening => ({
    toString: () => `doom(${tab}, ${steps})`,
    happen: async (_, crowd) => {
      const member = some(crowd.members(), tab);
      if (member !== undefined) crowd.doom(member, steps);
    },
  }),
  setPaused: (tab: number, paused: boolean): Happening => ({
    toString: () => `setPaused(${tab}, ${paused})`,
    happen: async (model, crowd) => {
      if (!model.isDiskFull) some(crowd.members(), tab)?.driver.setPaused(paused);
    },
  }),
  setOnlyOnWifi: (onlyOnWifi: boolean): Happening => ({
    toString: () => `setOnlyOnWifi(${onlyOnWifi})`,
    happen: async (model, crowd) => {
      if (!model.isDiskFull) await crowd.storage.putSendingWishes({ onlyOnWifi });
    },
  }),
  setMetered: (metered: boolean | undefined): Happening => ({
    toString: () => `setMetered(${metered})`,
    happen: async (_, crowd) => crowd.setMetered(metered),
  }),
  jumpClock: (hours: number): Happening => ({
    toString: () => `jumpClock(${hours})`,
    happen: async (_, crowd) => crowd.moveClock(hours * 3_600_000),
  }),
  fillDisk: (isFull: boolean): Happening => ({
    toString: () => `fillDisk(${isFull})`,
    happen: async (model, crowd) => {
      model.isDiskFull = isFull;
      crowd.tablet.disk.isFull = isFull;
    },
  }),
  /** The office takes this one no more: its procedure was retired. */
  retire: (which: number): Happening => ({
    toString: () => `retire(${which})`,
    happen: async (model, { office }) => {
      const id = some([...model.finished.keys()], which);
      if (id !== undefined && !office.envelopes.has(id)) office.refuses.set(id, 'procedure-unknown');
    },
  }),
  tryAgain: (which: number): Happening => ({
    toString: () => `tryAgain(${which})`,
    happen: async (model, crowd) => {
      const id = some([...model.finished.keys()], which);
      if (id !== undefined && !model.isDiskFull) await crowd.storage.outbox.retry(id);
    },
  }),
  rotateKeys: (): Happening => ({
    toString: () => 'rotateKeys()',
    happen: async (_, { office }) => await office.rotateKeys(),
  }),
  /** Drafts lock; what waits is sent all the same. */
  endLeases: (): Happening => ({
    toString: () => 'endLeases()',
    happen: async (model, { storage }) => {
      const device = await storage.findDevice();
      if (device === undefined || model.isDiskFull) return;
      const leases = [{ staffId: device.deviceId, until: '2020-01-01T00:00:00Z' }];
      await storage.putDevice({ ...device, leases });
    },
  }),
  revoke: (isRevoked: boolean): Happening => ({
    toString: () => `revoke(${isRevoked})`,
    happen: async (_, { office }) => {
      office.judge = () => (isRevoked ? { kind: 'refused', error: 'device-revoked' } : undefined);
    },
  }),
} as const;

/** What holds after every happening. */
export async function checkAlways(model: Model, crowd: Crowd): Promise<void> {
  const { disk } = crowd.tablet;
  const rows = { envelopes: disk.rows.get('envelopeBytes'), photos: disk.rows.get('ciphertexts') };
  const { office } = crowd;
  const known = new Set<string>();

  for (const row of await crowd.storage.outbox.listEnvelopes()) {
    known.add(row.id);
    if (row.state !== 'received')
      assert(rows.envelopes?.has(row.id), `${row.id} was given up without receipt`);
    else {
      assert.equal(office.envelopes.get(row.id)?.digest, row.digest, `${row.id} is not at the office`);
      assert(model.answered.has(row.id), `${row.id} has a receipt that nobody gave`);
    }
  }
  for (const row of await crowd.storage.outbox.listAttachments()) {
    known.add(row.id);
    if (row.state !== 'received')
      assert(rows.photos?.has(row.id), `photo ${row.id} was given up without receipt`);
    else {
      assert.equal(
        office.files.get(row.id)?.digest,
        row.ciphertextDigest,
        `photo ${row.id} is not at the office`,
      );
      assert(model.answered.has(row.id), `photo ${row.id} has a receipt that nobody gave`);
    }
  }
  for (const [id, photos] of model.finished)
    for (const one of [id, ...photos]) assert(known.has(one), `${one} is gone from the outbox`);

  const open = crowd.gate.open();
  assert(new Set(open.map(({ by }) => by)).size <= 1, 'two senders at once');
  const wishes = await crowd.storage.findSendingWishes();
  assert(!(wishes.paused && open.length > 0), 'sending though a person holds it');
  if (wishes.onlyOnWifi && crowd.isMetered() === true)
    for (const { by } of open) assert(model.toldToSend.has(by), `${by} sends by mobile data, unasked`);
  for (const member of crowd.members()) checkStatus(member, crowd);
}

function checkStatus({ name, driver }: Member, crowd: Crowd): void {
  const { pausedBecause, activity } = driver.status();
  assert(pausedBecause.length === 0 || !crowd.gate.isWaiting(name), `${name} sends though it is held`);
  if (activity.kind !== 'sending') return;
  assert(activity.share >= 0 && activity.share <= 1, `a share of ${activity.share}`);
  assert(activity.bytesLeft >= 0 && (activity.minutesLeft ?? 1) >= 1, 'a negative rest');
}

/** From here on all is well, and nobody touches anything: what was begun must come to its end by itself. */
export async function checkDelivery(model: Model, crowd: Crowd): Promise<void> {
  const { office, tablet, storage } = crowd;
  office.judge = () => undefined;
  office.refuses.clear();
  tablet.disk.isFull = false;
  crowd.setMetered(undefined);
  await storage.putSendingWishes({ paused: false, onlyOnWifi: false });
  for (const id of model.finished.keys()) await storage.outbox.retry(id);
  for (const photo of [...model.finished.values()].flat()) await storage.outbox.retry(photo);
  if (crowd.members().length === 0) crowd.openTab().driver.wake('start');

  const bound = 60 + 8 * model.finished.size + 2 * [...model.finished.values()].flat().length;
  for (let steps = 0; ; steps += 1) {
    await crowd.settle();
    await checkAlways(model, crowd);
    const { waiting, attention } = await storage.outbox.counts();
    if (waiting + attention === 0) break;
    assert(steps < bound, `${waiting} of ${model.finished.size} still wait after ${steps} steps`);
    const [crossing] = crowd.gate.open();
    if (crossing !== undefined) {
      if (crossing.kind === 'exchange') for (const id of crossing.ids) model.answered.add(id);
      await crossing.pass({ kind: 'through' });
    } else {
      const due = crowd.members().filter((member) => member.delay() !== undefined);
      if (due.length === 0 && crowd.members().length > 0)
        assert.fail('everybody sleeps, and something waits');
      if (due.length === 0) crowd.openTab().driver.wake('start');
      for (const member of due) member.fire();
    }
  }
  const envelopes = [...model.finished.keys()];
  const photos = [...model.finished.values()].flat();
  assert.deepEqual([...office.envelopes.keys()].toSorted(), envelopes.toSorted(), 'not exactly one of each');
  assert.deepEqual([...office.files.keys()].toSorted(), photos.toSorted(), 'not exactly one of each photo');
}
