import { beforeEach, describe, expect, it } from 'vitest';
import { createSenderLock } from '../../../../src/client/sync/browser-ports.ts';
import { signReceiptList } from '../../../../src/contract/down/receipt-list.ts';
import { packReceived } from '../../../../src/contract/down/received.ts';
import { generateKeyPair } from '../../../../src/contract/keys.ts';
import { CONTRACT_VERSION } from '../../../../src/contract/version.ts';
import { type Office, openOffice } from '../../../support/sync/office.ts';
import { startSender, type TestSender } from '../../../support/sync/sender.ts';
import { enrolTablet, idOf, type Tablet } from '../../../support/sync/tablet.ts';

/** Too large for a sync request: these go by tus. */
const LARGE = 30_000;

let office: Office;
let tablet: Tablet;
let sender: TestSender;

beforeEach(async () => {
  office = await openOffice();
  tablet = await enrolTablet(office.key);
  sender = startSender({ storage: tablet.openTab(), transport: office.transport });
});

async function states(): Promise<Record<string, number>> {
  const rows = await sender.storage.outbox.listEnvelopes();
  const of = (state: string) => rows.filter((row) => row.state === state).length;
  return { waiting: of('waiting'), received: of('received'), attention: of('attention') };
}

describe('a round', () => {
  it('brings everything to the office once, photos after their envelope, and tells how it goes', async () => {
    await tablet.queue(1, { attachments: [LARGE, LARGE - 1, 1000] });
    await tablet.queue(2);
    const told: string[] = [];
    sender.driver.subscribe(() => {
      const { activity } = sender.driver.status();
      told.push(
        activity.kind === 'sending' ? `${activity.dossiersLeft}/${activity.bytesLeft}` : activity.kind,
      );
    });
    await sender.send();
    expect(await sender.storage.outbox.counts()).toEqual({
      waiting: 0,
      attention: 0,
      received: 2,
      bytesWaiting: 0,
    });
    // The small one goes along with its envelope; what went up by itself is asked about.
    expect(office.trips).toEqual([3, 0]);
    expect(office.uploads).toEqual([idOf(1001), idOf(1000)]);
    expect(office.asked).toEqual([[], [idOf(1001), idOf(1000)]]);
    expect([...office.envelopes.values(), ...office.files.values()].map(({ times }) => times)).toEqual([
      1, 1, 1, 1, 1,
    ]);
    // 200 bytes of envelopes and 60,999 of photos, less with each step, and nothing at the end.
    expect([...new Set(told)]).toEqual(['idle', '2/61199', '1/59999', '1/30000', '1/0']);
    expect(told.at(-1)).toBe('idle');
    expect(sender.driver.status()).toMatchObject({
      reach: 'reached',
      activity: { kind: 'idle' },
      lastAnswerAt: '2026-11-22T12:00:00.000Z',
    });
    expect(sender.delay()).toBe(300_000);
  });

  it('looks at the office with an empty outbox too, when the timer says so', async () => {
    await sender.send();
    expect(office.trips).toEqual([0]);
    await sender.elapse();
    expect(office.trips).toEqual([0, 0]);
  });

  it('does nothing before the tablet was enrolled, and begins by itself after', async () => {
    const other = await enrolTablet(office.key);
    const device = await other.openTab().findDevice();
    other.disk.rows.get('device')?.clear();
    const storage = other.openTab();
    const early = startSender({ storage, transport: office.transport });
    await early.send();
    expect(office.trips).toEqual([]);
    expect(early.driver.status()).toMatchObject({ reach: 'unknown', activity: { kind: 'idle' } });
    if (device === undefined) throw new Error('the tablet was enrolled');
    await storage.putDevice(device);
    await early.driver.settled();
    expect(office.trips).toEqual([0]);
  });

  it('sends many in batches that double', async () => {
    for (let number = 1; number <= 320; number += 1) await tablet.queue(number, { bytes: 10 });
    await sender.send();
    expect(office.trips).toEqual([100, 200, 20]);
    expect(office.envelopes.size).toBe(320);
  });
});

