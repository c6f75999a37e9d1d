import type { Rest, SyncStatus } from '../../../../sync/model.ts';
import { findRest } from './describe-sending.ts';

/** What the sending panel shows; texts by key in `sending`. */
export interface SendingPanel {
  readonly words: 'nothing' | 'photos' | 'waiting';
  /** Shown with a bar while it goes. */
  readonly rest?: Rest;
  /** `ask`: nothing to send, look at the office. `anyway`: it waits for Wi-Fi. `sending`: it is under way. */
  readonly action: 'ask' | 'now' | 'anyway' | 'sending';
  /** Why it does not go, and that nothing is lost by it. */
  readonly note?: 'offline' | `held.${SyncStatus['pausedBecause'][number]}`;
}

/** Of several reasons, the one that a person has to hear of first: what only somebody else can mend. */
const MOST_PRESSING = ['device-revoked', 'update-needed', 'sign-in-needed', 'user', 'metered'] as const;

export function describePanel(
  status: SyncStatus,
  outbox: { readonly waiting: number; readonly bytesWaiting: number },
): SendingPanel {
  const { reach, pausedBecause } = status;
  const isEmpty = outbox.waiting === 0 && outbox.bytesWaiting === 0;
  const words = isEmpty ? 'nothing' : outbox.waiting === 0 ? 'photos' : 'waiting';
  const rest = findRest(status);
  if (rest !== undefined) return { words, rest, action: 'sending' };
  if (isEmpty) return { words, action: 'ask' };
  const held = MOST_PRESSING.find((reason) => pausedBecause.includes(reason));
  if (held !== undefined)
    return { words, action: held === 'metered' ? 'anyway' : 'now', note: `held.${held}` };
  return { words, action: 'now', ...(reach === 'unreachable' ? { note: 'offline' as const } : {}) };
}

/** The estimate as a key under `sending` and its count: minutes, or whole hours. */
export function describeTimeLeft(minutes: number): {
  readonly key: 'minutes' | 'hours';
  readonly count: number;
} {
  return minutes < 60
    ? { key: 'minutes', count: minutes }
    : { key: 'hours', count: Math.round(minutes / 60) };
}
