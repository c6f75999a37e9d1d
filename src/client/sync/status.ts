import { isBusy } from '../../domain/sync/machine.ts';
import type { State } from '../../domain/sync/state.ts';
import type { Rest, SyncStatus } from './model.ts';
import { minutesLeft, type Progress, shareSent } from './progress.ts';

/** A wait so short, in milliseconds, that a person who reads along would see nothing but flicker. */
const SOON = 500;

/** What screens may know, from what the driver holds. `since`: device clock when the state began. */
export function statusOf(of: {
  readonly state: State;
  /** Undefined before the first look at the outbox. */
  readonly progress: Progress | undefined;
  readonly lastAnswerAt: string | undefined;
  readonly since: number;
}): SyncStatus {
  const { state, lastAnswerAt } = of;
  return {
    reach: state.reach,
    activity: activityOf(of),
    pausedBecause: state.kind === 'paused' ? [...state.reasons] : [],
    ...(lastAnswerAt === undefined ? {} : { lastAnswerAt }),
  };
}

function activityOf({ state, progress, since }: Parameters<typeof statusOf>[0]): SyncStatus['activity'] {
  // A look at the office with nothing to send is not worth a word on the screen.
  const rest = progress !== undefined && progress.last.dossiers > 0 ? restOf(progress) : undefined;
  if (isBusy(state) && rest !== undefined) return { kind: 'sending', ...rest };
  if (state.kind !== 'waiting') return { kind: 'idle' };
  const until = new Date(since + state.delay).toISOString();
  return { kind: 'waiting', until, ...(rest !== undefined && state.delay <= SOON ? { soon: rest } : {}) };
}

function restOf(progress: Progress): Rest {
  const minutes = minutesLeft(progress);
  return {
    dossiersLeft: progress.last.dossiers,
    bytesLeft: progress.last.bytes,
    share: shareSent(progress),
    ...(minutes === undefined ? {} : { minutesLeft: minutes }),
  };
}
