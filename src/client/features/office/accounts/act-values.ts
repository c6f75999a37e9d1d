import type { AccountAct, IdentityCheck } from '../../../../contract/operations/accounts.ts';

/** Actions on one account alone; pairs are decided where they stand side by side. */
export type SingleAct = Exclude<AccountAct['kind'], 'merge' | 'keep-apart'>;

export interface ActValues {
  readonly reason: string;
  readonly how: IdentityCheck['how'];
  readonly who: string;
}

export const noValues: ActValues = { reason: '', how: 'card-seen', who: '' };

/** Whether the action needs the citizen before one's own eyes. */
export function needsCheck(kind: SingleAct): boolean {
  return kind === 'activate' || kind === 'reissue-code';
}

/** The action as it is sent; undefined while something is missing. `codeHash` is of the code that will be shown. */
export function buildAct(kind: SingleAct, values: ActValues, codeHash: string): AccountAct | undefined {
  const who = values.who.trim();
  const reason = values.reason.trim();
  if (kind === 'activate' || kind === 'reissue-code') {
    if (values.how === 'known-person' && who.length < 2) return undefined;
    const check: IdentityCheck =
      values.how === 'card-seen' ? { how: 'card-seen' } : { how: 'known-person', who };
    return kind === 'activate' ? { kind, check } : { kind, check, codeHash };
  }
  return reason.length < 3 ? undefined : { kind, reason };
}
