import type { Answers } from '../../../../domain/procedure/contract/answers.ts';
import type { ProcedureDefinition } from '../../../../domain/procedure/definition.ts';
import { civilDate } from '../../../i18n/formats.ts';
import { useFoundProcedure } from '../../../procedures/useProcedure.ts';
import { findTitle } from '../common/describe-draft.ts';
import { dayOfRules } from '../common/evaluate-draft.ts';
import { findReadable } from '../common/find-readable.ts';
import { hasOpenQuestions } from '../common/papers/papers-said.ts';
import { useServices, useSession, useStored } from '../common/services.ts';

/** A draft or what was finished, as far as paper needs it. */
export interface PaperRecord {
  readonly definition: ProcedureDefinition;
  readonly answers: Answers;
  /** Civil date that its conditions are judged on. */
  readonly day: string;
  /** Civil date of what it says: today for a draft, the day it was finished otherwise. */
  readonly asOf: string;
  /** Whom it is about; empty while nobody was named. */
  readonly title: string;
  /** Something that decides about papers may still be asked. */
  readonly isOpen: boolean;
  /** Absent from a draft, which has none yet. */
  readonly reference?: string;
  /** Language tag of what its citizen wants to hear. */
  readonly spoken: string;
  /** The screen that it was reached from. */
  readonly back: string;
}

export type RecordFound =
  | { readonly kind: 'found'; readonly record: PaperRecord }
  | { readonly kind: 'nothing' | 'unreadable' | 'not-here' | 'not-understood' };

/** The record of this id, drafts first; undefined until it is read. Suspends while its procedure is. */
export function useRecord(id: string): RecordFound | undefined {
  const { records } = useSession();
  const { now } = useServices();
  const found = useStored(`paper ${id}`, async () => ({
    draft: await findReadable(records.findDraft(id)),
    summary: await findReadable(records.findSummary(id)),
  }));
  const draft = found?.draft.kind === 'found' ? found.draft.value : undefined;
  const summary = found?.summary.kind === 'found' ? found.summary.value : undefined;
  const submission = summary?.submission;
  const record = draft ?? submission;
  const procedure = useFoundProcedure(record?.procedure);
  if (found === undefined) return undefined;
  if (record === undefined)
    return {
      kind: [found.draft, found.summary].some(({ kind }) => kind === 'unreadable') ? 'unreadable' : 'nothing',
    };
  if (procedure?.kind !== 'found') return { kind: procedure?.kind ?? 'not-here' };
  const { definition } = procedure;
  const shared = {
    definition,
    answers: record.answers,
    title: findTitle(definition, record.answers),
    spoken: record.languages.spoken,
  };
  const asOf = civilDate(draft === undefined && submission !== undefined ? submission.finishedAt : now());
  const day = dayOfRules(draft ?? summary ?? {}, asOf);
  if (draft === undefined && submission !== undefined)
    return {
      kind: 'found',
      record: {
        ...shared,
        day,
        asOf,
        isOpen: false,
        reference: submission.provisionalReference,
        back: `/slip/${id}`,
      },
    };
  const isOpen = hasOpenQuestions(definition, record.answers, day);
  return { kind: 'found', record: { ...shared, day, asOf, isOpen, back: `/interview/${id}` } };
}
