import * as z from 'zod';
import type { AccountState } from './state.ts';

/** What can be done to an account at the office. `keep-apart` says of two that they are not one person. */
export const AccountActionKind = z.enum([
  'activate',
  'reissue-code',
  'suspend',
  'reinstate',
  'merge',
  'undo-merge',
  'keep-apart',
]);
export type AccountActionKind = z.infer<typeof AccountActionKind>;

/** What is possible, by state. Both sides read it: the screen to offer, the server to check again. */
export const allowedAccountActions = {
  pending: ['activate', 'reissue-code', 'suspend', 'merge', 'keep-apart'],
  active: ['suspend', 'merge', 'keep-apart'],
  suspended: ['reinstate', 'merge', 'keep-apart'],
  merged: ['undo-merge'],
} as const satisfies Record<AccountState, readonly AccountActionKind[]>;

/** Whether an account in this state may be acted on so. */
export function isAccountActionAllowed(action: AccountActionKind, state: AccountState): boolean {
  const possible: readonly AccountActionKind[] = allowedAccountActions[state];
  return possible.includes(action);
}

/** Into which accounts another may be merged: one that is suspended or itself merged shows nobody anything. */
export function maySurvive(state: AccountState): boolean {
  return state === 'pending' || state === 'active';
}

/** Where an account stands, and what it goes back to. */
export interface AccountStanding {
  readonly state: AccountState;
  /** What it was before it was suspended; null for one that never was, or is again what it was. */
  readonly suspendedFrom: 'pending' | 'active' | null;
  /** What it was before it was merged, and into which it was; both null where it is not merged. */
  readonly mergedFrom: 'pending' | 'active' | 'suspended' | null;
  readonly mergedInto: string | null;
}

/**
 * Where the account stands after an action that its state allows; undefined where it does not. Undoing a merge, and
 * reinstating, give back exactly what stood before: nothing of the account is thrown away in between.
 */
export function standAfter(
  standing: AccountStanding,
  act: { readonly kind: AccountActionKind; readonly into?: string | undefined },
): AccountStanding | undefined {
  const { state, suspendedFrom, mergedFrom } = standing;
  if (!isAccountActionAllowed(act.kind, state)) return undefined;
  switch (act.kind) {
    case 'activate':
      return { ...standing, state: 'active' };
    case 'suspend':
      return state === 'pending' || state === 'active'
        ? { ...standing, state: 'suspended', suspendedFrom: state }
        : undefined;
    case 'reinstate':
      return suspendedFrom === null ? undefined : { ...standing, state: suspendedFrom, suspendedFrom: null };
    case 'merge':
      return state === 'merged' || act.into === undefined
        ? undefined
        : { ...standing, state: 'merged', mergedFrom: state, mergedInto: act.into };
    case 'undo-merge':
      return mergedFrom === null
        ? undefined
        : { ...standing, state: mergedFrom, mergedFrom: null, mergedInto: null };
    case 'reissue-code':
    case 'keep-apart':
      return standing;
  }
}
