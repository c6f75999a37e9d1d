import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answers } from '../../../../src/domain/procedure/contract/answers.ts';
import { evaluate } from '../../../../src/domain/procedure/run.ts';
import { procedures } from '../../../../src/procedures/catalogue.ts';
import { always } from '../../always.ts';
import { anyAnswers, anyMoves, anyValue, type Move } from './any-answers.ts';
import { hiddenIn, promises } from './promises.ts';

/** For each of some two dozen declarations; `generated.test.ts` tries far more shapes. */
const RUNS = 100;

const context = { today: '2026-11-22' };
const draftOf = (moves: readonly Move[]): Answers =>
  Object.fromEntries(moves.map(({ id, value }) => [id, value]));

describe.each(procedures.map((procedure) => [procedure.id, procedure] as const))('%s', (_, procedure) => {
  const answers = anyAnswers(procedure);
  const run = (given: Answers) => evaluate(procedure, given, context);

  const hidden = hiddenIn(procedure);
  const isHidden = (key: string) => hidden.has(key.replace(/\.\d+$/, ''));

  it.each(Object.entries(promises))('%s', (_, promise) => {
    always(
      fc.property(answers, (given) => promise(procedure, given)),
      RUNS,
    );
  });

  it('calculates what is calculated, whatever stood there', () => {
    const calculated = procedure.steps
      .flatMap((step) => step.questions)
      .filter((question) => question.calculated !== undefined)
      .map(({ id }) => id);
    const planted = fc.dictionary(fc.constantFrom('nothing', ...calculated), anyValue, { maxKeys: 4 });
    always(
      fc.property(answers, planted, (given, typed) => {
        const untouched = Object.fromEntries(
          Object.entries(given).filter(([key]) => !calculated.includes(key.replace(/\.\d+$/, ''))),
        );
        expect(run({ ...untouched, ...typed })).toEqual(run(untouched));
      }),
      RUNS,
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
      RUNS,
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
          const sent = Object.keys(evaluation.submission).filter((key) => !isHidden(key));
          expect(sent).toEqual(answered.map((one) => one.question.id));
        }
      }),
      RUNS,
    );
  });
});
