import { describe, expect, it } from 'vitest';
import type { Answers } from '../../../../src/domain/procedure/contract/answers.ts';
import type { Formula } from '../../../../src/domain/procedure/definition.ts';
import { evaluate } from '../../../../src/domain/procedure/run.ts';
import { sample, type Written } from './sample.ts';

const today = '2026-11-28';
const born = { year: 2024, month: 2, day: 29 };
const march = { year: 2024, month: 3, day: 1 };
const options = [{ value: 'a' }, { value: 'b' }];
type Asked = Written['steps'][number]['questions'][number];

function asking(...questions: readonly Asked[]) {
  const definition = sample({
    steps: [{ id: 's', questions: [{ id: 'name', type: 'name', required: false }, ...questions] }],
  });
  return (answers: Answers) => evaluate(definition, answers, { today });
}
const call = (name: Extract<Formula, { call: string }>['call'], ...parts: Formula[]): Formula => ({
  call: name,
  with: parts,
});
const of = (answer: string): Formula => ({ answer });
const value = (plain: string | number): Formula => ({ value: plain });

describe('a calculated question', () => {
  const pages: Asked = { id: 'pages', type: 'number', required: false };
  const run = asking(
    pages,
    { id: 'cost', type: 'number', calculated: call('*', of('pages'), value(2000)) },
    { id: 'dear', type: 'text', visible: { number: 'cost', atLeast: 10_000 } },
  );

  it('is computed, whatever was typed there, and decides what comes after it', () => {
    const { submission, missing, steps } = run({ pages: 6, cost: 1 });
    expect(submission).toEqual({ pages: 6, cost: 12_000 });
    expect(missing).toEqual(['dear']);
    expect(steps[0]?.questions.find(({ question }) => question.id === 'cost')).toMatchObject({
      required: false,
      answered: true,
      calculated: 12_000,
    });
  });

  it('has no value, and is not missing, while it cannot be computed', () => {
    const { submission, missing, mayFinish } = run({ cost: 1 });
    expect([submission, missing, mayFinish]).toEqual([{}, [], true]);
  });

  it.each<[string, Asked, Answers, unknown]>([
    [
      'a date of days',
      { id: 'q', type: 'date', calculated: call('+', of('born'), value(1)) },
      { born },
      march,
    ],
    [
      'a year and no day',
      { id: 'q', type: 'date', calculated: of('born') },
      { born: { year: 2001 } },
      undefined,
    ],
    ['several choices', { id: 'q', type: 'choices', options, calculated: value('a b') }, {}, ['a', 'b']],
    [
      'a name in its plain form',
      { id: 'q', type: 'name', calculated: value(' Lò  Thị Mẩy ') },
      {},
      'Lò Thị Mẩy',
    ],
    ['blanks, which are nothing', { id: 'q', type: 'text', calculated: value('  ') }, {}, undefined],
    ['no number', { id: 'q', type: 'number', calculated: call('div', value(1), value(0)) }, {}, undefined],
    ['no -0, which JSON has not', { id: 'q', type: 'number', calculated: call('negate', value(0)) }, {}, 0],
    [
      'what once stood there',
      { id: 'q', type: 'text', calculated: call('once', value('new')) },
      { q: 'old' },
      'old',
    ],
    [
      'something new where blanks stood',
      { id: 'q', type: 'hidden', calculated: call('once', value('new')) },
      { q: ' ' },
      'new',
    ],
    [
      'something new where no answer of its kind stood',
      { id: 'q', type: 'number', calculated: call('once', value(5)) },
      { q: 'a' },
      5,
    ],
    [
      'something new where a number stood that JSON has not',
      { id: 'q', type: 'number', calculated: call('once', value(5)) },
      { q: Number.NaN },
      5,
    ],
  ])('comes to %s', (_, asked, answers, result) => {
    const { submission } = asking({ id: 'born', type: 'date', required: false }, asked)(answers);
    expect(submission.q).toEqual(result);
  });
});

describe('a hidden question', () => {
  it('stands in no step, decides, and is sent along', () => {
    const run = asking(
      { id: 'kind', type: 'hidden', calculated: call('string-length', of('name')) },
      { id: 'long', type: 'text', visible: { number: 'kind', atLeast: 5 } },
    );
    const { steps, submission } = run({ name: 'Vi Thị Sen', kind: 'planted' });
    expect(steps[0]?.questions.map(({ question }) => question.id)).toEqual(['name', 'long']);
    expect(submission).toEqual({ name: 'Vi Thị Sen', kind: 10 });
  });
});

describe('a proposal', () => {
  const run = asking(
    { id: 'other', type: 'text', proposal: of('name') },
    { id: 'pick', type: 'choice', options, proposal: value('z'), required: false },
  );
  const proposed = (answers: Answers) =>
    run(answers).steps[0]?.questions.flatMap(({ proposal }) => proposal ?? []);

  it('is no answer until it is taken', () => {
    expect(proposed({ name: 'Lò Y' })).toEqual(['Lò Y']);
    expect(run({ name: 'Lò Y' }).missing).toEqual(['other']);
    expect(run({ name: 'Lò Y' }).submission).toEqual({ name: 'Lò Y' });
  });

  it('is gone once something is answered, and never one that cannot be chosen', () => {
    expect(proposed({ name: 'Lò Y', other: 'x' })).toEqual([]);
    expect(proposed({})).toEqual([]);
  });
});

describe('an option that depends on an answer', () => {
  const run = asking(
    { id: 'province', type: 'choice', options: [{ value: 'th' }, { value: 'na' }] },
    {
      id: 'commune',
      type: 'choice',
      options: [
        { value: 'pu-luong', visible: { answer: 'province', is: 'th' } },
        { value: 'ky-son', visible: { answer: 'province', is: 'na' } },
        { value: 'elsewhere' },
      ],
    },
  );
  const offered = (answers: Answers) => run(answers).steps[0]?.questions.at(-1)?.offered;

  it('is offered while its condition holds', () => {
    expect(offered({})).toEqual(['elsewhere']);
    expect(offered({ province: 'th' })).toEqual(['pu-luong', 'elsewhere']);
  });

  it('chosen before, and no longer offered, is an error beside the answer, which is kept', () => {
    const { problems, submission } = run({ province: 'na', commune: 'pu-luong' });
    expect(problems).toMatchObject([{ question: 'commune', code: 'choice-not-offered', severity: 'error' }]);
    expect(submission.commune).toBe('pu-luong');
  });
});

describe('a declaration with dates', () => {
  const stops = (day: string) =>
    evaluate(sample({ validFrom: '2026-01-01', validTo: '2027-02-28' }), {}, { today: day }).stops;

  it('is in force on its first and its last day', () => {
    expect([stops('2026-01-01'), stops('2027-02-28')]).toEqual([[], []]);
  });

  it('stops the day before and the day after', () => {
    expect(stops('2025-12-31')).toEqual([
      { key: 'procedure-not-yet-valid', params: { validFrom: '2026-01-01' } },
    ]);
    expect(stops('2027-03-01')).toEqual([{ key: 'procedure-expired', params: { validTo: '2027-02-28' } }]);
  });
});
