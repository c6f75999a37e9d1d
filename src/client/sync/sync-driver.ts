import type { SyncEvent, WakeReason } from '../../domain/sync/event.ts';
import { isBusy, step } from '../../domain/sync/machine.ts';
import { type BusyState, initialState, type State } from '../../domain/sync/state.ts';
import { exchangeOnce } from './exchange.ts';
import { findIdentity } from './identity.ts';
import type { SyncDriver, SyncStatus } from './model.ts';
import type { SyncPorts } from './ports.ts';
import { statusOf } from './status.ts';
import type { SenderIdentity } from './transport.ts';
import { uploadNext } from './upload.ts';

/** The driver with what only the service worker uses. */
export interface Sender extends SyncDriver {
  /** One round; resolves when there is nothing to do at once. Says whether anything still waits on this tablet. */
  readonly flush: () => Promise<'empty' | 'left'>;
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
  /** Bytes of each attachment that went up since the last round trip: no receipt yet, but progress. */
  const wentUp = new Map<string, number>();
  let state: State = initialState;
  let run: Promise<void> | undefined;
  let operation: AbortController | undefined;
  let cancelTimer: () => void = () => {};
  let stopped = false;
  let enrolled = true;
  let counts = { waiting: 0, bytesWaiting: 0 };
  let lastAnswerAt: string | undefined;
  let since = ports.clock();
  let status: SyncStatus = currentStatus();

  function currentStatus(): SyncStatus {
    const bytesUp = [...wentUp.values()].reduce((sum, bytes) => sum + bytes, 0);
    return statusOf({ state, counts, bytesUp, lastAnswerAt, since });
  }

  function publish(): void {
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
    dispatch({ kind: 'wake', why });
    goOn();
  }

  /** Begins a run when there is work and none is under way; else sets the timer that the state asks for. */
  function goOn(): void {
    if (stopped || run !== undefined) return;
    cancelTimer();
    if (isBusy(state)) {
      run = ports.locks
        .run(workWhileBusy)
        .catch(recover)
        .finally(() => {
          run = undefined;
          tried.clear();
          if (state.kind === 'idle') putAside.clear();
          goOn();
        });
      return;
    }
    const delay = restOf(state);
    if (delay !== undefined && enrolled) cancelTimer = ports.timers(delay, () => wake('timer'));
  }

  async function workWhileBusy(): Promise<void> {
    const identity = await findIdentity(ports.storage);
    enrolled = identity !== undefined;
    if (identity === undefined) {
      // Before enrolment there is no sender: the machine has not begun.
      state = initialState;
      publish();
      return;
    }
    await refresh();
    while (!stopped && isBusy(state)) {
      operation = new AbortController();
      const event = await perform(state, identity, operation.signal);
      if (state.kind !== 'uploading') wentUp.clear();
      await refresh();
      if (event !== undefined) dispatch(event);
    }
  }

  function perform(
    busy: BusyState,
    identity: SenderIdentity,
    signal: AbortSignal,
  ): Promise<SyncEvent | undefined> {
    if (busy.kind === 'uploading') return uploadNext(ports, { identity, tried, onProgress, signal });
    return exchangeOnce(ports, { identity, batch: busy.batch, putAside, signal });
  }

  function onProgress(id: string, bytes: number): void {
    wentUp.set(id, bytes);
    publish();
  }

  async function refresh(): Promise<void> {
    counts = await ports.storage.outbox.counts();
    lastAnswerAt = (await ports.storage.findDevice())?.lastAnswerAt;
    publish();
  }

  function recover(error: unknown): void {
    ports.onBug(error);
    const left = { envelopes: 0, attachments: 0 };
    dispatch({ kind: 'failed', failure: { kind: 'retry', reach: state.reach }, sent: 0, left });
  }

  async function settled(): Promise<void> {
    while (run !== undefined) await run;
  }

  const stopListening = ports.storage.onChange(() => {
    if (!enrolled) wake('start');
  });

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
      stopListening();
    },
    setPaused: (paused) => {
      dispatch({ kind: paused ? 'pause' : 'resume', reason: 'user' });
      if (paused) operation?.abort();
      goOn();
    },
    settled,
    flush: async () => {
      wake('start');
      await settled();
      const { waiting } = await ports.storage.outbox.counts();
      return waiting === 0 ? 'empty' : 'left';
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
