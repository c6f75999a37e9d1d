import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { expandBlocks } from '../../../src/procedures/expand-blocks.ts';

const Expanded = z.looseObject({
  steps: z.array(z.looseObject({ id: z.string(), questions: z.array(z.looseObject({ id: z.string() })) })),
  rules: z.array(z.looseObject({ id: z.string() })).optional(),
});
const expand = (...steps: unknown[]) => Expanded.parse(expandBlocks({ steps }));
const person = (more: object) =>
  expand({ id: 'one', questions: [{ block: 'person', as: 'mother', ...more }] }).steps[0]?.questions ?? [];
const named = (questions: readonly { id: string }[], id: string) => questions.find((one) => one.id === id);

describe('a block among the questions', () => {
  it('is written out for its role', () => {
    expect(named(person({}), 'mother.nationalId')).toMatchObject({
      text: 'personNationalId',
      sexFrom: 'mother.sex',
      visible: { answer: 'mother.idKind', in: ['identity-card', 'citizen-card', 'old-card'] },
    });
  });

  it('leaves out what it is told to, and what was compared with it', () => {
    const questions = person({ omit: ['sex'] });
    expect(named(questions, 'mother.sex')).toBeUndefined();
    expect(named(questions, 'mother.nationalId')).not.toHaveProperty('sexFrom');
    expect(named(questions, 'mother.nationalId')).toMatchObject({ birthDateFrom: 'mother.birthDate' });
  });

  it('takes words of its own, changes, and a condition beside its own', () => {
    const outer = { answer: 'mother.known', is: 'yes' };
    const questions = person({
      own: ['name'],
      visible: outer,
      change: { birthDate: { unknownAllowed: true } },
    });
    expect(named(questions, 'mother.name')).not.toHaveProperty('text');
    expect(named(questions, 'mother.birthDate')).toMatchObject({ unknownAllowed: true, visible: outer });
    expect(named(questions, 'mother.phone')).toMatchObject({
      visible: { all: [outer, { answer: 'consent.contact', is: true }] },
    });
  });

  it('refuses a misspelt word', () => {
    expect(() => person({ omit: ['brithDate'] })).toThrow('block person as mother has no brithDate');
  });
});

it('a block among the steps brings its rules, behind those of the declaration', () => {
  const expanded = Expanded.parse(
    expandBlocks({ steps: [{ block: 'consents' }, { block: 'closing' }], rules: [{ id: 'own' }] }),
  );
  expect(expanded.steps.map((step) => step.id)).toEqual(['consents', 'read-back', 'signature']);
  expect(expanded.rules?.map((rule) => rule.id)).toEqual(['own', 'thumbprint-not-agreed']);
});
