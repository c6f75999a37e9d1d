import type { PersonFacts } from '../../../../domain/citizen/find-duplicates.ts';
import { PartialDate } from '../../../../domain/citizen/partial-date.ts';
import { Place } from '../../../../domain/place/place.ts';
import type { Answers } from '../../../../domain/procedure/contract/answers.ts';
import type { Evaluation } from '../../../../domain/procedure/contract/evaluation.ts';
import type { ProcedureDefinition } from '../../../../domain/procedure/definition.ts';
import type { Draft, ListEntry } from '../../../storage/model.ts';

/** The first answered of the questions that name a record; empty while nobody was named. */
export function findTitle(definition: ProcedureDefinition, answers: Answers): string {
  for (const question of definition.titleFrom) {
    const value = answers[question];
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
  }
  return '';
}

/** Village of the person the record is about, as said. */
export function findVillage(definition: ProcedureDefinition, answers: Answers): string {
  const question = definition.subject.place;
  const place = question === undefined ? undefined : Place.safeParse(answers[question]);
  return place?.success === true ? (place.data.village ?? '') : '';
}

/** Whom the record is about, as far as the answers say: what its line keeps to find doubles by, by the `subject` mapping. */
export function findPerson({ subject }: ProcedureDefinition, answers: Answers): Pick<ListEntry, 'person'> {
  const textOf = (question: string | undefined) => {
    const value = question === undefined ? undefined : answers[question];
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
  };
  const name = textOf(subject.name);
  const nationalId = textOf(subject.nationalId);
  const born = PartialDate.safeParse(subject.birthDate && answers[subject.birthDate]);
  const lives = Place.safeParse(subject.place && answers[subject.place]);
  const commune = lives.success ? lives.data.commune : undefined;
  const person = {
    ...(name === undefined ? {} : { name }),
    ...(nationalId === undefined ? {} : { nationalId }),
    ...(born.success ? { birthYear: born.data.year } : {}),
    ...(commune === undefined ? {} : { commune }),
  };
  return Object.keys(person).length === 0 ? {} : { person };
}

/** The same of a line that is kept. */
export function personOf({ village, person }: ListEntry): PersonFacts {
  return { ...person, ...(village === '' ? {} : { village }) };
}

/** The line that lists and search show for a draft. */
export function describeDraft(
  draft: Draft,
  definition: ProcedureDefinition,
  evaluation: Pick<Evaluation, 'steps'>,
): ListEntry {
  return {
    id: draft.id,
    state: 'draft',
    kind: draft.kind,
    procedureId: draft.procedure.id,
    procedureVersion: draft.procedure.version,
    title: findTitle(definition, draft.answers),
    village: findVillage(definition, draft.answers),
    progress: measureAnswered(evaluation),
    updatedAt: draft.updatedAt,
    ...(draft.replaces?.[0] === undefined ? {} : { replaces: draft.replaces[0] }),
    ...(draft.kiosk === undefined ? {} : { kiosk: draft.kiosk }),
    ...supplementOf(draft),
    ...findPerson(definition, draft.answers),
  };
}

/** Which request of the office a record answers, as its line says it. */
export function supplementOf({ supplements }: Pick<Draft, 'supplements'>): Pick<ListEntry, 'supplements'> {
  if (supplements === undefined) return {};
  const { dossierId, requestId } = supplements;
  return { supplements: { dossierId, requestId } };
}

/** Answered visible questions / visible questions, 0 to 1; notes have nothing to answer. */
export function measureAnswered(evaluation: Pick<Evaluation, 'steps'>): number {
  const questions = evaluation.steps.flatMap((s) => s.questions).filter((q) => q.question.type !== 'note');
  if (questions.length === 0) return 0;
  return questions.filter((q) => q.answered).length / questions.length;
}
