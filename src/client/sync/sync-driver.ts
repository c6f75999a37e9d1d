import type { SyncEvent, WakeReason } from '../../domain/sync/event.ts';
import { isBusy, step } from '../../domain/sync/machine.ts';
import { type BusyState, initialState, type State } from '../../domain/sync/state.ts';
import { createAfterwards } from './afterwards.ts';
import { createDoubts } from './doubts.ts';
import { exchangeOnce } from './exchange.ts';
import { findIdentity } from './identity.ts';
import type { SyncDriver, SyncStatus } from './model.ts';
import type { SyncPorts } from './ports.ts';
import { lookAgain, type Progress } from './progress.ts';
import { statusOf } from './status.ts';
import type { SenderIdentity } from './transport.ts';
import { uploadNext } from './upload.ts';
import { keepWishes } from './wish-keeper.ts';
import { WISHED_REASONS } from './wishes.ts';

/** A wait up to this long, in milliseconds, is part of one sending: a line that breaks now and then is not the end of it. */
const SHORT_WAIT = 5_000;

/** The driver with what only the service worker uses. */
export interface Sender extends SyncDriver {
  /**
   * Sends until there is nothing to do for a while. `left`: something still waits on this tablet, and time or Wi-Fi may
   * mend it. `held`: a person holds it.
   */
  readonly flush: () => Promise<'empty' | 'left' | 'held'>;
  /** Resolves when no round is under way. */
  readonly settled: () => Promise<void>;
}

/**
 * Does what the sync machine says (`src/domain/sync/SPEC.md`) and reports one event back; decides nothing itself.
 * Work runs under the sender lock, one operation at a time, until the machine is not busy any more.
 */
