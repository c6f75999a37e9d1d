import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Answers } from '../../../../src/domain/procedure/contract/answers.ts';
import { answersSchemaFor, evaluate } from '../../../../src/domain/procedure/run.ts';
import { procedures } from '../../../../src/procedures/catalogue.ts';
import { always } from '../../always.ts';
import { anyAnswers, anyMoves, type Move } from './any-answers.ts';

const context = { today: '2026-11-22' };
const draftOf = (moves: readonly Move[]): Answers =>
  Object.fromEntries(moves.map(({ id, value }) => [id, value]));

describe.each(procedures.map((procedure) => [procedure.id, procedure] as const))('%s', (_, procedure) => {
  const answers = anyAnswers(procedure);
  const run = (given: Answers) => evaluate(procedure, given, context);
  const shownIds = (given: Answers) =>
    run(given).steps.flatMap((step) => step.questions.map(({ question }) => question.id));

  it('always has an answer of its own, whatever the answers', () => {
    always(
      fc.property(answers, (given) => {
        const { missing, stops, problems, mayFinish } = run(given);
        const errors = problems.filter((one) => one.severity === 'error');
        expect(mayFinish).toBe(missing.length + stops.length + errors.length === 0);
      }),
    );
  });

  it('sends answers of visible questions, and no others', () => {
    always(
      fc.property(answers, (given) => {
        const visible = new Set(shownIds(given));
        expect(Object.keys(run(given).submission).filter((id) => !visible.has(id))).toEqual([]);
      }),
    );
  });

  it('lets nothing that was hidden decide anything', () => {
    always(
      fc.property(answers, (given) => {
        const visible = new Set(shownIds(given));
        const withoutHidden = Object.fromEntries(Object.entries(given).filter(([id]) => visible.has(id)));
        expect(run(withoutHidden)).toEqual(run(given));
      }),
    );
  });

  it('comes to the same from a submission as from the draft it was made of', () => {
    always(
      fc.property(answers, (given) => {
        const { submission } = run(given);
        expect(run(submission)).toEqual(run(given));
      }),
    );
  });

  it('does not mind in which order the questions were answered', () => {
    const shuffled = answers.chain((given) =>
      fc.tuple(
        fc.constant(given),
        fc.shuffledSubarray(Object.entries(given), { minLength: Object.keys(given).length }),
      ),
    );
    always(
      fc.property(shuffled, ([given, entries]) => {
        expect(run(Object.fromEntries(entries))).toEqual(run(given));
      }),
    );
  });

  it('loses nothing on the way forth and back', () => {
    const choices = procedure.steps
      .flatMap((step) => step.questions)
      .flatMap((question) => (question.type === 'choice' ? [question] : []));
    const detour = fc
      .constantFrom(...choices)
      .chain((question) =>
        fc.constantFrom(...question.options).map(({ value }) => ({ id: question.id, value })),
      );
    always(
      fc.property(anyMoves(procedure), fc.array(detour, { maxLength: 8 }), (moves, detours) => {
        const draft = Object.freeze(draftOf(moves));
        const before = run(draft);
        // A detour changes an answer, looks at what follows, and sets it back: what it hid for a while is there again.
        const elsewhere = detours.map((move) => run(draftOf([...moves, move])));
        expect(run(draft)).toEqual(before);
        for (const evaluation of [before, ...elsewhere]) {
          const answered = evaluation.steps.flatMap((step) => step.questions).filter((one) => one.answered);
          expect(Object.keys(evaluation.submission)).toEqual(answered.map((one) => one.question.id));
        }
      }),
    );
  });

  it('passes the border exactly when every answer is of its kind', () => {
    const schema = answersSchemaFor(procedure);
    always(
      fc.property(answers, (given) => {
        const { submission, problems } = run(given);
        const wrong = problems.filter((one) => ['wrong-kind', 'unknown-not-allowed'].includes(one.code));
        expect(schema.safeParse(submission).success).toBe(wrong.length === 0);
        if (wrong.length === 0) expect(Answers.safeParse(submission).success).toBe(true);
      }),
    );
  });
});