describe('the answer', () => {
  it('lost after the office took everything in: asking brings the receipts, and nothing goes up again', async () => {
    const { id, attachments } = await tablet.queue(1, { attachments: [500] });
    office.troubles = ['answer-lost'];
    await sender.send();
    expect(office.envelopes.size).toBe(1);
    expect(await states()).toEqual({ waiting: 1, received: 0, attention: 0 });
    expect(sender.driver.status()).toMatchObject({ reach: 'unreachable', activity: { kind: 'waiting' } });
    await sender.elapse();
    expect(await states()).toEqual({ waiting: 0, received: 1, attention: 0 });
    expect(office.asked).toEqual([[], [id, ...attachments]]);
    expect([...office.envelopes.values(), ...office.files.values()].map(({ times }) => times)).toEqual([
      1, 1,
    ]);
  });

  it('cut off in the middle of what goes up: what was whole is asked about, the rest follows, each once', async () => {
    for (let number = 1; number <= 9; number += 1) await tablet.queue(number);
    office.troubles = [{ kind: 'cut', after: 4 }];
    await sender.send();
    await sender.elapse();
    expect(office.trips).toEqual([9, 0, 5]);
    expect(office.asked.map((ids) => ids.length)).toEqual([0, 9, 0]);
    expect(await states()).toEqual({ waiting: 0, received: 9, attention: 0 });
    expect([...office.envelopes.values()].every(({ times }) => times === 1)).toBe(true);
  });

  it('that never comes is not asked about for ever at once', async () => {
    await tablet.queue(1);
    office.troubles = ['no-network', undefined, 'no-network', undefined];
    await sender.send();
    await sender.elapse();
    // Asked, sent at once, in doubt again, asked again: now it waits before the third time.
    await sender.elapse();
    expect(office.trips).toEqual([1, 0, 1, 0]);
    expect(sender.driver.status().activity.kind).toBe('waiting');
    await sender.elapse();
    expect(await states()).toEqual({ waiting: 0, received: 1, attention: 0 });
  });

  it('that more is in doubt than can be asked at once does not stop', async () => {
    for (let number = 1; number <= 500; number += 1) await tablet.queue(number, { bytes: 10 });
    office.troubles = [undefined, 'answer-lost', 'answer-lost', 'answer-lost'];
    await sender.send();
    for (let tries = 0; tries < 9 && (await states()).received !== 500; tries += 1) await sender.elapse();
    expect(await states()).toEqual({ waiting: 0, received: 500, attention: 0 });
    expect([...office.envelopes.values()].every(({ times }) => times === 1)).toBe(true);
  });

  it('of a captive portal changes nothing', async () => {
    await tablet.queue(1);
    office.troubles = ['captive-portal', 'captive-portal'];
    await sender.send();
    await sender.elapse();
    expect(await states()).toEqual({ waiting: 1, received: 0, attention: 0 });
    expect(sender.driver.status().reach).toBe('unreachable');
    expect(sender.driver.status().lastAnswerAt).toBeUndefined();
    expect(sender.delay()).toBe(1500);
    await sender.elapse();
    expect(await states()).toEqual({ waiting: 0, received: 1, attention: 0 });
  });

  it.each([
    ['over another digest', async () => forgedBy(office.key, 'A'.repeat(43))],
    ['signed by a stranger', async () => forgedBy(await generateKeyPair('signing'))],
    [
      'signed by a stranger in the name of the office',
      async () => forgedBy({ ...(await generateKeyPair('signing')), id: office.key.id }),
    ],
    ['that is none', async () => ({ ...(await forgedBy(office.key)), signature: 'received, thank you' })],
    ['for a place where nothing was', async () => forgedBy(office.key, undefined, 7)],
  ])('with a receipt %s removes nothing', async (_, forge) => {
    await tablet.queue(1);
    const forged = await forge();
    office.distort = async (message) => ({ ...message, received: forged });
    await sender.send();
    expect(await states()).toEqual({ waiting: 1, received: 0, attention: 0 });
    expect((await sender.storage.outbox.nextEnvelopes(9, 9999))[0]?.bytes).toHaveLength(100);
    // Nothing moved: it waits instead of asking again at once.
    expect(office.trips).toEqual([1]);
    expect(sender.driver.status().activity.kind).toBe('waiting');
  });

  async function forgedBy(key: typeof office.key, digest?: string, place = 0) {
    const [row] = await sender.storage.outbox.listEnvelopes();
    const receipt = {
      id: idOf(1),
      of: 'envelope' as const,
      digest: digest ?? row?.digest ?? '',
      receivedAt: '2026-11-22T12:00:00Z',
    };
    return packReceived(await signReceiptList([receipt], key), [{ place, receipt }]);
  }

  it('with a refusal of other bytes than were sent is not heard', async () => {
    await tablet.queue(1);
    office.refuses.set(idOf(1), 'unreadable');
    office.distort = async (message) => ({
      ...message,
      refusals: message.refusals.map((refusal) => ({ ...refusal, digest: 'AAAAAAAA' })),
    });
    await sender.send();
    expect(await states()).toEqual({ waiting: 1, received: 0, attention: 0 });
  });

  it('with news of a kind that this app does not know passes them over, and the cursor goes on', async () => {
    office.distort = async (message) => ({
      ...message,
      changes: [
        { kind: 'weather', cursor: 4, rain: true },
        {
          kind: 'account',
          cursor: 5,
          submissionId: idOf(1),
          state: 'active',
          receivedAt: '2026-11-22T12:00:00Z',
        },
      ],
      cursor: 6,
    });
    await sender.send();
    expect(await sender.storage.outbox.listOfficeStates()).toMatchObject([
      { submissionId: idOf(1), cursor: 5 },
    ]);
    expect(await sender.storage.findDevice()).toMatchObject({ cursor: 6, contractVersion: CONTRACT_VERSION });
  });

  it('with a refusal moves that one to "needs attention" and lets the others through', async () => {
    await tablet.queue(1);
    await tablet.queue(2);
    office.refuses.set(idOf(1), 'id-conflict');
    await sender.send();
    expect(await states()).toEqual({ waiting: 0, received: 1, attention: 1 });
    const rows = await sender.storage.outbox.listEnvelopes();
    expect(rows.find(({ id }) => id === idOf(1))).toMatchObject({
      state: 'attention',
      attention: 'id-conflict',
    });
    expect(sender.driver.status().activity.kind).toBe('idle');
    // A person asks to try again.
    office.refuses.clear();
    await sender.storage.outbox.retry(idOf(1));
    await sender.send();
    expect(await states()).toEqual({ waiting: 0, received: 2, attention: 0 });
  });
});

