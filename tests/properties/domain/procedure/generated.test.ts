import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answers } from '../../../../src/domain/procedure/contract/answers.ts';
import { evaluate } from '../../../../src/domain/procedure/run.ts';
import { always } from '../../always.ts';
import { anyAnswers, anyValue } from './any-answers.ts';
import { anyDefinition } from './any-definition.ts';
import { promises } from './promises.ts';

const RUNS = 500;

const anyInterview = anyDefinition.chain((definition) =>
  anyAnswers(definition).map((answers) => ({ definition, answers })),
);

describe('any declaration at all', () => {
  it.each(Object.entries(promises))('%s', (_, promise) => {
    always(
      fc.property(anyInterview, ({ definition, answers }) => promise(definition, answers)),
      RUNS,
    );
  });

  it('calculates what is calculated, whatever stood there', () => {
    const withPlanted = anyInterview.chain(({ definition, answers }) => {
      // `once` is made to keep what stood there.
      const calculated = definition.steps.flatMap(({ questions, repeat }) =>
        questions
          .filter(
            ({ calculated }) => calculated !== undefined && !JSON.stringify(calculated).includes('once'),
          )
          .flatMap(({ id }) => (repeat === undefined ? [id] : [`${id}.1`, `${id}.2`])),
      );
      const planted: Record<string, fc.Arbitrary<Answers[string]>> = {};
      for (const key of calculated) planted[key] = anyValue;
      return fc.record(planted).map((typed) => ({ definition, answers, typed, calculated }));
    });
    always(
      fc.property(withPlanted, ({ definition, answers, typed, calculated }) => {
        const run = (given: Answers) => evaluate(definition, given, { today: '2026-11-22' });
        const untouched = Object.fromEntries(
          Object.entries(answers).filter(([key]) => !calculated.includes(key)),
        );
        expect(run({ ...untouched, ...typed })).toEqual(run(untouched));
      }),
      RUNS,
    );
  });
});
