import * as z from 'zod';
import { PartialDate } from '../citizen/partial-date.ts';
import { Place } from '../place/place.ts';
import {
  type Answers,
  type AnswerValue,
  ConsentAnswer,
  DocumentAnswer,
  LocationAnswer,
  MediaAnswer,
  SignatureAnswer,
  UnknownAnswer,
} from './contract/answers.ts';
import type { ProcedureDefinition, Question, Step } from './definition.ts';
import { keyOf } from './repeats.ts';

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
    case 'barcode':
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
    case 'location':
      return LocationAnswer;
    case 'media':
      return MediaAnswer;
    case 'hidden':
      return z.union([z.string().max(2000), z.number(), z.boolean()]);
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
  for (const step of definition.steps) {
    for (const question of step.questions) {
      if (question.type === 'note') continue;
      const answer = question.unknownAllowed
        ? z.union([UnknownAnswer, shapeOf(question)])
        : shapeOf(question);
      for (const key of keysOf(question.id, step)) shape[key] = z.exactOptional(answer);
    }
  }
  return z.strictObject(shape);
}

/** Under what a question is answered: its id, or that with each repetition behind it. */
function keysOf(id: string, { repeat }: Step): readonly string[] {
  return repeat === undefined
    ? [id]
    : Array.from({ length: repeat.most }, (_, index) => keyOf(id, index + 1));
}
