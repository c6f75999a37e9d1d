import { v7 as uuidv7 } from 'uuid';
import type { ProcedureDefinition } from '../../../../domain/procedure/definition.ts';
import { evaluate } from '../../../../domain/procedure/run.ts';
import { civilDate } from '../../../i18n/formats.ts';
import type { Draft } from '../../../storage/model.ts';
import type { Records } from '../../../storage/storage.ts';
import { describeDraft } from './describe-draft.ts';

/** Step id under which a dossier's draft remembers that it has not yet been asked whom it is for. */
export const FOR_WHOM_STEP = 'for-whom';

export interface NewDraft {
  readonly definition: ProcedureDefinition;
  readonly languages: Draft['languages'];
  /** Set when the person came from their own account; otherwise the interview asks first. */
  readonly accountId?: string;
}

/** A draft before anything was said: no answer is filled in, whatever else is known of the person. */
export function createDraft(wanted: NewDraft, id: string, now: Date): Draft {
  const { definition } = wanted;
  const firstStep = definition.steps[0]?.id ?? FOR_WHOM_STEP;
  const asksForWhom = definition.produces === 'dossier' && wanted.accountId === undefined;
  return {
    id,
    kind: definition.produces,
    procedure: { id: definition.id, version: definition.version },
    answers: {},
    attachments: [],
    at: { step: asksForWhom ? FOR_WHOM_STEP : firstStep },
    ...(wanted.accountId === undefined ? {} : { accountId: wanted.accountId }),
    languages: wanted.languages,
    createdAt: now.toISOString(),
    updatedAt: now.toISOString(),
  };
}

/**
 * Begins an interview and keeps it at once, so that `/interview/<id>` opens it from then on, after a reload too.
 * `no-space`: nothing was written.
 */
export async function startDraft(
  wanted: NewDraft,
  records: Pick<Records, 'saveDraft'>,
  now: Date = new Date(),
): Promise<{ readonly kind: 'started'; readonly id: string } | { readonly kind: 'no-space' }> {
  const draft = createDraft(wanted, uuidv7(), now);
  const evaluation = evaluate(wanted.definition, draft.answers, { today: civilDate(now) });
  const outcome = await records.saveDraft(draft, describeDraft(draft, wanted.definition, evaluation));
  switch (outcome.kind) {
    case 'saved':
      return { kind: 'started', id: draft.id };
    case 'no-space':
      return { kind: 'no-space' };
    case 'stale':
      throw new Error('a draft with a fresh id cannot be stale');
  }
}