export function createSyncDriver(ports: SyncPorts): Sender {
  const listeners = new Set<() => void>();
  const putAside = new Set<string>();
  const tried = new Set<string>();
  const doubts = createDoubts();
  const unwanted = new Set<string>();
  /** Bytes of each broken upload that the office was last known to have. */
  const reached = new Map<string, number>();
  /** Bytes of each attachment that went up since the last round trip: no receipt yet, but progress. */
  const wentUp = new Map<string, number>();
  let state: State = initialState;
  let run: Promise<void> | undefined;
  let operation: AbortController | undefined;
  let cancelTimer: () => void = () => {};
  let timerIsFor: State | undefined;
  let stopped = false;
  /** In the present run. */
  let wasAnswered = false;
  const afterwards = createAfterwards(ports.afterRound, report);
  let enrolled = true;
  /** After the last try: there was something left that was not put aside. */
  let othersLeft = false;
  const wishes = keepWishes(ports);
  let counts = { waiting: 0, bytesWaiting: 0 };
  let progress: Progress | undefined;
  let lastAnswerAt: string | undefined;
  let since = ports.clock();
  let status: SyncStatus = currentStatus();

  function currentStatus(): SyncStatus {
    return statusOf({ state, progress, lastAnswerAt, since });
  }

  function publish(): void {
    if (isBusy(state) || state.kind === 'waiting') {
      const bytesUp = [...wentUp.values()].reduce((sum, bytes) => sum + bytes, 0);
      const bytes = Math.max(0, counts.bytesWaiting - bytesUp);
      progress = lookAgain(progress, { dossiers: counts.waiting, bytes, at: ports.clock() });
    } else progress = undefined;
    status = currentStatus();
    for (const listener of listeners) listener();
  }

  function dispatch(event: SyncEvent): void {
    const next = step(state, event, ports.random());
    if (next === state) return;
    state = next;
    since = ports.clock();
    publish();
  }

  function wake(why: WakeReason): void {
    if (stopped) return;
    if (why === 'user' && wishes.held().has('metered')) wishes.setAnyway(true);
    dispatch({ kind: 'wake', why });
    goOn();
  }

  /** Brings the machine's pauses in line with what people wish and what the network is now. */
  function heedWishes(): void {
    const held = wishes.held();
    for (const reason of WISHED_REASONS) {
      const isHeld = state.kind === 'paused' && state.reasons.has(reason);
      if (held.has(reason) === isHeld) continue;
      dispatch({ kind: isHeld ? 'resume' : 'pause', reason });
      if (!isHeld) operation?.abort();
    }
    goOn();
  }

  /** Begins a run when there is work and none is under way; else sets the timer that the state asks for. */
  function goOn(): void {
    // A timer that runs for this very state runs on: whoever only looks in does not put it off.
    if (stopped || run !== undefined || timerIsFor === state) return;
    cancelTimer();
    timerIsFor = undefined;
    if (isBusy(state)) {
      run = ports.locks.run(workWhileBusy).catch(recover).finally(endRun);
      return;
    }
    const delay = restOf(state);
    if (delay === undefined || !enrolled) return;
    timerIsFor = state;
    cancelTimer = ports.timers(delay, () => {
      timerIsFor = undefined;
      wake('timer');
    });
  }

  function endRun(): void {
    run = undefined;
    if (state.kind !== 'waiting' || state.next !== 'uploading') tried.clear();
    // Where nobody else is left, what was put aside holds up nobody.
    if (state.kind === 'idle' || !othersLeft) putAside.clear();
    if (state.kind === 'idle') wishes.setAnyway(false);
    if (wasAnswered && !stopped) afterwards.begin();
    wasAnswered = false;
    heedWishes();
  }

  async function workWhileBusy(): Promise<void> {
    await wishes.learn();
    heedWishes();
    await refresh();
    while (!stopped && isBusy(state)) {
      // Anew for each try: an answer may have brought new keys.
      const identity = await findIdentity(ports.storage);
      enrolled = identity !== undefined;
      if (identity === undefined) {
        // Before enrolment there is no sender: the machine has not begun.
        state = initialState;
        publish();
        return;
      }
      operation = new AbortController();
      const event = await perform(state, identity, operation.signal);
      await refresh(event);
      if (event !== undefined) dispatch(event);
    }
  }

  function perform(
    busy: BusyState,
    identity: SenderIdentity,
    signal: AbortSignal,
  ): Promise<SyncEvent | undefined> {
    const leftOut = { identity, putAside, doubts, unwanted, signal };
    if (busy.kind === 'uploading') return uploadNext(ports, { ...leftOut, tried, reached, onProgress });
    return exchangeOnce(ports, { ...leftOut, batch: busy.batch });
  }

  function onProgress(id: string, bytes: number): void {
    wentUp.set(id, bytes);
    publish();
  }

  async function refresh(after?: SyncEvent): Promise<void> {
    counts = await ports.storage.outbox.counts();
    lastAnswerAt = (await ports.storage.findDevice())?.lastAnswerAt;
    if (after?.kind === 'answered') {
      wentUp.clear();
      wasAnswered = true;
    }
    if (after !== undefined && 'left' in after) {
      othersLeft = after.left.envelopes > 0 || after.left.attachments > 0;
    }
    publish();
  }

  /** After the stop the storage closes, whatever is still under way: what that breaks is no bug. */
  function report(error: unknown): void {
    if (!stopped) ports.onBug(error);
  }

  function recover(error: unknown): void {
    report(error);
    const left = { envelopes: 0, attachments: 0 };
    dispatch({ kind: 'failed', failure: { kind: 'retry', reach: state.reach }, sent: 0, left });
  }

  async function settled(): Promise<void> {
    while (run !== undefined) await run;
  }

  /** Resolves when the state has changed, or at the stop. */
  function nextChange(): Promise<void> {
    return new Promise((resolve) => {
      const listener = () => {
        listeners.delete(listener);
        resolve();
      };
      listeners.add(listener);
    });
  }

  const stopListening = [
    ports.storage.onChange(() => {
      if (stopped) return;
      if (!enrolled) wake('start');
      wishes.learn().then(heedWishes, report);
    }),
    ports.network?.onChange(heedWishes),
  ];

  return {
    status: () => status,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    wake,
    stop: () => {
      stopped = true;
      operation?.abort();
      cancelTimer();
      for (const stop of stopListening) stop?.();
      publish();
    },
    setPaused: (paused) => {
      wishes.setPaused(paused);
      heedWishes();
    },
    settled,
    flush: async () => {
      wake('start');
      await settled();
      while (!stopped && state.kind === 'waiting' && state.delay <= SHORT_WAIT) {
        await nextChange();
        await settled();
      }
      await afterwards.settled();
      const { waiting } = await ports.storage.outbox.counts();
      if (waiting === 0) return 'empty';
      return wishes.held().has('user') ? 'held' : 'left';
    },
  };
}

/** Milliseconds until the timer wakes the machine; undefined when only somebody else does. */
function restOf(state: State): number | undefined {
  switch (state.kind) {
    case 'idle':
      return state.pollAfter;
    case 'waiting':
      return state.delay;
    case 'paused':
      return state.lookAgainAfter ?? undefined;
    case 'exchanging':
    case 'uploading':
    case 'confirming':
      return undefined;
  }
}
