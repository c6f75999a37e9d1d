import type { Condition, Formula, Question, Rule, Step } from './definition.ts';

/*
 * A repeated step is written out once for each repetition: every id of the step gets the repetition behind it, in the
 * questions themselves and wherever they look at each other. After that nothing in the engine knows of repetitions.
 */

/** The key of a question's answer in one repetition. */
export function keyOf(id: string, repetition: number): string {
  return `${id}.${repetition}`;
}

/** The question that a key is an answer to, as declared. */
export function questionOf(key: string): string {
  return key.replace(/\.\d+$/, '');
}

const written = new WeakMap<Step, Map<number, readonly Question[]>>();

/** The questions of one repetition, from 1; the same objects each time they are asked for. */
export function questionsInRepetition(step: Step, repetition: number): readonly Question[] {
  const known = written.get(step) ?? new Map<number, readonly Question[]>();
  written.set(step, known);
  const before = known.get(repetition);
  if (before !== undefined) return before;
  const rename = renamerOf(step, repetition);
  const questions = step.questions.map((question) => renameQuestion(question, rename));
  known.set(repetition, questions);
  return questions;
}

/** A rule that stands beside a question of the step, as it holds for one repetition. */
export function ruleInRepetition(rule: Rule, step: Step, repetition: number): Rule {
  const rename = renamerOf(step, repetition);
  return {
    ...rule,
    when: renameCondition(rule.when, rename),
    ...(rule.question === undefined ? {} : { question: rename.id(rule.question) }),
  };
}

interface Renamer {
  readonly id: (id: string) => string;
  readonly repetition: number;
}

function renamerOf(step: Step, repetition: number): Renamer {
  const own = new Set(step.questions.map(({ id }) => id));
  return { id: (id) => (own.has(id) ? keyOf(id, repetition) : id), repetition };
}

function renameQuestion(question: Question, rename: Renamer): Question {
  const { visible, required, proposal, calculated } = question;
  const renamed: Question = {
    ...question,
    id: rename.id(question.id),
    ...(visible === undefined ? {} : { visible: renameCondition(visible, rename) }),
    ...(typeof required === 'boolean' ? {} : { required: renameCondition(required, rename) }),
    ...(proposal === undefined ? {} : { proposal: renameFormula(proposal, rename) }),
    ...(calculated === undefined ? {} : { calculated: renameFormula(calculated, rename) }),
  };
  switch (renamed.type) {
    case 'choice':
    case 'choices':
      return {
        ...renamed,
        options: renamed.options.map((option) =>
          option.visible === undefined
            ? option
            : { ...option, visible: renameCondition(option.visible, rename) },
        ),
      };
    case 'date':
      return renamed.notBefore === undefined
        ? renamed
        : { ...renamed, notBefore: rename.id(renamed.notBefore) };
    case 'national-id':
      return {
        ...renamed,
        ...(renamed.sexFrom === undefined ? {} : { sexFrom: rename.id(renamed.sexFrom) }),
        ...(renamed.birthDateFrom === undefined ? {} : { birthDateFrom: rename.id(renamed.birthDateFrom) }),
      };
    default:
      return renamed;
  }
}

function renameCondition(condition: Condition, rename: Renamer): Condition {
  const part = (one: Condition) => renameCondition(one, rename);
  if ('all' in condition) return { all: condition.all.map(part) };
  if ('any' in condition) return { any: condition.any.map(part) };
  if ('not' in condition) return { not: part(condition.not) };
  if ('daysSince' in condition) return { ...condition, daysSince: rename.id(condition.daysSince) };
  if ('ageOf' in condition) return { ...condition, ageOf: rename.id(condition.ageOf) };
  if ('number' in condition) return { ...condition, number: rename.id(condition.number) };
  if ('date' in condition) {
    return 'before' in condition
      ? { date: rename.id(condition.date), before: rename.id(condition.before) }
      : { date: rename.id(condition.date), onOrAfter: rename.id(condition.onOrAfter) };
  }
  if ('case' in condition) return condition;
  if ('formula' in condition) return { formula: renameFormula(condition.formula, rename) };
  return { ...condition, answer: rename.id(condition.answer) };
}

function renameFormula(formula: Formula, rename: Renamer): Formula {
  if ('answer' in formula) return { answer: rename.id(formula.answer) };
  if (!('call' in formula)) return formula;
  if (formula.call === 'position') return { value: rename.repetition };
  return { call: formula.call, with: formula.with.map((one) => renameFormula(one, rename)) };
}
