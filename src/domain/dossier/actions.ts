import * as z from 'zod';
import type { DossierStatus } from './status.ts';

/** What can happen to a dossier. A dossier is the list of its actions; everything else about it follows from them. */
export const DossierActionKind = z.enum(['filed', 'accepted']);
export type DossierActionKind = z.infer<typeof DossierActionKind>;

/** What an officer may do, by status. Both sides read it: the screen to offer, the server to check again. */
export type OfficeAction = 'accept';

export const allowedActions = {
  registered: ['accept'],
  accepted: [],
  refused: [],
  'in-progress': [],
  'supplement-requested': [],
  'payment-requested': [],
  withdrawn: [],
  stopped: [],
  done: [],
  returned: [],
} as const satisfies Record<DossierStatus, readonly OfficeAction[]>;

/** Whether a dossier in this status may be acted on so. */
export function isAllowed(action: OfficeAction, status: DossierStatus): boolean {
  const allowed: readonly OfficeAction[] = allowedActions[status];
  return allowed.includes(action);
}

/** One entry of the record, in the order in which the server wrote it. */
export type DossierAction =
  | { readonly kind: 'filed'; readonly at: string }
  | {
      readonly kind: 'accepted';
      readonly at: string;
      readonly officialCode: string;
      readonly dueAt: string | null;
    };

/** What is true of a dossier now. */
export interface DossierState {
  readonly status: DossierStatus;
  readonly receivedAt: string;
  readonly acceptedAt: string | null;
  readonly officialCode: string | null;
  readonly dueAt: string | null;
}

export type FoldOutcome =
  | { readonly kind: 'state'; readonly state: DossierState }
  /** The record contradicts itself: `at` is the index of the action that its status does not allow. */
  | { readonly kind: 'impossible'; readonly at: number };

/** The state of a dossier from its actions: the first files it, each later one must be allowed where it stands. */
export function foldActions(actions: readonly DossierAction[]): FoldOutcome {
  let state: DossierState | undefined;
  for (const [at, action] of actions.entries()) {
    const next = apply(state, action);
    if (next === undefined) return { kind: 'impossible', at };
    state = next;
  }
  return state === undefined ? { kind: 'impossible', at: 0 } : { kind: 'state', state };
}

function apply(state: DossierState | undefined, action: DossierAction): DossierState | undefined {
  if (action.kind === 'filed') {
    if (state !== undefined) return undefined;
    return { status: 'registered', receivedAt: action.at, acceptedAt: null, officialCode: null, dueAt: null };
  }
  if (state === undefined || !isAllowed('accept', state.status)) return undefined;
  const { at, officialCode, dueAt } = action;
  return { ...state, status: 'accepted', acceptedAt: at, officialCode, dueAt };
}
