import { isBusy } from '../../domain/sync/machine.ts';
import type { State } from '../../domain/sync/state.ts';
import type { SyncStatus } from './model.ts';

/** What screens may know, from what the driver holds. `since`: device clock when the state began. */
export function statusOf(of: {
  readonly state: State;
  readonly counts: { readonly waiting: number; readonly bytesWaiting: number };
  /** Of attachments, without receipt yet. */
  readonly bytesUp: number;
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

function activityOf({
  state,
  counts,
  bytesUp,
  since,
}: Parameters<typeof statusOf>[0]): SyncStatus['activity'] {
  // A look at the office with nothing to send is not worth a word on the screen.
  if (isBusy(state) && counts.waiting > 0) {
    const bytesLeft = Math.max(0, counts.bytesWaiting - bytesUp);
    return { kind: 'sending', dossiersLeft: counts.waiting, bytesLeft };
  }
  if (state.kind === 'waiting')
    return { kind: 'waiting', until: new Date(since + state.delay).toISOString() };
  return { kind: 'idle' };
}
