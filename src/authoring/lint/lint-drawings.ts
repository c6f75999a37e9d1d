import type { ProcedureDefinition, Question } from '../../domain/procedure/definition.ts';
import { type Finding, finding } from './finding.ts';
import { placeOfQuestion } from './place.ts';

/** What the screen itself draws beside "I do not know", where a choice has that. */
const UNKNOWN = { value: '?', drawing: 'question-mark' };

/**
 * Whoever does not read chooses by drawing and voice: each answer needs a drawing, and within one question no two may
 * look alike. Long sets that are shown as a list to be searched are found by words, and left alone.
 */
export function lintDrawings(
  definition: ProcedureDefinition,
  severity: Finding['severity'],
): readonly Finding[] {
  return definition.steps.flatMap((step) =>
    step.questions.flatMap((question) => {
      const place = placeOfQuestion(step, question);
      const shown = optionsShown(question);
      const undrawn = shown.filter(({ drawing }) => drawing === undefined).map(({ value }) => value);
      const drawings = new Set(shown.map(({ drawing }) => drawing).filter((one) => one !== undefined));
      const alike = [...drawings].flatMap((drawing) => {
        const names = shown.filter((one) => one.drawing === drawing).map(({ value }) => value);
        return names.length === 1
          ? []
          : [finding(severity, place, 'options-drawn-alike', { names: names.join(', '), drawing })];
      });
      return undrawn.length === 0
        ? alike
        : [finding(severity, place, 'options-undrawn', { names: undrawn.join(', ') }), ...alike];
    }),
  );
}

function optionsShown(
  question: Question,
): readonly { readonly value: string; readonly drawing?: string | undefined }[] {
  if (question.type === 'choices') return question.options;
  if (question.type !== 'choice' || question.appearance === 'list') return [];
  return question.unknownAllowed ? [...question.options, UNKNOWN] : question.options;
}
