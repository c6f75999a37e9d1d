import type {
  DocumentAsked,
  ProcedureCase,
  ProcedureDefinition,
  Question,
} from '../../domain/procedure/definition.ts';

/** What a newer version of a procedure asks, wants and promises otherwise. Empty lists: nothing of that kind. */
export interface VersionChanges {
  /** In the order in which the newer version asks. Notes and computed values are asked of nobody, and left out. */
  readonly added: readonly Question[];
  /** In the order in which the older version asked. */
  readonly gone: readonly Question[];
  /** As the newer version asks them: other words, another kind of answer, or asked of others than before. */
  readonly changed: readonly Question[];
  readonly papers: {
    readonly added: readonly DocumentAsked[];
    readonly gone: readonly DocumentAsked[];
    readonly changed: readonly DocumentAsked[];
  };
  /** Time and fee of each case that is new or no longer the same. */
  readonly cases: readonly { readonly before?: ProcedureCase; readonly after: ProcedureCase }[];
  readonly goneCases: readonly ProcedureCase[];
}

/** A text key whose sentence may be another one in the newer version. */
export type WordsDiffer = (key: string) => boolean;

/** Compares two versions of one procedure. `wordsDiffer` looks into the texts, which a declaration does not hold. */
export function compareVersions(
  before: ProcedureDefinition,
  after: ProcedureDefinition,
  wordsDiffer: WordsDiffer = () => false,
): VersionChanges {
  const asked = { before: questionsOf(before), after: questionsOf(after) };
  const questions = compareBy(asked.before, asked.after, (question) =>
    keysOf(question).some((key) => wordsDiffer(key)),
  );
  const papers = compareBy(before.documents, after.documents, ({ id, alternatives }) =>
    [`documents.${id}.name`, ...alternatives.map((paper) => `papers.${paper}.name`)].some(wordsDiffer),
  );
  const old = new Map(before.cases.map((one) => [one.id, one]));
  const cases = after.cases.flatMap((one) => {
    const was = old.get(one.id);
    if (was === undefined) return [{ after: one }];
    return isSame([was.limit, was.fee], [one.limit, one.fee]) ? [] : [{ before: was, after: one }];
  });
  const kept = new Set(after.cases.map(({ id }) => id));
  return { ...questions, papers, cases, goneCases: before.cases.filter(({ id }) => !kept.has(id)) };
}

/** Whether somebody who was asked before would notice anything at all. */
export function isAnythingNew({ added, gone, changed, papers, cases, goneCases }: VersionChanges): boolean {
  const lists = [added, gone, changed, papers.added, papers.gone, papers.changed, cases, goneCases];
  return lists.some(({ length }) => length > 0);
}

function questionsOf({ steps }: ProcedureDefinition): readonly Question[] {
  return steps.flatMap((step) => step.questions).filter(({ type }) => type !== 'note' && type !== 'hidden');
}

/** The texts that say a question; those of a paper are compared with the papers. */
export function keysOf(question: Question): readonly string[] {
  if (question.type === 'document') return [];
  if (question.type === 'consent')
    return [`consents.${question.purpose}.title`, `consents.${question.purpose}.text`];
  const at = question.text === undefined ? `questions.${question.id}` : `shared.${question.text}`;
  const options = question.type === 'choice' || question.type === 'choices' ? question.options : [];
  const list = 'list' in question && question.list !== undefined ? question.list : question.id;
  return [`${at}.label`, `${at}.hint`, ...options.map(({ value }) => `choices.${list}.${value}`)];
}

function compareBy<T extends { readonly id: string }>(
  before: readonly T[],
  after: readonly T[],
  isReworded: (one: T) => boolean,
): { readonly added: T[]; readonly gone: T[]; readonly changed: T[] } {
  const old = new Map(before.map((one) => [one.id, one]));
  const kept = new Set(after.map(({ id }) => id));
  return {
    added: after.filter(({ id }) => !old.has(id)),
    gone: before.filter(({ id }) => !kept.has(id)),
    changed: after.filter((one) => {
      const was = old.get(one.id);
      return was !== undefined && (!isSame(was, one) || isReworded(one));
    }),
  };
}

/** Both come out of the same schema, so that equal things have their members in the same order. */
function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
