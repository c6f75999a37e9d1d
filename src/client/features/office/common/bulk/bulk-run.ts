import type { Problem } from '../call.ts';

/*
 *   idle ── start ──▶ waiting ── grace over, or "now" ──▶ sending ── each answered ──▶ done ── close ──▶ idle
 *                        └── undo ──▶ undone ── close, or start ──▶ …
 *
 * Nothing leaves before the grace is over, so undoing is not doing. Each dossier is a command of its own: some may fail, and say why.
 */

export interface BulkItem {
  readonly id: string;
  readonly revision: number;
  readonly name: string;
}

export interface BulkJob<Act> {
  readonly act: Act;
  readonly items: readonly BulkItem[];
}

export interface BulkFailure {
  readonly item: BulkItem;
  readonly problem: Problem;
}

export type BulkState<Act> =
  | { readonly kind: 'idle' }
  | { readonly kind: 'waiting'; readonly job: BulkJob<Act>; readonly until: number }
  | { readonly kind: 'undone' }
  | { readonly kind: 'sending'; readonly job: BulkJob<Act>; readonly answered: number }
  | { readonly kind: 'done'; readonly job: BulkJob<Act>; readonly failures: readonly BulkFailure[] };

export interface BulkParts<Act> {
  /** One command; undefined when it was done. Sent again with the same id it is done once. */
  readonly send: (item: BulkItem, act: Act, commandId: string) => Promise<Problem | undefined>;
  readonly newId: () => string;
  readonly now: () => number;
  readonly onSettled: () => void;
}

/** Milliseconds in which everything can still be taken back. */
export const GRACE = 6_000;

/** Does one job at a time, after a while in which it can be undone. */
export class BulkRun<Act> {
  #state: BulkState<Act> = { kind: 'idle' };
  #timer: ReturnType<typeof setTimeout> | undefined;
  #sending: Promise<void> = Promise.resolve();
  readonly #parts: BulkParts<Act>;
  readonly #listeners = new Set<() => void>();

  constructor(parts: BulkParts<Act>) {
    this.#parts = parts;
  }

  readonly get = (): BulkState<Act> => this.#state;
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Waits for the grace, then sends. False while another job waits or is being sent. */
  start(job: BulkJob<Act>): boolean {
    if (this.#state.kind === 'waiting' || this.#state.kind === 'sending') return false;
    this.#become({ kind: 'waiting', job, until: this.#parts.now() + GRACE });
    this.#timer = setTimeout(() => void this.sendNow(), GRACE);
    return true;
  }

  undo(): void {
    if (this.#state.kind !== 'waiting') return;
    clearTimeout(this.#timer);
    this.#become({ kind: 'undone' });
  }

  close(): void {
    if (this.#state.kind === 'done' || this.#state.kind === 'undone') this.#become({ kind: 'idle' });
  }

  /** Ends the grace. Resolves when each command was answered, also those that were being sent already; at once when there are none. */
  sendNow(): Promise<void> {
    if (this.#state.kind === 'waiting') {
      clearTimeout(this.#timer);
      this.#sending = this.#sendAll(this.#state.job);
    }
    return this.#sending;
  }

  async #sendAll(job: BulkJob<Act>): Promise<void> {
    const failures: BulkFailure[] = [];
    for (const [answered, item] of job.items.entries()) {
      this.#become({ kind: 'sending', job, answered });
      const problem = await this.#sendOne(item, job.act);
      if (problem !== undefined) failures.push({ item, problem });
    }
    this.#become({ kind: 'done', job, failures });
    this.#parts.onSettled();
  }

  /** A lost answer is asked for once more with the same command, which finds its own work. */
  async #sendOne(item: BulkItem, act: Act): Promise<Problem | undefined> {
    const commandId = this.#parts.newId();
    const problem = await this.#parts.send(item, act, commandId);
    return problem?.kind === 'unreachable' ? await this.#parts.send(item, act, commandId) : problem;
  }

  #become(state: BulkState<Act>): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}
