import { answersInOrder } from '../../../domain/answers/answers-in-order.ts';
import {
  formatAnswer,
  type PlaceNames,
  questionKey,
  type Translate,
} from '../../../domain/answers/format-answer.ts';
import type { Answers } from '../../../domain/procedure/contract/answers.ts';
import type { ProcedureDefinition } from '../../../domain/procedure/definition.ts';
import { line } from './parts.ts';
import type { Block, Sheet } from './sheet.ts';
import type { Say, Subject } from './subject.ts';

/**
 * Everything that was declared, in the form's order and in words: our own record, no official form. Numbers of people stand on
 * it, so it goes into the archive and to nobody's hand. `day` is the civil day on which the answers were given.
 */
export function answerSheets(
  subject: Subject,
  asked: {
    readonly definition: ProcedureDefinition;
    readonly answers: Answers;
    readonly day: string;
    readonly words: Translate;
    readonly places: PlaceNames;
  },
  say: Say,
): readonly Sheet[] {
  const { definition, answers, day, words, places } = asked;
  const blocks = answersInOrder(definition, answers, day).flatMap(({ step, rows, repetition }): Block[] => [
    {
      kind: 'paragraph',
      style: 'strong',
      text:
        repetition === undefined
          ? titleOf(step.id, words)
          : `${titleOf(step.id, words)} ${repetition.number}/${repetition.of}`,
    },
    ...rows.map(({ question, value }) =>
      line(words(questionKey(question, 'label')), formatAnswer(question, value, words, places), true),
    ),
  ]);
  return [
    {
      authority: say('authority', { commune: subject.communeName }),
      unit: say('unit'),
      marks: [say('code', { code: subject.code })],
      placeAndDay: null,
      title: say('answers.title'),
      form: say('answers.what', { procedure: subject.procedureName }),
      unconfirmed: null,
      blocks,
      signers: [],
      qr: null,
    },
  ];
}

function titleOf(step: string, words: Translate): string {
  return words(`steps.${step}.title`);
}