describe('a batch that cannot be taken', () => {
  it('is halved until it fits', async () => {
    for (let number = 1; number <= 9; number += 1) await tablet.queue(number);
    office.judge = ({ items }) => (items.length > 3 ? { kind: 'refused', error: 'too-large' } : undefined);
    await sender.send();
    expect(office.trips.slice(0, 3)).toEqual([9, 4, 2]);
    expect(await states()).toEqual({ waiting: 0, received: 9, attention: 0 });
  });

  it('because of one envelope lets the others through, and keeps the one', async () => {
    for (let number = 1; number <= 6; number += 1) await tablet.queue(number);
    const poison = idOf(3);
    office.judge = ({ items }) =>
      items.some(({ id }) => id === poison) ? { kind: 'refused', error: 'internal' } : undefined;
    await sender.send();
    for (let tries = 0; tries < 20 && office.envelopes.size < 5; tries += 1) await sender.elapse();
    expect(office.envelopes.size).toBe(5);
    expect(await states()).toEqual({ waiting: 1, received: 5, attention: 0 });
    office.judge = () => undefined;
    for (let tries = 0; tries < 5 && office.envelopes.size < 6; tries += 1) await sender.elapse();
    expect(await states()).toEqual({ waiting: 0, received: 6, attention: 0 });
  });

  it('for a proxy on the way is made smaller as well', async () => {
    for (let number = 1; number <= 4; number += 1) await tablet.queue(number);
    office.troubles = [{ kind: 'unverified', status: 413 }];
    await sender.send();
    expect(office.trips).toEqual([4, 2, 2]);
  });
});

