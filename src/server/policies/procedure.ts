import { type Actor, reachOf } from './reach.ts';
import { allowed, forbidden, stateNotAllowed, type Verdict } from './verdict.ts';

/** What a policy needs to know of a version. */
export interface VersionState {
  readonly stored: 'shipped' | 'draft' | 'published' | 'withdrawn';
  /** Its number is the next one of its procedure. */
  readonly isNext: boolean;
}

const ACTIONS = ['publish', 'withdraw', 'discard'] as const;
export type ProcedureAction = (typeof ACTIONS)[number];

/** List every version, check and upload new ones. */
export function mayManageProcedures(actor: Actor): Verdict {
  return reachOf(actor, 'manage-procedures') === undefined ? forbidden('role') : allowed;
}

/** Read one version; a draft is not out yet. */
export function mayReadProcedure(actor: Actor, { stored }: Pick<VersionState, 'stored'>): Verdict {
  const needed = stored === 'draft' ? 'manage-procedures' : 'read-procedures';
  return reachOf(actor, needed) === undefined ? forbidden('role') : allowed;
}

/** Only a draft is published or discarded, only what is out is withdrawn; what was withdrawn comes back as a new version. */
export function mayActOnProcedure(actor: Actor, action: ProcedureAction, version: VersionState): Verdict {
  const manages = mayManageProcedures(actor);
  if (manages.kind !== 'allowed') return manages;
  const isDraft = version.stored === 'draft';
  switch (action) {
    case 'publish':
      if (!isDraft) return stateNotAllowed('status');
      return version.isNext ? allowed : stateNotAllowed('not-the-next');
    case 'discard':
      return isDraft ? allowed : stateNotAllowed('status');
    case 'withdraw':
      return isDraft || version.stored === 'withdrawn' ? stateNotAllowed('status') : allowed;
  }
}

/** What a screen may offer this actor now; the server asks the policy again when one is taken. */
export function allowedProcedureActions(actor: Actor, version: VersionState): ProcedureAction[] {
  return ACTIONS.filter((action) => mayActOnProcedure(actor, action, version).kind === 'allowed');
}
