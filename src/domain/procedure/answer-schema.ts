import * as z from 'zod';
import { PartialDate } from '../citizen/partial-date.ts';
import { Place } from '../place/place.ts';
import {
  type Answers,
  type AnswerValue,
  ConsentAnswer,
  DocumentAnswer,
  SignatureAnswer,
  UnknownAnswer,
} from './contract/answers.ts';
import type { ProcedureDefinition, Question } from './definition.ts';

/**
 * The shape of a question's answer: its kind only. Whether the answer is a good one is for `validateAnswer`, which can
 * say what to do about it.
 */
export function shapeOf(question: Question): z.ZodType<AnswerValue> {
  switch (question.type) {
    case 'text':
    case 'name':
    case 'time':
    case 'phone':
    case 'email':
    case 'ethnicity':
    case 'national-id':
    case 'choice':
      return z.string().max(2000);
    case 'number':
      return z.number();
    case 'choices':
      return z.array(z.string().max(200)).max(60);
    case 'date':
      return PartialDate;
    case 'place':
      return Place;
    case 'document':
      return DocumentAnswer;
    case 'consent':
      return ConsentAnswer;
    case 'signature':
      return SignatureAnswer;
    case 'note':
      return z.never();
  }
}

/**
 * The schema of all answers to a procedure: known questions only, each of its own kind. Nothing is required, since
 * what is depends on the other answers: use it together with `evaluate`.
 */
export function answersSchemaFor(definition: ProcedureDefinition): z.ZodType<Answers> {
  const shape: Record<string, z.ZodExactOptional<z.ZodType<AnswerValue>>> = {};
  for (const question of definition.steps.flatMap((step) => step.questions)) {
    if (question.type === 'note') continue;
    shape[question.id] = z.exactOptional(
      question.unknownAllowed ? z.union([UnknownAnswer, shapeOf(question)]) : shapeOf(question),
    );
  }
  return z.strictObject(shape);
}
