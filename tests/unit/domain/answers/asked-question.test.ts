import { expect, it } from 'vitest';
import { findAsked, sayAsked } from '../../../../src/domain/answers/asked-question.ts';
import { procedures } from '../../../../src/procedures/catalogue.ts';

const definition = procedures.find(({ id }) => id === 'poor-household-review');
if (definition === undefined) throw new Error('no procedure');
const members = definition.steps.find(({ id }) => id === 'members');
const [asked] = members?.questions ?? [];
if (asked === undefined) throw new Error('no question');

const words = (key: string) => key;

it('says which time a question of a repeated step was asked: two people would read alike', () => {
  const said = [1, 2].map((time) => sayAsked(definition, `${asked.id}.${time}`, words));
  expect(said[0]).toMatch(/\.label \(steps\.members\.title 1\)$/);
  expect(new Set(said).size).toBe(2);
});

it('finds every question that is asked once by its own id, and nothing behind another', () => {
  for (const step of definition.steps.filter(({ repeat }) => repeat === undefined))
    for (const question of step.questions) {
      expect(findAsked(definition, question.id)).toEqual({ question, step });
      expect(findAsked(definition, `${question.id}.2`)).toBeUndefined();
    }
  expect(sayAsked(definition, 'nothing.2', words)).toBeUndefined();
});
