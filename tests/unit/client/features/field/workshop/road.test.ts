import { describe, expect, it } from 'vitest';
import { loadPhrases } from '../../../../../../src/client/features/field/workshop/phrases-here.ts';
import { nextMissing, roadOf } from '../../../../../../src/client/features/field/workshop/road.ts';
import { getCurrentProcedure } from '../../../../../../src/procedures/catalogue.ts';

const birth = getCurrentProcedure('birth-registration');
const nothingPublished = { list: async () => [], find: async () => undefined };
const phrases = await loadPhrases(nothingPublished);
const byId = new Map(phrases.map((one) => [one.phrase, one]));
const road = roadOf(birth, byId);
const at = (phrase: string) => road.findIndex((one) => one.phrase === phrase);
const own = (key: string) => `procedures/birth-registration:${key}`;

describe('the road of a procedure', () => {
  it('goes step by step, each question before its answers', () => {
    expect(at(own('questions.child.name.label'))).toBeGreaterThan(0);
    expect(at(own('questions.child.name.label'))).toBeLessThan(at(own('questions.child.sex.label')));
    for (const question of birth.steps.flatMap((step) => step.questions)) {
      if (question.type !== 'choice' || question.list !== undefined || question.text !== undefined) continue;
      const label = at(own(`questions.${question.id}.label`));
      for (const { value } of question.options)
        expect(at(own(`choices.${question.id}.${value}`)), question.id).toBeGreaterThan(label);
    }
  });

  it('says each sentence once, and leaves none of the procedure out', () => {
    const ids = road.map(({ phrase }) => phrase);
    expect(new Set(ids).size).toBe(ids.length);
    const missing = phrases.filter(({ where, phrase }) => where === birth.id && !ids.includes(phrase));
    expect(missing).toEqual([]);
  });

  it('takes in what it shares with others, where it says it', () => {
    const death = roadOf(getCurrentProcedure('death-registration'), byId);
    const shared = death.filter(({ phrase }) => phrase.startsWith('procedures/shared:'));
    expect(shared.length).toBeGreaterThan(5);
    expect(shared.some(({ isOnRoad }) => isOnRoad)).toBe(true);
    expect(shared.length).toBeLessThan(phrases.filter(({ where }) => where === 'shared').length);
  });

  it('has a text for the ear in the place of label and hint', () => {
    const spoken = road.filter(({ phrase }) => phrase.endsWith('.spoken'));
    expect(spoken.length).toBeGreaterThan(0);
    for (const { phrase } of spoken) {
      const label = road.find((one) => one.phrase === phrase.replace(/spoken$/, 'label'));
      expect(label?.isOnRoad ?? false, phrase).toBe(false);
    }
  });

  it('carries the drawing of the question it belongs to', () => {
    expect(road.filter(({ drawing }) => drawing !== undefined).length).toBeGreaterThan(10);
  });
});

describe('the next sentence to record', () => {
  const list = ['a', 'b', 'c', 'd'].map((phrase) => ({ phrase }));
  it.each([
    [-1, [], 0],
    [0, ['b'], 2],
    [2, ['d'], 0],
    [3, ['a', 'b', 'c', 'd'], undefined],
  ])('after %s, where %j have a voice, is %s', (after, voiced, next) => {
    expect(nextMissing(list, after, (phrase) => voiced.some((one) => one === phrase))).toBe(next);
  });
});
