import { describe, expect, it } from 'vitest';
import type { Answers } from '../../../../src/domain/procedure/contract/answers.ts';
import { answersSchemaFor, evaluate, parseDefinition } from '../../../../src/domain/procedure/run.ts';
import { sample, type Written, written } from './sample.ts';

/** A household: how many, then each member's name, age, and work where the member is grown up. */
const first: Written['steps'][number] = {
  id: 'first',
  questions: [
    { id: 'name', type: 'name' },
    { id: 'members', type: 'number', min: 0 },
  ],
};
const member: Written['steps'][number] = {
  id: 'member',
  repeat: { count: 'members', most: 5 },
  questions: [
    { id: 'member.name', type: 'name' },
    { id: 'member.age', type: 'number' },
    { id: 'member.work', type: 'text', visible: { number: 'member.age', atLeast: 15 } },
    { id: 'member.place', type: 'hidden', calculated: { call: 'position', with: [] } },
  ],
};
const parts: Partial<Written> = {
  steps: [
    first,
    member,
    {
      id: 'sum',
      questions: [{ id: 'ages', type: 'number', calculated: { call: 'sum', with: [{ all: 'member.age' }] } }],
    },
  ],
  rules: [
    { id: 'too-old', when: { number: 'member.age', atLeast: 120 }, effect: 'error', question: 'member.age' },
  ],
};

const procedure = sample(parts);
const run = (answers: Answers) => evaluate(procedure, answers, { today: '2026-11-28' });
const two: Answers = {
  name: 'Lò Thị Mẩy',
  members: 2,
  'member.name.1': 'Vi Văn Páo',
  'member.age.1': 40,
  'member.name.2': 'Vi Thị Sen',
  'member.age.2': 7,
  'member.work.2': 'grazes buffaloes',
  'member.age.3': 90,
};

describe('a step asked once for each', () => {
  it('is as many steps as were counted, each with keys of its own', () => {
    expect(run(two).steps.map(({ key, repetition }) => [key, repetition])).toEqual([
      ['first', undefined],
      ['member.1', { number: 1, of: 2 }],
      ['member.2', { number: 2, of: 2 }],
      ['sum', undefined],
    ]);
    expect(run(two).missing).toEqual(['member.work.1']);
  });

  it('means the same repetition where its questions look at each other', () => {
    const shown = run(two).steps.flatMap((step) => step.questions.map(({ question }) => question.id));
    expect(shown).toContain('member.work.1');
    expect(shown).not.toContain('member.work.2');
  });

  it('sends neither what is hidden nor repetitions that were counted away, and adds up what is there', () => {
    expect(run(two).submission).toEqual({
      name: 'Lò Thị Mẩy',
      members: 2,
      'member.name.1': 'Vi Văn Páo',
      'member.age.1': 40,
      'member.name.2': 'Vi Thị Sen',
      'member.age.2': 7,
      ages: 47,
      'member.place.1': 1,
      'member.place.2': 2,
    });
    expect(run({ ...two, members: 3 }).submission).toMatchObject({ 'member.age.3': 90, ages: 137 });
  });

  it('says what is wrong beside the one it is wrong about', () => {
    expect(run({ ...two, 'member.age.2': 130 }).problems).toMatchObject([
      { question: 'member.age.2', code: 'too-old', params: { number: 130 } },
    ]);
  });

  it('is not there while nothing is counted, and never more often than it may be', () => {
    expect(run({}).steps.map(({ key }) => key)).toEqual(['first', 'sum']);
    expect(run({ members: 1000 }).steps).toHaveLength(7);
    expect(run({ members: -1 }).steps).toHaveLength(2);
  });

  it.each([
    [6, 'number-too-large', { max: 5 }],
    [1.5, 'number-not-whole', {}],
    [-1, 'number-too-small', { min: 0 }],
  ])('says so of %s, which counts nothing or more than may be asked', (members, code, params) => {
    const loose = sample({
      ...parts,
      steps: [{ id: 'first', questions: [{ id: 'members', type: 'number', integer: false }] }, member],
    });
    expect(evaluate(loose, { members }, { today: '2026-11-28' }).problems).toEqual([
      { question: 'members', code, params, severity: 'error', source: 'answer' },
    ]);
  });

  it('says once what the number says wrong by itself', () => {
    expect(run({ members: -1 }).problems.map(({ code }) => code)).toEqual(['number-too-small']);
  });

  it('stops the whole for one of them', () => {
    const strict = sample({
      ...parts,
      rules: [
        { id: 'small', when: { number: 'member.age', under: 8 }, effect: 'stop', question: 'member.age' },
      ],
    });
    expect(evaluate(strict, two, { today: '2026-11-28' }).stops).toEqual([
      { key: 'small', params: { number: 7 } },
    ]);
  });

  it('passes the border under the keys it may have, and no others', () => {
    const schema = answersSchemaFor(procedure);
    expect(schema.safeParse({ 'member.name.5': 'A B' }).success).toBe(true);
    expect(schema.safeParse({ 'member.name.6': 'A B' }).success).toBe(false);
    expect(schema.safeParse({ 'member.name': 'A B' }).success).toBe(false);
  });
});