describe('the office', () => {
  it.each([
    ['update-needed', 'update-needed'],
    ['device-revoked', 'device-revoked'],
    ['unauthorized', 'sign-in-needed'],
  ] as const)('saying %s holds the sender and leaves the outbox whole', async (error, reason) => {
    await tablet.queue(1, { attachments: [10] });
    office.judge = () => ({ kind: 'refused', error });
    await sender.send();
    expect(sender.driver.status()).toMatchObject({ reach: 'reached', pausedBecause: [reason] });
    expect(await sender.storage.outbox.counts()).toMatchObject({ waiting: 1, bytesWaiting: 110 });
    sender.driver.wake('finished');
    await sender.driver.settled();
    expect(office.trips).toEqual([2]);
    // Mended at the office: the slow timer finds out.
    office.judge = () => undefined;
    await sender.elapse();
    expect(sender.driver.status().pausedBecause).toEqual([]);
    expect(await sender.storage.outbox.counts()).toMatchObject({ waiting: 0, received: 1 });
  });

  it('answering in unknown words needs the update', async () => {
    office.troubles = [{ kind: 'not-understood' }];
    await sender.send();
    expect(sender.driver.status().pausedBecause).toEqual(['update-needed']);
  });

  it('asking to wait is heeded, whatever the surroundings say', async () => {
    office.troubles = [{ kind: 'refused', error: 'too-many-requests', retryAfter: 120 }];
    await sender.send();
    expect(sender.delay()).toBe(120_000);
    sender.driver.wake('online');
    await sender.driver.settled();
    expect(office.trips).toHaveLength(1);
    expect(sender.driver.status().activity).toEqual({ kind: 'waiting', until: '2026-11-22T12:02:00.000Z' });
  });
});

describe('photos', () => {
  it('that break off are waited for, and go on the next time', async () => {
    await tablet.queue(1, { attachments: [LARGE, LARGE + 1] });
    office.uploadTroubles = ['no-network'];
    await sender.send();
    expect(sender.driver.status()).toMatchObject({ reach: 'unreachable', activity: { kind: 'waiting' } });
    await sender.elapse();
    expect(await sender.storage.outbox.counts()).toMatchObject({ waiting: 0, received: 1 });
  });

  it('of which one is refused do not hold up the other', async () => {
    await tablet.queue(1, { attachments: [LARGE, LARGE + 1] });
    office.uploadTroubles = [409];
    await sender.send();
    expect(office.files.size).toBe(1);
    expect((await sender.storage.outbox.listAttachments()).map(({ state }) => state).sort()).toEqual([
      'received',
      'waiting',
    ]);
  });

  it('whose receipt was lost on the way are asked about, not sent again', async () => {
    await tablet.queue(1, { attachments: [LARGE] });
    office.troubles = [undefined, 'answer-lost'];
    await sender.send();
    expect(await sender.storage.outbox.counts()).toMatchObject({ waiting: 1 });
    await sender.elapse();
    expect(office.uploads).toHaveLength(1);
    expect(await sender.storage.outbox.counts()).toMatchObject({ waiting: 0, received: 1 });
  });
});

