import { expect, it } from 'vitest';
import { sayProblem } from '../../../../../../src/client/features/field/interview/question-problems.ts';
import type { Problem } from '../../../../../../src/domain/procedure/contract/evaluation.ts';

const say = (key: string, params?: object) => `${key} ${JSON.stringify(params)}`;
const text = Object.assign(say, {
  find: () => undefined,
  sentence: (key: string, params?: object) => ({ phrase: `problems:${key}`, text: say(key, params) }),
});

const problem: Problem = {
  question: 'card.expiresOn',
  code: 'date-before',
  source: 'answer',
  severity: 'error',
  params: { earliest: '2021-04-15' },
};

it('says a date in a problem as people write it, whoever found the problem', () => {
  expect(sayProblem(problem, text, text)).toEqual({
    phrase: 'problems:date-before',
    text: 'date-before {"earliest":"15/04/2021"}',
  });
  expect(sayProblem({ ...problem, source: 'rule' }, text, text).text).toBe(
    'reasons.date-before {"earliest":"15/04/2021"}',
  );
});
