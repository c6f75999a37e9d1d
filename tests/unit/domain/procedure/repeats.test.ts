import { describe, expect, it } from 'vitest';
import type { Answers } from '../../../../src/domain/procedure/contract/answers.ts';
import { answersSchemaFor, evaluate, parseDefinition } from '../../../../src/domain/procedure/run.ts';
import { sample, written } from './sample.ts';

/** A household: how many, then each member's name, age, and work where the member is grown up. */
const parts = {
  steps: [
    {
      id: 'first',
      questions: [
        { id: 'name', type: 'name' },
        { id: 'members', type: 'number', min: 0 },
      ],
    },
    {
      id: 'member',
      repeat: { count: 'members', most: 5 },
      questions: [
        { id: 'member.name', type: 'name' },
        { id: 'member.age', type: 'number' },
        { id: 'member.work', type: 'text', visible: { number: 'member.age', atLeast: 15 } },
        { id: 'member.place', type: 'hidden', calculated: { call: 'position', with: [] } },
      ],
    },
    {
      id: 'sum',
      questions: [{ id: 'ages', type: 'number', calculated: { call: 'sum', with: [{ all: 'member.age' }] } }],
    },
  ],
  rules: [
    { id: 'too-old', when: { number: 'member.age', atLeast: 120 }, effect: 'error', question: 'member.age' },
  ],
} satisfies Parameters<typeof written>[0];

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

  it('passes the border under the keys it may have, and no others', () => {
    const schema = answersSchemaFor(procedure);
    expect(schema.safeParse({ 'member.name.5': 'A B' }).success).toBe(true);
    expect(schema.safeParse({ 'member.name.6': 'A B' }).success).toBe(false);
    expect(schema.safeParse({ 'member.name': 'A B' }).success).toBe(false);
  });
});

describe('a declaration that repeats', () => {
  const [first, member] = parts.steps;
  it.each([
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
      'hides nothing that is not calculated',
      { steps: [first, { id: 'after', questions: [{ id: 'x', type: 'hidden' as const }] }] },
      'question x is hidden and never calculated',
    ],
  ])('%s', (_, change, fault) => {
    const parsed = parseDefinition(written({ ...parts, rules: [], ...change }));
    expect(parsed.kind === 'invalid' ? parsed.faults : []).toContain(fault);
  });
});