describe('what the disk has spoiled', () => {
  it('is not sent: it needs a person, and holds up nobody', async () => {
    const { id } = await tablet.queue(1, { attachments: [500] });
    await tablet.queue(2);
    tablet.disk.rows.get('envelopeBytes')?.set(id, { id, bytes: new Uint8Array(100) });
    await sender.send();
    expect(await states()).toEqual({ waiting: 0, received: 1, attention: 1 });
    expect(office.envelopes.has(id)).toBe(false);
  });

  it('of a photo neither, however large', async () => {
    const { attachments } = await tablet.queue(1, { attachments: [500, LARGE] });
    const [small = '', large = ''] = attachments;
    tablet.disk.rows
      .get('ciphertexts')
      ?.set(large, { id: large, submissionId: idOf(1), bytes: new Uint8Array(LARGE) });
    tablet.disk.rows
      .get('ciphertexts')
      ?.set(small, { id: small, submissionId: idOf(1), bytes: new Uint8Array(500) });
    await sender.send();
    expect(office.files.size).toBe(0);
    expect((await sender.storage.outbox.listAttachments()).map(({ attention }) => attention)).toEqual([
      'digest-mismatch',
      'digest-mismatch',
    ]);
    expect(await states()).toMatchObject({ received: 1 });
  });
});

describe('two tabs', () => {
  it('send under one lock: each envelope reaches the office once', async () => {
    for (let number = 1; number <= 5; number += 1) await tablet.queue(number, { attachments: [50] });
    const locks = createSenderLock(undefined);
    let inside = 0;
    let most = 0;
    const counted = {
      run: (work: () => Promise<void>) =>
        locks.run(async () => {
          inside += 1;
          most = Math.max(most, inside);
          await work();
          inside -= 1;
        }),
    };
    const tabs = [1, 2].map(() =>
      startSender({ storage: tablet.openTab(), transport: office.transport, locks: counted }),
    );
    await Promise.all(tabs.map((tab) => tab.send()));
    expect(most).toBe(1);
    expect([...office.envelopes.values(), ...office.files.values()].map(({ times }) => times)).toEqual(
      Array.from({ length: 10 }, () => 1),
    );
    expect(await states()).toMatchObject({ waiting: 0, received: 5 });
    for (const tab of tabs)
      expect(tab.driver.status()).toMatchObject({ reach: 'reached', activity: { kind: 'idle' } });
  });

  it('without any lock still give one of each', async () => {
    for (let number = 1; number <= 5; number += 1) await tablet.queue(number, { attachments: [50] });
    const tabs = [1, 2].map(() => startSender({ storage: tablet.openTab(), transport: office.transport }));
    await Promise.all(tabs.map((tab) => tab.send()));
    expect([office.envelopes.size, office.files.size]).toEqual([5, 5]);
    expect(await states()).toMatchObject({ waiting: 0, received: 5 });
  });
});

describe('in the middle of a try', () => {
  it('something finished goes in the same run', async () => {
    await tablet.queue(1);
    const { arrived, release } = office.hold();
    const sent = sender.send();
    await arrived;
    await tablet.queue(2);
    sender.driver.wake('finished');
    release();
    await sent;
    expect(await states()).toEqual({ waiting: 0, received: 2, attention: 0 });
  });

  it('a pause holds: the late answer of that try is not applied, and going on brings it again', async () => {
    await tablet.queue(1);
    const { arrived, release } = office.hold();
    const sent = sender.send();
    await arrived;
    sender.driver.setPaused(true);
    release();
    await sent;
    expect(sender.driver.status().pausedBecause).toEqual(['user']);
    expect(sender.delay()).toBeUndefined();
    expect(await states()).toEqual({ waiting: 1, received: 0, attention: 0 });
    sender.driver.setPaused(false);
    await sender.driver.settled();
    expect(await states()).toEqual({ waiting: 0, received: 1, attention: 0 });
    expect(office.envelopes.get(idOf(1))?.times).toBe(1);
  });

  it('a stop ends the run for good', async () => {
    await tablet.queue(1);
    const { arrived, release } = office.hold();
    const sent = sender.send();
    await arrived;
    sender.driver.stop();
    release();
    await sent;
    sender.driver.wake('user');
    await sender.driver.settled();
    expect(office.trips).toHaveLength(1);
    expect(sender.delay()).toBeUndefined();
  });

  it('a stop whose storage closes under the run is no bug, and the next start brings what waited', async () => {
    await tablet.queue(1);
    const { arrived, release } = office.hold();
    const sent = sender.send();
    await arrived;
    sender.driver.stop();
    sender.storage.close();
    release();
    await sent;
    expect(sender.bugs).toEqual([]);
    sender = startSender({ storage: tablet.openTab(), transport: office.transport });
    await sender.send();
    expect(await states()).toEqual({ waiting: 0, received: 1, attention: 0 });
  });

  it('a broken disk is reported, and tried again later', async () => {
    await tablet.queue(1);
    tablet.disk.isFull = true;
    await sender.send();
    expect(sender.bugs).toHaveLength(1);
    expect(sender.driver.status().activity.kind).toBe('waiting');
    tablet.disk.isFull = false;
    await sender.elapse();
    expect(await states()).toEqual({ waiting: 0, received: 1, attention: 0 });
  });
});

