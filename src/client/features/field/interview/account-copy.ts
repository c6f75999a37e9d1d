import type { Answers } from '../../../../domain/procedure/contract/answers.ts';
import type { ProcedureDefinition, Question } from '../../../../domain/procedure/definition.ts';

/** Role of the person who asks, in every procedure that has one. */
const REQUESTER = 'requester';

/** Facts of a person that an account knows and a dossier's requester block asks for, by the type of their question. */
const facts = [
  { subject: 'name', target: 'name', type: 'name' },
  { subject: 'birthDate', target: 'birthDate', type: 'date' },
  { subject: 'nationalId', target: 'nationalId', type: 'national-id' },
  { subject: 'place', target: 'residence', type: 'place' },
] as const;

/**
 * What pressing "copy from the account" writes: name, birth date, number and residence of the account into the
 * requester's questions of the same type. Only facts that were answered; nothing that was already answered is replaced.
 */
export function copyFromAccount(
  account: { readonly definition: ProcedureDefinition; readonly answers: Answers },
  dossier: { readonly definition: ProcedureDefinition; readonly answers: Answers },
): Answers {
  const copied: Answers = {};
  for (const { subject, target, type } of facts) {
    const source = account.definition.subject[subject];
    const value = source === undefined ? undefined : account.answers[source];
    const question = findRequesterQuestion(dossier.definition, target, type);
    if (value === undefined || question === undefined || dossier.answers[question.id] !== undefined) continue;
    copied[question.id] = value;
  }
  return copied;
}

function findRequesterQuestion(
  definition: ProcedureDefinition,
  target: string,
  type: Question['type'],
): Question | undefined {
  return definition.steps
    .flatMap((step) => step.questions)
    .find((question) => question.id === `${REQUESTER}.${target}` && question.type === type);
}
