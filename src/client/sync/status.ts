import { isBusy } from '../../domain/sync/machine.ts';
import type { State } from '../../domain/sync/state.ts';
import type { SyncStatus } from './model.ts';
import { minutesLeft, type Progress, shareSent } from './progress.ts';

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
  if (isBusy(state) && progress !== undefined && progress.last.dossiers > 0) {
    const minutes = minutesLeft(progress);
    return {
      kind: 'sending',
      dossiersLeft: progress.last.dossiers,
      bytesLeft: progress.last.bytes,
      share: shareSent(progress),
      ...(minutes === undefined ? {} : { minutesLeft: minutes }),
    };
  }
  if (state.kind === 'waiting')
    return { kind: 'waiting', until: new Date(since + state.delay).toISOString() };
  return { kind: 'idle' };
}
