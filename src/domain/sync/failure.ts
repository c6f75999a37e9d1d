import type { PauseReason, Reach } from './state.ts';

/** A failed try, by what mends it. Trouble with one item is no failure: the server refuses it by name, storage keeps it. */
export type Failure =
  /** Time mends it. `notBefore`: milliseconds the server asked to wait. */
  | { readonly kind: 'retry'; readonly reach: Reach; readonly notBefore?: number }
  /** A smaller batch may mend it: at once, or after a while because the server itself failed or nothing came in time. */
  | { readonly kind: 'shrink'; readonly reach: Reach; readonly atOnce: boolean }
  /** A person must do something first. */
  | { readonly kind: 'pause'; readonly reason: PauseReason };

/**
 * The failure points at the one item that was sent: the driver puts it aside for this round, so that the others go.
 * Not where nothing came in time: that says more of the line than of the item.
 */
export function isolates(failure: Failure, sent: number): boolean {
  return failure.kind === 'shrink' && sent === 1 && (failure.atOnce || failure.reach === 'reached');
}
