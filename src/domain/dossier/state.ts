import * as z from 'zod';
import { type DossierEventKind, isAllowed, life, OfficeAction } from './actions.ts';
import type { DossierStatus } from './status.ts';

/** What is owed to the state (I8): apart from the business status. */
export const FinanceState = z.enum(['none', 'asked', 'paid', 'cancelled', 'refunded']);
export type FinanceState = z.infer<typeof FinanceState>;

/** Where originals are that the citizen handed in (I8). */
export const PapersState = z.enum(['none', 'at-office', 'given-back']);
export type PapersState = z.infer<typeof PapersState>;

/**
 * Where a supplement is: `proposed` by a department to the one-stop office, `asked` of the citizen, `sent` by them and to be
 * looked at. Complete, it is no state any more.
 */
export const SupplementState = z.enum(['proposed', 'asked', 'sent']);
export type SupplementState = z.infer<typeof SupplementState>;

/** What the office's act leads to beyond the status; decided by the server alone (I7). */
export type DossierEvent =
  | { readonly kind: 'filed'; readonly at: string }
  | { readonly kind: 'supplemented'; readonly at: string }
  | {
      readonly kind: OfficeAction;
      readonly at: string;
      /** Of an acceptance. */
      readonly officialCode?: string;
      /** Of whatever sets or moves the date of the result. */
      readonly dueAt?: string | null;
      /** Of forwarding. */
      readonly departmentId?: string;
    };

/** What is true of a dossier now. Everything here follows from its record. */
export interface DossierState {
  readonly status: DossierStatus;
  readonly receivedAt: string;
  readonly acceptedAt: string | null;
  readonly officialCode: string | null;
  readonly dueAt: string | null;
  /** The department that has it; null at the one-stop office. */
  readonly heldBy: string | null;
  readonly finance: FinanceState;
  /** While a payment is asked for: an earlier one was paid and not refunded. It is what stands again if nothing more is paid. */
  readonly paidBefore: boolean;
  readonly papers: PapersState;
  readonly supplement: SupplementState | null;
  /** How often a supplement was asked for; more than once counts as late (Bộ chỉ số 766). */
  readonly supplementsAsked: number;
  /** Where it goes on when what was asked of the citizen has come; null when nothing is asked. */
  readonly resumesAs: DossierStatus | null;
  /** Since when the clock stands because the citizen is asked; null while it runs, or never ran. It stands for ever where that ended it. */
  readonly pausedAt: string | null;
  /** When the office's work ended, whichever way. */
  readonly endedAt: string | null;
}

export type FoldOutcome =
  | { readonly kind: 'state'; readonly state: DossierState }
  /** The record contradicts itself: `at` is the index of the event that its status does not allow. */
  | { readonly kind: 'impossible'; readonly at: number };

/** The state of a dossier from its record: the first event files it, each later one must be allowed where it stands. */
export function foldEvents(events: readonly DossierEvent[]): FoldOutcome {
  let state: DossierState | undefined;
  for (const [at, event] of events.entries()) {
    const next = state === undefined ? file(event) : applyEvent(state, event);
    if (next === undefined) return { kind: 'impossible', at };
    state = next;
  }
  return state === undefined ? { kind: 'impossible', at: 0 } : { kind: 'state', state };
}

function file(event: DossierEvent): DossierState | undefined {
  if (event.kind !== 'filed') return undefined;
  return {
    status: 'registered',
    receivedAt: event.at,
    acceptedAt: null,
    officialCode: null,
    dueAt: null,
    heldBy: null,
    finance: 'none',
    paidBefore: false,
    papers: 'none',
    supplement: null,
    supplementsAsked: 0,
    resumesAs: null,
    pausedAt: null,
    endedAt: null,
  };
}

/** What the dossier is after this event; undefined where it may not happen. */
export function applyEvent(state: DossierState, event: DossierEvent): DossierState | undefined {
  if (event.kind === 'filed') return undefined;
  if (event.kind === 'supplemented')
    return state.status === 'supplement-requested' ? { ...state, supplement: 'sent' } : undefined;
  if (!isPossible(state, event.kind)) return undefined;
  const { to } = life[event.kind];
  const status = to === 'same' ? state.status : to === 'resumed' ? (state.resumesAs ?? state.status) : to;
  return { ...state, status, ...effects(state, event) };
}

/** Whether the action fits where everything of the dossier stands: status, holder, money, papers, supplement. */
export function isPossible(
  state: Pick<DossierState, 'status' | 'heldBy' | 'papers' | 'finance' | 'supplement'>,
  action: OfficeAction,
): boolean {
  if (!isAllowed(action, state.status)) return false;
  if (action === 'hand-back' || action === 'propose-supplement') return state.heldBy !== null;
  if (action === 'reassign-supplement') return state.supplement === 'asked';
  if (action === 'refund-payment') return state.finance === 'paid';
  if (action === 'give-back-papers') return state.papers === 'at-office';
  return true;
}

function effects(
  state: DossierState,
  event: Extract<DossierEvent, { kind: OfficeAction }>,
): Partial<DossierState> {
  const { at } = event;
  const dueAt = event.dueAt === undefined ? state.dueAt : event.dueAt;
  const asking = { resumesAs: state.status, pausedAt: state.acceptedAt === null ? null : at };
  const goingOn = { resumesAs: null, pausedAt: null, supplement: null, dueAt };
  const ended = { endedAt: at, heldBy: null, resumesAs: null, supplement: null };
  /** A proposal that the one-stop office goes on without. */
  const passedOver = { supplement: null };
  const asksNoMore = { finance: state.paidBefore ? 'paid' : 'cancelled', paidBefore: false } as const;
  const unpaid = state.finance === 'asked' ? asksNoMore : {};
  switch (event.kind) {
    case 'accept':
      return { acceptedAt: at, officialCode: event.officialCode ?? null, dueAt };
    case 'request-supplement':
      return { ...asking, supplement: 'asked', supplementsAsked: state.supplementsAsked + 1 };
    case 'complete-supplement':
      return goingOn;
    case 'begin':
    case 'reassign-supplement':
      return {};
    case 'propose-supplement':
      return { heldBy: null, supplement: 'proposed' };
    case 'forward':
      return { ...passedOver, heldBy: event.departmentId ?? null };
    case 'hand-back':
      return { heldBy: null };
    case 'request-payment':
      return { ...asking, ...passedOver, finance: 'asked', paidBefore: state.finance === 'paid' };
    case 'confirm-payment':
      return { ...goingOn, finance: 'paid', paidBefore: false };
    case 'cancel-payment':
      return { ...goingOn, ...asksNoMore };
    case 'refund-payment':
      return { finance: 'refunded' };
    case 'take-papers':
      return { papers: 'at-office' };
    case 'give-back-papers':
      return { papers: 'given-back' };
    case 'extend':
      return { dueAt };
    case 'refuse':
    case 'stop':
    case 'withdraw':
    case 'finish':
      return { ...ended, ...unpaid };
    case 'return-result':
      return {};
  }
}

const actionOf = new Map<DossierEventKind, OfficeAction>(
  OfficeAction.options.map((action) => [life[action].recordedAs, action]),
);

/** The event of a line of the record. */
export function eventKindOf(recorded: DossierEventKind): DossierEvent['kind'] {
  if (recorded === 'filed' || recorded === 'supplemented') return recorded;
  const action = actionOf.get(recorded);
  if (action === undefined) throw new Error(`no action is recorded as ${recorded}`);
  return action;
}