describe('people who wish', () => {
  const metered = () => {
    const listeners = new Set<() => void>();
    const network = {
      metered: true as boolean | undefined,
      tells: true,
      isMetered: () => network.metered,
      onChange: (listener: () => void) => {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
      becomes: async (value: boolean | undefined) => {
        network.metered = value;
        for (const listener of listeners) listener();
        await onMobile.driver.settled();
      },
    };
    return network;
  };
  let network: ReturnType<typeof metered>;
  let onMobile: TestSender;
  const counts = async () => await sender.storage.outbox.counts();

  beforeEach(async () => {
    await tablet.queue(1);
    network = metered();
    onMobile = startSender({ storage: tablet.openTab(), transport: office.transport, network });
  });

  it('to hold are heeded by another tab at once, by the next start and by the service worker', async () => {
    sender.driver.setPaused(true);
    await expect.poll(async () => (await sender.storage.findSendingWishes()).paused).toBe(true);
    await onMobile.send();
    expect(onMobile.driver.status().pausedBecause).toEqual(['user']);
    const worker = startSender({ storage: tablet.openTab(), transport: office.transport });
    expect(await worker.driver.flush()).toBe('held');
    expect(office.trips).toEqual([]);
    onMobile.driver.setPaused(false);
    await expect.poll(async () => (await counts()).received).toBe(1);
    await expect.poll(() => sender.driver.status().pausedBecause).toEqual([]);
  });

  it('for Wi-Fi only: nothing goes over mobile data, Wi-Fi sends by itself', async () => {
    await onMobile.storage.putSendingWishes({ onlyOnWifi: true });
    expect(await onMobile.driver.flush()).toBe('left');
    expect(onMobile.driver.status().pausedBecause).toEqual(['metered']);
    onMobile.driver.wake('finished');
    await onMobile.driver.settled();
    expect(office.trips).toEqual([]);
    await network.becomes(false);
    expect(await counts()).toMatchObject({ waiting: 0, received: 1 });
    expect(onMobile.driver.status().pausedBecause).toEqual([]);
  });

  it('for Wi-Fi only, who then send anyway: this round goes, breaks of the line included, the next one waits again', async () => {
    await onMobile.storage.putSendingWishes({ onlyOnWifi: true });
    await onMobile.driver.flush();
    office.troubles = ['no-network'];
    await onMobile.send();
    expect(onMobile.driver.status().activity.kind).toBe('waiting');
    await onMobile.elapse();
    expect(await counts()).toMatchObject({ waiting: 0, received: 1 });
    expect(onMobile.driver.status().pausedBecause).toEqual(['metered']);
    const trips = office.trips.length;
    await tablet.queue(2);
    onMobile.driver.wake('finished');
    await onMobile.driver.settled();
    expect(office.trips).toHaveLength(trips);
  });

  it('for Wi-Fi only, where the browser does not say what network it is: it is sent', async () => {
    await onMobile.storage.putSendingWishes({ onlyOnWifi: true });
    network.metered = undefined;
    expect(await onMobile.driver.flush()).toBe('empty');
  });

  it('for Wi-Fi only, when mobile data takes over in the middle of a try: it is broken off', async () => {
    await onMobile.storage.putSendingWishes({ onlyOnWifi: true });
    network.metered = false;
    const { arrived, release } = office.hold();
    const sent = onMobile.send();
    await arrived;
    const switched = network.becomes(true);
    release();
    await Promise.all([sent, switched]);
    expect(onMobile.driver.status().pausedBecause).toEqual(['metered']);
    expect(await counts()).toMatchObject({ waiting: 1, received: 0 });
  });

  it('who change one wish leave the other as it was', async () => {
    await onMobile.storage.putSendingWishes({ onlyOnWifi: true });
    await onMobile.storage.putSendingWishes({ paused: true });
    expect(await sender.storage.findSendingWishes()).toEqual({ paused: true, onlyOnWifi: true });
  });
});

describe('the timer', () => {
  it('of a wait runs on, whatever is written meanwhile', async () => {
    office.troubles = ['no-network'];
    await sender.send();
    let timers = 0;
    const before = sender.timersSet();
    for (let note = 0; note < 5; note += 1) {
      await tablet.openTab().putSendingWishes({ onlyOnWifi: false });
      timers = sender.timersSet();
    }
    expect(timers).toBe(before);
    await tablet.queue(1);
    await sender.elapse();
    expect(await states()).toMatchObject({ received: 1 });
  });

  it('means the same whatever the wall clock says', async () => {
    let clock = Date.parse('2026-11-22T12:00:00Z');
    const other = startSender({
      storage: tablet.openTab(),
      transport: office.transport,
      clock: () => clock,
    });
    await tablet.queue(1, { attachments: [500] });
    office.troubles = ['no-network', 'no-network'];
    await other.send();
    clock -= 400 * 24 * 3_600_000;
    await other.elapse();
    expect(other.delay()).toBe(1500);
    clock += 4000 * 24 * 3_600_000;
    await other.elapse();
    expect(await states()).toMatchObject({ waiting: 0, received: 1 });
  });
});

describe('flush', () => {
  it('says whether anything is left', async () => {
    await tablet.queue(1);
    office.troubles = [{ kind: 'refused', error: 'too-many-requests', retryAfter: 60 }];
    expect(await sender.driver.flush()).toBe('left');
    expect(await sender.driver.flush()).toBe('left');
    await sender.send();
    expect(await sender.driver.flush()).toBe('empty');
  });

  it('goes on over a line that breaks now and then', async () => {
    await tablet.queue(1);
    office.troubles = ['no-network'];
    const flushed = sender.driver.flush();
    await expect.poll(() => sender.delay()).toBe(350);
    await sender.elapse();
    expect(await flushed).toBe('empty');
  });
});

describe('what is done after a round', () => {
  it('begins when one was answered, is never waited for by sending, and is over when a worker ends', async () => {
    let begun = 0;
    let end = () => {};
    const afterRound = () =>
      new Promise<void>((resolve) => {
        begun += 1;
        end = resolve;
      });
    sender = startSender({ storage: tablet.openTab(), transport: office.transport, afterRound });
    office.troubles = ['captive-portal'];
    await sender.send();
    expect(begun).toBe(0);
    await sender.elapse();
    expect(begun).toBe(1);
    await tablet.queue(1);
    await sender.send();
    expect(await states()).toEqual({ waiting: 0, received: 1, attention: 0 });
    expect(begun).toBe(1);
    let isOver = false;
    const flushed = sender.driver.flush().then(() => {
      isOver = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(isOver).toBe(false);
    end();
    await flushed;
    await sender.send();
    expect(begun).toBe(2);
  });

  it('that fails is told, and tried again after the next round', async () => {
    let tries = 0;
    const afterRound = async () => {
      tries += 1;
      throw new Error('made up');
    };
    sender = startSender({ storage: tablet.openTab(), transport: office.transport, afterRound });
    await sender.send();
    await sender.send();
    expect(tries).toBe(2);
    expect(sender.bugs).toHaveLength(2);
  });
});
