import type { Answers } from '../procedure/contract/answers.ts';
import type { ProcedureDefinition, Question } from '../procedure/definition.ts';
import { formatAnswer, type PlaceNames, type Translate } from './format-answer.ts';

/** What the slip says of the person who filed; undefined where it was not asked or not known: paper keeps dots there. */
export interface ApplicantFacts {
  readonly name: string | undefined;
  readonly address: string | undefined;
  readonly phone: string | undefined;
  readonly email: string | undefined;
}

/** The role whose person comes to the office with the dossier. */
const APPLICANT = 'requester';

/**
 * The applicant out of the answers: the requester's own, and where the requester is one of the other roles (the
 * mother files for her child) that role's answers for what was not asked twice.
 */
export function applicantFacts(
  definition: ProcedureDefinition,
  answers: Answers,
  t: Translate,
  places: PlaceNames,
): ApplicantFacts {
  const own = questionsOf(definition, APPLICANT);
  const same = own
    .filter((question) => question.type === 'choice')
    .map((question) => answers[question.id])
    .find((value) => typeof value === 'string' && definition.roles.includes(value));
  const questions = [...own, ...(typeof same === 'string' ? questionsOf(definition, same) : [])];
  const first = (type: Question['type']) => {
    const found = questions.find((question) => question.type === type && isKnown(answers, question.id));
    return found && formatAnswer(found, answers[found.id], t, places);
  };
  return { name: first('name'), address: first('place'), phone: first('phone'), email: first('email') };
}

/** Papers handed over or photographed, by the name of what was given; nothing that stayed at home. */
export function papersOnSlip(
  definition: ProcedureDefinition,
  answers: Answers,
): readonly { readonly document: string; readonly paper: string | undefined; readonly photos: number }[] {
  return definition.steps
    .flatMap((step) => step.questions)
    .filter((question) => question.type === 'document')
    .flatMap((question) => {
      const answer = answers[question.id];
      if (answer === undefined || typeof answer !== 'object' || !('paper' in answer)) return [];
      if (answer.paper === 'none' || answer.paper === 'at-home') return [];
      return [{ document: question.document, paper: answer.alternative, photos: answer.attachments.length }];
    });
}

function questionsOf(definition: ProcedureDefinition, role: string): readonly Question[] {
  return definition.steps.filter((step) => step.role === role).flatMap((step) => step.questions);
}

function isKnown(answers: Answers, id: string): boolean {
  const value = answers[id];
  return value !== undefined && !(typeof value === 'object' && 'unknown' in value);
}
