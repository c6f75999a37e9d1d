import type { SyncStatus } from '../../../../sync/model.ts';

/** The one line of the status bar, as a text key under `status` and a shape. What waits is always said. */
export interface SendingLine {
  readonly key:
    | 'sending'
    | 'updateNeeded'
    | 'deviceRevoked'
    | 'signInNeeded'
    | 'held'
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
  if (status.activity.kind === 'sending') {
    const hasWork = status.activity.dossiersLeft > 0 || status.activity.bytesLeft > 0;
    return { key: hasWork ? 'sending' : 'checking', shape: 'busy' };
  }
  if (status.reach === 'unreachable') return { key: 'offline', shape: 'off' };
  if (status.lastAnswerAt === undefined) return { key: 'never', shape: 'off' };
  return { key: 'fresh', shape: status.reach === 'reached' ? 'good' : 'off' };
}
