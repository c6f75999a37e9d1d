import type { SupplementWork } from '../../../../contract/operations/field-work.ts';
import { evaluateSupplement, isAskedAgain } from '../../../../domain/dossier/supplement.ts';
import type { Answers } from '../../../../domain/procedure/contract/answers.ts';
import type { Evaluation } from '../../../../domain/procedure/contract/evaluation.ts';
import type { ProcedureDefinition, Question } from '../../../../domain/procedure/definition.ts';
import { civilDate } from '../../../i18n/formats.ts';
import type { Draft } from '../../../storage/model.ts';
import type { Records } from '../../../storage/storage.ts';
import { describeDraft } from '../common/describe-draft.ts';

interface ReopenPorts {
  readonly records: Pick<Records, 'saveDraft' | 'listEntries'>;
  readonly newId: () => string;
  readonly now: () => Date;
  readonly languages: Draft['languages'];
}

export type ReopenOutcome =
  | { readonly kind: 'begun' | 'already-begun'; readonly draftId: string }
  | { readonly kind: 'no-space' };

/**
 * A draft that goes on with a dossier at the office, on the version it was filed with: all its answers, but for the papers and
 * pictures that are asked for again and the signature, which are taken anew. Works without a network; a second press finds the first
 * draft.
 */
export async function reopenDossier(
  work: SupplementWork,
  definition: ProcedureDefinition,
  { records, newId, now, languages }: ReopenPorts,
): Promise<ReopenOutcome> {
  const begun = records
    .listEntries()
    .find((entry) => entry.state === 'draft' && entry.supplements?.requestId === work.id);
  if (begun !== undefined) return { kind: 'already-begun', draftId: begun.id };
  const at = now();
  const days = { today: civilDate(at), filedOn: civilDate(work.finishedAt) };
  const answers = withoutTakenAnew(work, evaluateSupplement(definition, work.answers, days));
  const evaluation = evaluateSupplement(definition, answers, days);
  const moment = at.toISOString();
  const draft: Draft = {
    id: newId(),
    kind: 'dossier',
    procedure: work.procedure,
    answers,
    attachments: [],
    at: findStart(work, evaluation),
    supplements: {
      dossierId: work.dossierId,
      requestId: work.id,
      reason: work.reason,
      items: work.items.map(({ what, id, note }) => ({ what, id, note })),
      provisionalReference: work.provisionalReference,
      finishedAt: work.finishedAt,
      filed: work.answers,
    },
    languages,
    createdAt: moment,
    updatedAt: moment,
  };
  const outcome = await records.saveDraft(draft, describeDraft(draft, definition, evaluation));
  if (outcome.kind === 'stale') throw new Error('a draft with a fresh id cannot be stale');
  return outcome.kind === 'no-space' ? outcome : { kind: 'begun', draftId: draft.id };
}

const PICTURES: ReadonlySet<Question['type']> = new Set(['document', 'media']);

function withoutTakenAnew({ answers, items }: SupplementWork, { steps }: Evaluation): Answers {
  const anew = new Set(
    steps
      .flatMap(({ questions }) => questions.map(({ question }) => question))
      .filter(
        (question) =>
          question.type === 'signature' || (PICTURES.has(question.type) && isAskedAgain(question, items)),
      )
      .map(({ id }) => id),
  );
  return Object.fromEntries(Object.entries(answers).filter(([id]) => !anew.has(id)));
}

/** The first thing that is asked for, else the read-back. */
function findStart({ items }: SupplementWork, { steps }: Evaluation): Draft['at'] {
  for (const { key, questions } of steps) {
    const first = questions.find(({ question }) => isAskedAgain(question, items));
    if (first !== undefined) return { step: key, question: first.question.id };
  }
  return { step: steps.find(({ step }) => step.kind === 'read-back')?.key ?? '' };
}