const free = { limit: { kind: 'none' }, fee: { kind: 'free' } } as const;

describe('a declaration that repeats', () => {
  it.each<[string, Partial<Written>, string]>([
    [
      'is counted by a number that comes before',
      { steps: [member, first] },
      'step member is repeated by members, which does not come before it',
    ],
    [
      'is counted by a number',
      { steps: [first, { ...member, repeat: { count: 'name', most: 3 } }] },
      'step member is repeated by name, which is no number asked once',
    ],
    [
      'repeats no signature',
      { steps: [first, { ...member, questions: [{ id: 'sign', type: 'signature' as const }] }] },
      'question sign: a signature cannot be repeated',
    ],
    [
      'is looked at from outside only as a whole',
      {
        steps: [
          first,
          member,
          {
            id: 'after',
            questions: [{ id: 'x', type: 'text' as const, visible: { number: 'member.age', atLeast: 1 } }],
          },
        ],
      },
      'question x depends on member.age, which is asked more than once: take all its answers together',
    ],
    [
      'gives no case by one of its answers',
      {
        cases: [
          { id: 'a', when: { number: 'member.age', atLeast: 1 }, ...free },
          { id: 'b', ...free },
        ],
      },
      'case a: member.age is asked more than once: take all its answers together',
    ],
    [
      'has no one date for a deadline, nor one name for the title',
      { titleFrom: ['member.name'] },
      'titleFrom: member.name is asked more than once: take all its answers together',
    ],
    [
      'has a rule for each only beside one of its questions',
      { rules: [{ id: 'r', when: { number: 'member.age', atLeast: 1 }, effect: 'error', question: 'name' }] },
      'rule r: member.age is asked more than once: take all its answers together',
    ],
    [
      'adds up only what is asked more than once',
      {
        cases: [
          {
            id: 'a',
            limit: { kind: 'none' },
            fee: {
              kind: 'computed',
              dong: { call: 'sum', with: [{ all: 'members' }] },
              rows: [{ id: 'each', dong: 1 }],
              confirmed: true,
            },
          },
        ],
      },
      'case a: takes all answers of members, which is asked once',
    ],
    [
      'has no place for a rule that stands outside',
      {
        rules: [
          {
            id: 'r',
            when: { formula: { call: 'position', with: [] } },
            effect: 'error',
            question: 'name',
          },
        ],
      },
      'rule r: position stands in no repeated step',
    ],
    [
      'hides nothing that is not calculated',
      { steps: [first, { id: 'after', questions: [{ id: 'x', type: 'hidden' as const }] }] },
      'question x is hidden and never calculated',
    ],
  ])('%s', (_, change, fault) => {
    const parsed = parseDefinition(written({ ...parts, rules: [], ...change }));
    expect(parsed.kind === 'invalid' ? parsed.faults : []).toContain(fault);
  });
});
