import type { Condition, ProcedureDefinition } from '../../../domain/procedure/definition.ts';
import { type Html, html } from './html.ts';
import type { ProcedureWords, Words } from './words.ts';

/*
 * A condition as somebody reads it who will be asked the question: “Who declares?” – somebody authorised. What cannot be said
 * so (formulas, days counted) is not said at all, rather than in part.
 */

interface Speaker {
  readonly definition: ProcedureDefinition;
  readonly words: Words;
  readonly say: ProcedureWords;
}

/** Undefined where some part of it has no plain words. */
export function sayCondition(condition: Condition, speaker: Speaker): Html | undefined {
  if ('any' in condition) return join(condition.any, 'or', speaker);
  if ('all' in condition) return join(condition.all, 'and', speaker);
  if ('not' in condition) return sayAnswer(condition.not, speaker, 'not');
  if ('case' in condition) return speaker.say(`cases.${condition.case}`);
  if ('ageOf' in condition) {
    const [key, years] =
      'under' in condition ? ['younger' as const, condition.under] : ['older' as const, condition.atLeast];
    return about(condition.ageOf, html`${speaker.words.page(`if.${key}`, { years })}`, speaker);
  }
  if ('number' in condition) {
    const [key, number] =
      'under' in condition ? ['fewer' as const, condition.under] : ['more' as const, condition.atLeast];
    return about(condition.number, html`${speaker.words.page(`if.${key}`, { number })}`, speaker);
  }
  return sayAnswer(condition, speaker);
}

function join(parts: readonly Condition[], by: 'and' | 'or', speaker: Speaker): Html | undefined {
  // “A or B and C” would be read otherwise than it is meant, and people do not read brackets.
  if (by === 'and' && parts.length > 1 && parts.some((part) => 'any' in part && part.any.length > 1))
    return undefined;
  if (parts.length === 0) return undefined;
  const said = parts.map((part) => sayCondition(part, speaker));
  return said.reduce(
    (whole, part) => whole && part && html`${whole} ${speaker.words.page(`if.${by}`)} ${part}`,
  );
}

/** A choice and the answers that count, or with `not` those that do not. */
function sayAnswer(condition: Condition, speaker: Speaker, not?: 'not'): Html | undefined {
  if (!('answer' in condition)) return undefined;
  const values =
    'is' in condition
      ? [condition.is]
      : 'in' in condition
        ? condition.in
        : 'includes' in condition
          ? [condition.includes]
          : [];
  const question = findQuestion(condition.answer, speaker.definition);
  if (question?.type !== 'choice' && question?.type !== 'choices') return undefined;
  const said = values.map((value) => speaker.say(`choices.${question.list ?? question.id}.${value}`));
  const [first, ...others] = said;
  if (first === undefined || said.includes(undefined)) return undefined;
  const answers = html`${first}${others.map((one) => html`, ${one}`)}`;
  return about(
    question.id,
    not === undefined ? answers : html`${speaker.words.page('if.not')} ${answers}`,
    speaker,
  );
}

function about(id: string, answer: Html, { definition, say }: Speaker): Html | undefined {
  const question = findQuestion(id, definition);
  const text = question?.text === undefined ? `questions.${id}` : `shared.${question.text}`;
  const label = say(`${text}.label`);
  return label && html`“${label}” – ${answer}`;
}

function findQuestion(id: string, { steps }: ProcedureDefinition) {
  return steps.flatMap(({ questions }) => questions).find((one) => one.id === id);
}
