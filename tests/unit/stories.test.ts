import { describe, expect, it, vi } from 'vitest';
import type { Answers } from '../../src/domain/procedure/contract/answers.ts';
import { evaluate } from '../../src/domain/procedure/run.ts';
import { getCurrentProcedure, procedures } from '../../src/procedures/catalogue.ts';
import { answerAsSaid } from '../support/stories/answer-as-said.ts';

/*
 * The stories that the browser tests walk, held against the engine without a browser: there a changed question shows
 * itself in a second. Stories count their days from now, so now stands still before they are told.
 */
const today = '2026-11-28';
vi.useFakeTimers({ toFake: ['Date'], now: new Date(`${today}T02:00:00Z`) });
const { stories } = await import('../stories/all.ts');

it('there is a story for every procedure', () => {
  const ids = [...new Set(procedures.map(({ id }) => id))].sort();
  expect(stories.map((story) => story.procedure).sort()).toEqual(ids);
});

describe.each(stories.map((story) => [story.procedure, story] as const))('the story of %s', (id, story) => {
  it('answers every question that is shown, and no other, and may be finished', () => {
    const definition = getCurrentProcedure(id);
    const asked: string[] = [];
    let answers: Answers = {};
    const shown = () =>
      evaluate(definition, answers, { today })
        .steps.flatMap((step) => step.questions.map(({ question }) => question))
        .filter((question) => question.type !== 'hidden');
    for (let at = shown()[0]; at !== undefined; at = shown()[asked.length]) {
      const said = at.id === story.endsWith ? 'signs with a finger' : story.answers[at.id];
      if (said === undefined) throw new Error(`nothing is said to ${at.id}`);
      const answer = answerAsSaid(definition, at, said);
      if (answer !== undefined) answers = { ...answers, [at.id]: answer };
      asked.push(at.id);
    }
    const { missing, stops, problems, mayFinish } = evaluate(definition, answers, { today });
    const errors = problems.filter((one) => one.severity === 'error');
    expect({ missing, stops, errors, mayFinish }).toEqual({
      missing: [],
      stops: [],
      errors: [],
      mayFinish: true,
    });
    expect(asked.at(-1)).toBe(story.endsWith);
    expect(Object.keys(story.answers).filter((one) => !asked.includes(one))).toEqual([]);
  });
});
