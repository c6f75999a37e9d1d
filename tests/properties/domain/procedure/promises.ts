import { expect } from 'vitest';
import { Answers } from '../../../../src/domain/procedure/contract/answers.ts';
import type { Evaluation } from '../../../../src/domain/procedure/contract/evaluation.ts';
import type { ProcedureDefinition } from '../../../../src/domain/procedure/definition.ts';
import { answersSchemaFor, evaluate } from '../../../../src/domain/procedure/run.ts';
import { plainAnswerTo } from './any-answers.ts';

/* What `contract/README.md` of the engine promises, each as a check of one declaration and one set of answers. */

export type EnginePromise = (definition: ProcedureDefinition, given: Answers) => void;

const run = (definition: ProcedureDefinition, answers: Answers): Evaluation =>
  evaluate(definition, answers, { today: '2026-11-22' });

const questionsOf = (definition: ProcedureDefinition) =>
  definition.steps.flatMap(({ questions }) => questions);
const declared = (key: string) => key.replace(/\.\d+$/, '');

/** Ids of what is never asked, but calculated and sent along. */
export function hiddenIn(definition: ProcedureDefinition): ReadonlySet<string> {
  return new Set(questionsOf(definition).flatMap(({ id, type }) => (type === 'hidden' ? [id] : [])));
}

function shownIds(evaluation: Evaluation): ReadonlySet<string> {
  return new Set(evaluation.steps.flatMap((step) => step.questions.map(({ question }) => question.id)));
}

export const promises: Readonly<Record<string, EnginePromise>> = {
  'always has an answer of its own, whatever the answers'(definition, given) {
    const { missing, stops, problems, mayFinish } = run(definition, given);
    const errors = problems.filter((one) => one.severity === 'error');
    expect(mayFinish).toBe(missing.length + stops.length + errors.length === 0);
  },

  'sends answers of visible questions, and no others'(definition, given) {
    const evaluation = run(definition, given);
    const visible = shownIds(evaluation);
    const hidden = hiddenIn(definition);
    const sent = Object.keys(evaluation.submission);
    expect(sent.filter((key) => !visible.has(key) && !hidden.has(declared(key)))).toEqual([]);
  },

  'lets nothing that was hidden decide anything'(definition, given) {
    const evaluation = run(definition, given);
    const visible = shownIds(evaluation);
    // What once stood in a calculated question is kept, also in one that is never shown.
    const kept = hiddenIn(definition);
    const without = Object.fromEntries(
      Object.entries(given).filter(([key]) => visible.has(key) || kept.has(declared(key))),
    );
    expect(run(definition, without)).toEqual(evaluation);
  },

  'comes to the same from a submission as from the draft it was made of'(definition, given) {
    const evaluation = run(definition, given);
    expect(run(definition, evaluation.submission)).toEqual(evaluation);
  },

  'comes to the same on the server, where a submission arrives as text'(definition, given) {
    const evaluation = run(definition, given);
    const arrived = answersSchemaFor(definition).safeParse(JSON.parse(JSON.stringify(evaluation.submission)));
    // What is of a wrong kind does not pass the border, and has a problem here already.
    if (arrived.success) expect(run(definition, arrived.data)).toEqual(evaluation);
    else expect(evaluation.mayFinish).toBe(false);
  },

  'passes the border exactly when every answer is of its kind'(definition, given) {
    const { submission, problems } = run(definition, given);
    const wrong = problems.filter((one) => ['wrong-kind', 'unknown-not-allowed'].includes(one.code));
    expect(answersSchemaFor(definition).safeParse(submission).success).toBe(wrong.length === 0);
    if (wrong.length === 0) expect(Answers.safeParse(submission).success).toBe(true);
  },

  'has an end wherever one stands: what is missing can be answered until nothing is'(definition, given) {
    const most = definition.steps.reduce(
      (n, { questions, repeat }) => n + questions.length * (repeat?.most ?? 1),
      0,
    );
    let draft: Answers = given;
    for (let asked = 0; asked <= most; asked++) {
      const { missing, steps } = run(definition, draft);
      const next = steps
        .flatMap((step) => step.questions)
        .find(({ question }) => question.id === missing[0])?.question;
      if (next === undefined) return;
      draft = { ...draft, [next.id]: plainAnswerTo(next) };
    }
    expect.fail(`after ${most} answers something is still missing`);
  },
};
