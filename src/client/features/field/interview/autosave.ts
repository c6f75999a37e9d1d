/*
 * The saving queue of one interview. One write at a time; the newest value always wins; a value counts as saved
 * only after the write that carried it has resolved, and storage resolves only after a strict commit (I1).
 *
 *   change ──pause──▶ write ──saved──▶ saved
 *      ▲                │  ├─no-space▶ no-space   (value kept; the next change or `flush` tries again)
 *      └── newer value ─┘  └─stale───▶ stale      (value kept; nothing is written over the other tab's work)
 */

export type WriteOutcome =
  | { readonly kind: 'saved'; readonly at: string }
  | { readonly kind: 'no-space' }
  | { readonly kind: 'stale' };

export type AutosaveState =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'pending' }
  | { readonly kind: 'saved'; readonly at: string }
  | { readonly kind: 'no-space' }
  | { readonly kind: 'stale' };

export interface Autosave<Value> {
  readonly state: () => AutosaveState;
  readonly latest: () => Value;
  /** Remembers the value and saves it after the pause. */
  readonly change: (value: Value) => void;
  /** Saves what is not saved yet, now. Resolves with the state after every write that was needed. */
  readonly flush: () => Promise<AutosaveState>;
  /**
   * Runs a write of another kind (a photo) in the queue, after what is pending, so that two writes never cross.
   * `operation` gets what was last saved and returns the value that it stored. Undefined when it was not run,
   * because another tab's work would be overwritten.
   */
  readonly within: <Result>(
    operation: (
      saved: Value,
    ) => Promise<{ readonly stored?: Value; readonly at?: string; readonly result: Result }>,
    merge: (stored: Value, latest: Value) => Value,
  ) => Promise<Result | undefined>;
  readonly stop: () => void;
}

/** What the queue needs from outside: writing, a timer, and somebody to tell. */
export interface AutosavePorts<Value> {
  readonly write: (value: Value) => Promise<{ readonly outcome: WriteOutcome; readonly stored?: Value }>;
  /** Keeps what the write gave the value (its new `updatedAt`) and what was typed meanwhile. */
  readonly rebase: (stored: Value, latest: Value) => Value;
  readonly setTimer: (run: () => void, ms: number) => number;
  readonly clearTimer: (id: number) => void;
  readonly onState: (state: AutosaveState) => void;
  /** A write that threw: a bug or a broken disk. The value stays in memory and unsaved. */
  readonly onCrash: (error: unknown) => void;
  readonly pauseMs: number;
}

export function createAutosave<Value>(first: Value, ports: AutosavePorts<Value>): Autosave<Value> {
  let latest = first;
  let revision = 0;
  let savedRevision = 0;
  let state: AutosaveState = { kind: 'unchanged' };
  let timer: number | undefined;
  let queue: Promise<unknown> = Promise.resolve();

  function say(next: AutosaveState): void {
    state = next;
    ports.onState(next);
  }

  function cancelTimer(): void {
    if (timer !== undefined) ports.clearTimer(timer);
    timer = undefined;
  }

  function enqueue<Result>(job: () => Promise<Result>): Promise<Result> {
    const run = queue.then(job);
    queue = run.catch(() => undefined);
    return run;
  }

  async function writePending(): Promise<void> {
    while (savedRevision < revision) {
      const writing = revision;
      const { outcome, stored } = await ports.write(latest);
      if (outcome.kind !== 'saved') return say(outcome);
      savedRevision = writing;
      if (stored !== undefined) latest = ports.rebase(stored, latest);
      // A word typed while the disk was working is not saved yet: say nothing until it is.
      if (revision === writing) say(outcome);
    }
  }

  function flush(): Promise<AutosaveState> {
    cancelTimer();
    return enqueue(async () => {
      await writePending();
      return state;
    });
  }

  return {
    state: () => state,
    latest: () => latest,
    change(value) {
      latest = value;
      revision += 1;
      if (state.kind !== 'stale') say({ kind: 'pending' });
      cancelTimer();
      timer = ports.setTimer(() => {
        flush().catch(ports.onCrash);
      }, ports.pauseMs);
    },
    flush,
    within(operation, merge) {
      cancelTimer();
      return enqueue(async () => {
        await writePending();
        if (state.kind === 'stale') return undefined;
        const before = revision;
        const { stored, at, result } = await operation(latest);
        if (stored !== undefined) {
          latest = merge(stored, latest);
          if (revision === before && at !== undefined) say({ kind: 'saved', at });
        }
        return result;
      });
    },
    stop: cancelTimer,
  };
}
