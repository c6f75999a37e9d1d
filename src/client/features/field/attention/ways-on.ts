import type { HandedState } from '../../../../contract/down/change.ts';
import type { Refusal } from '../../../../contract/down/down-message.ts';

/** Why an item waits for a person: the office's word, or that this tablet itself cannot read it. */
export type AttentionReason = Refusal['reason'] | 'unreadable-here';

/** `keep-first`: the office holds the one that was mended. */
export type WayOn = 'correct' | 'retry' | 'keep-first' | 'hand-over' | 'export';

interface Facts {
  readonly of: 'envelope' | 'attachment' | 'draft';
  /** Its answers are here and open, and this build knows a version of its procedure that differs or that the office takes. */
  readonly canCorrect: boolean;
  readonly handed: HandedState | undefined;
}

/** What each reason asks for first. Written out, so that a new reason has to be decided. */
const FIRST: Readonly<Record<AttentionReason, WayOn>> = {
  'answers-invalid': 'correct',
  'message-invalid': 'correct',
  unreadable: 'correct',
  'signature-invalid': 'correct',
  'signer-unknown': 'retry',
  'procedure-unknown': 'retry',
  'digest-mismatch': 'retry',
  // The office holds something else under this id: whether it is the same case, only a person can say.
  'id-conflict': 'hand-over',
  'already-received': 'keep-first',
  replaced: 'hand-over',
  'request-unknown': 'hand-over',
  'request-answered': 'hand-over',
  'request-over': 'hand-over',
  'unreadable-here': 'hand-over',
};

/** What to try first. Sealed bytes that do not fit their digest were spoiled on this tablet's own disk: they are made anew. */
function firstWay(reason: AttentionReason, of: Facts['of']): WayOn {
  return reason === 'digest-mismatch' && of === 'envelope' ? 'correct' : FIRST[reason];
}

/** Reasons that a new sealing of the same case cannot mend. */
const BEYOND_CORRECTING: ReadonlySet<AttentionReason> = new Set([
  'id-conflict',
  'already-received',
  'replaced',
  'request-unknown',
  'request-answered',
  'request-over',
  'unreadable-here',
]);

/** The ways on for one item, the one to try first in front (I6: there is always one). */
export function waysOn(reason: AttentionReason, { of, canCorrect, handed }: Facts): readonly WayOn[] {
  const first = handed === 'to-correct' ? 'correct' : firstWay(reason, of);
  const possible: Readonly<Record<WayOn, boolean>> = {
    correct: of === 'envelope' && canCorrect && !BEYOND_CORRECTING.has(reason),
    retry: reason !== 'unreadable-here' && reason !== 'replaced' && reason !== 'already-received',
    'keep-first': reason === 'already-received',
    'hand-over': handed === undefined,
    export: of === 'envelope',
  };
  const all: readonly WayOn[] = ['correct', 'retry', 'keep-first', 'hand-over', 'export'];
  return [first, ...all.filter((way) => way !== first)].filter((way) => possible[way]);
}
