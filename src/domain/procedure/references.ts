import type { Condition, Formula, Question } from './definition.ts';

/** The ids of the questions that a condition looks at, those of every repetition left out. */
export function questionsOf(condition: Condition): readonly string[] {
  if ('all' in condition) return condition.all.flatMap(questionsOf);
  if ('any' in condition) return condition.any.flatMap(questionsOf);
  if ('not' in condition) return questionsOf(condition.not);
  if ('daysSince' in condition) return [condition.daysSince];
  if ('ageOf' in condition) return [condition.ageOf];
  if ('number' in condition) return [condition.number];
  if ('date' in condition) {
    const other = 'before' in condition ? condition.before : condition.onOrAfter;
    return /^\d/.test(other) ? [condition.date] : [condition.date, other];
  }
  if ('case' in condition) return [];
  if ('formula' in condition) return questionsOfFormula(condition.formula);
  return [condition.answer];
}

/** The ids of the questions whose one answer a formula looks at. */
export function questionsOfFormula(formula: Formula): readonly string[] {
  if ('answer' in formula) return [formula.answer];
  return 'call' in formula ? formula.with.flatMap(questionsOfFormula) : [];
}

/** The ids of the repeated questions of which a formula takes the answers of every repetition. */
export function repeatedIn(formula: Formula): readonly string[] {
  if ('all' in formula) return [formula.all];
  return 'call' in formula ? formula.with.flatMap(repeatedIn) : [];
}

/** Every formula that stands somewhere in a condition. */
export function formulasIn(condition: Condition): readonly Formula[] {
  if ('all' in condition) return condition.all.flatMap(formulasIn);
  if ('any' in condition) return condition.any.flatMap(formulasIn);
  if ('not' in condition) return formulasIn(condition.not);
  return 'formula' in condition ? [condition.formula] : [];
}

/** The conditions of a question: when it is shown, when it is required, when an option is offered. */
export function conditionsOf(question: Question): readonly Condition[] {
  const options = 'options' in question ? question.options : [];
  return [
    ...(question.visible === undefined ? [] : [question.visible]),
    ...(typeof question.required === 'boolean' ? [] : [question.required]),
    ...options.flatMap(({ visible }) => (visible === undefined ? [] : [visible])),
  ];
}
