import type { ArrivedItem } from '../../contract/up/up-reader.ts';
import { type ItemOutcome, takeInItem } from '../commands/take-in-item.ts';
import type { Deps } from '../deps.ts';

/** Envelopes at work at once: while one waits for the disk, the next is opened. */
const AT_ONCE = 3;

/**
 * The items of one request, taken in side by side. An attachment waits for the envelopes before it, because one of them
 * may name it. What was begun is ended whatever becomes of the request.
 */
export class SideBySide {
  readonly #deps: Deps;
  readonly #begun: Promise<ItemOutcome>[] = [];
  readonly #atWork = new Set<Promise<unknown>>();
  readonly #failures: unknown[] = [];

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** Resolves when there is room for the next. */
  async begin(item: ArrivedItem, deviceId: string): Promise<void> {
    if (item.kind !== 'envelope') await this.settled();
    const work = takeInItem(this.#deps, item, deviceId);
    this.#begun.push(work);
    const ended: Promise<unknown> = work
      .catch((error: unknown) => this.#failures.push(error))
      .then(() => this.#atWork.delete(ended));
    this.#atWork.add(ended);
    if (this.#atWork.size >= AT_ONCE) await Promise.race(this.#atWork);
  }

  /** In the order in which the items came. Throws where taking one in did. */
  async outcomes(): Promise<readonly ItemOutcome[]> {
    return Promise.all(this.#begun);
  }

  /** Resolves when nothing is at work any more; with what failed, for a request that nobody waits for. */
  async settled(): Promise<readonly unknown[]> {
    await Promise.all(this.#atWork);
    return this.#failures;
  }
}
