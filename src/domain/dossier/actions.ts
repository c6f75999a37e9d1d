import * as z from 'zod';
import { type DossierStatus, statusFacts } from './status.ts';

/** What the office can do to a dossier. */
export const OfficeAction = z.enum([
  'accept',
  'refuse',
  'propose-supplement',
  'request-supplement',
  'reassign-supplement',
  'complete-supplement',
  'begin',
  'forward',
  'hand-back',
  'request-payment',
  'confirm-payment',
  'cancel-payment',
  'refund-payment',
  'take-papers',
  'give-back-papers',
  'extend',
  'stop',
  'withdraw',
  'finish',
  'return-result',
]);
export type OfficeAction = z.infer<typeof OfficeAction>;

/** How the record names what happened: two come from a tablet, the others are the office's actions. */
export const DossierEventKind = z.enum([
  'filed',
  'supplemented',
  'accepted',
  'refused',
  'supplement-proposed',
  'supplement-requested',
  'supplement-reassigned',
  'supplement-completed',
  'begun',
  'forwarded',
  'handed-back',
  'payment-requested',
  'payment-confirmed',
  'payment-cancelled',
  'payment-refunded',
  'papers-taken',
  'papers-given-back',
  'extended',
  'stopped',
  'withdrawn',
  'finished',
  'returned',
]);
export type DossierEventKind = z.infer<typeof DossierEventKind>;

/**
 * Whose turn it is. `holder`: who has the dossier, the one-stop office or the department it was forwarded to. `counter`: the
 * one-stop office, wherever the dossier lies, because the citizen stands there. `either`: both.
 */
export type Turn = 'holder' | 'counter' | 'either';

export interface ActionFacts {
  readonly from: readonly DossierStatus[];
  /** `same`: no other status. `resumed`: where the dossier stood before the citizen was asked. */
  readonly to: DossierStatus | 'same' | 'resumed';
  readonly turn: Turn;
  readonly recordedAs: DossierEventKind;
  /** No other action takes it back: screens ask once more before it. */
  readonly isFinal: boolean;
}

const working = ['accepted', 'in-progress'] as const;
const waiting = ['supplement-requested', 'payment-requested'] as const;
const open = ['registered', ...working, ...waiting] as const;
const all = Object.keys(statusFacts) as DossierStatus[];

/**
 * The life of a dossier: from which status each action leads where, and whose turn it is. Statuses are the National
 * Portal's ten; before acceptance a dossier may be refused or sent back for a supplement (forms 02 and 03 of Circular
 * 03/2025/TT-VPCP), after it only stopped or withdrawn.
 */
export const life: Readonly<Record<OfficeAction, ActionFacts>> = {
  accept: { from: ['registered'], to: 'accepted', turn: 'holder', recordedAs: 'accepted', isFinal: true },
  refuse: { from: ['registered'], to: 'refused', turn: 'holder', recordedAs: 'refused', isFinal: true },
  'propose-supplement': {
    from: ['in-progress'],
    to: 'in-progress',
    turn: 'holder',
    recordedAs: 'supplement-proposed',
    isFinal: false,
  },
  'request-supplement': {
    from: ['registered', ...working],
    to: 'supplement-requested',
    turn: 'holder',
    recordedAs: 'supplement-requested',
    isFinal: true,
  },
  'reassign-supplement': {
    from: ['supplement-requested'],
    to: 'same',
    turn: 'counter',
    recordedAs: 'supplement-reassigned',
    isFinal: false,
  },
  'complete-supplement': {
    from: ['supplement-requested'],
    to: 'resumed',
    turn: 'either',
    recordedAs: 'supplement-completed',
    isFinal: false,
  },
  begin: { from: ['accepted'], to: 'in-progress', turn: 'holder', recordedAs: 'begun', isFinal: false },
  forward: { from: working, to: 'in-progress', turn: 'holder', recordedAs: 'forwarded', isFinal: false },
  'hand-back': {
    from: ['in-progress'],
    to: 'in-progress',
    turn: 'either',
    recordedAs: 'handed-back',
    isFinal: false,
  },
  'request-payment': {
    from: working,
    to: 'payment-requested',
    turn: 'holder',
    recordedAs: 'payment-requested',
    isFinal: false,
  },
  'confirm-payment': {
    from: ['payment-requested'],
    to: 'in-progress',
    turn: 'counter',
    recordedAs: 'payment-confirmed',
    isFinal: true,
  },
  'cancel-payment': {
    from: ['payment-requested'],
    to: 'in-progress',
    turn: 'either',
    recordedAs: 'payment-cancelled',
    isFinal: false,
  },
  'refund-payment': { from: all, to: 'same', turn: 'counter', recordedAs: 'payment-refunded', isFinal: true },
  'take-papers': { from: open, to: 'same', turn: 'counter', recordedAs: 'papers-taken', isFinal: false },
  'give-back-papers': {
    from: all,
    to: 'same',
    turn: 'counter',
    recordedAs: 'papers-given-back',
    isFinal: false,
  },
  extend: { from: working, to: 'same', turn: 'holder', recordedAs: 'extended', isFinal: true },
  stop: {
    from: [...working, ...waiting],
    to: 'stopped',
    turn: 'either',
    recordedAs: 'stopped',
    isFinal: true,
  },
  withdraw: { from: open, to: 'withdrawn', turn: 'counter', recordedAs: 'withdrawn', isFinal: true },
  finish: { from: working, to: 'done', turn: 'holder', recordedAs: 'finished', isFinal: true },
  'return-result': { from: ['done'], to: 'returned', turn: 'counter', recordedAs: 'returned', isFinal: true },
};

/** Whether a dossier in this status may be acted on so, whoever does it. */
export function isAllowed(action: OfficeAction, status: DossierStatus): boolean {
  return life[action].from.includes(status);
}
