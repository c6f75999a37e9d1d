import type { Rest, SyncStatus } from '../../../../sync/model.ts';

/** The one line of the status bar, as a text key under `status` and a shape. What waits is always said. */
export interface SendingLine {
  readonly key:
    | 'sending'
    | 'updateNeeded'
    | 'deviceRevoked'
    | 'signInNeeded'
    | 'held'
    | 'metered'
    | 'offline'
    | 'never'
    | 'fresh'
    | 'checking';
  readonly shape: 'off' | 'good' | 'busy' | 'attention';
}

/** Offline is calm: it is normal here. Attention only where a person must do something. */
export function describeSending(status: SyncStatus): SendingLine {
  const paused = new Set<string>(status.pausedBecause);
  if (paused.has('update-needed')) return { key: 'updateNeeded', shape: 'attention' };
  if (paused.has('device-revoked')) return { key: 'deviceRevoked', shape: 'attention' };
  if (paused.has('sign-in-needed')) return { key: 'signInNeeded', shape: 'attention' };
  if (paused.has('user')) return { key: 'held', shape: 'off' };
  if (paused.has('metered')) return { key: 'metered', shape: 'off' };
  const rest = findRest(status);
  if (rest !== undefined) {
    const hasWork = rest.dossiersLeft > 0 || rest.bytesLeft > 0;
    return { key: hasWork ? 'sending' : 'checking', shape: 'busy' };
  }
  if (status.reach === 'unreachable') return { key: 'offline', shape: 'off' };
  if (status.lastAnswerAt === undefined) return { key: 'never', shape: 'off' };
  return { key: 'fresh', shape: status.reach === 'reached' ? 'good' : 'off' };
}

/** What is left of a sending that is under way, a line that just broke included. */
export function findRest({ activity }: SyncStatus): Rest | undefined {
  if (activity.kind === 'sending') return activity;
  return activity.kind === 'waiting' ? activity.soon : undefined;
}
