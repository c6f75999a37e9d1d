import { describe, expect, it } from 'vitest';
import type { Answers } from '../../../../src/domain/procedure/contract/answers.ts';
import type { ProcedureDefinition } from '../../../../src/domain/procedure/definition.ts';
import { answersSchemaFor, evaluate } from '../../../../src/domain/procedure/run.ts';
import { sample } from './sample.ts';

const today = '2026-11-22';
const run = (definition: ProcedureDefinition, answers: Answers) => evaluate(definition, answers, { today });
const options = [{ value: 'yes' }, { value: 'no' }];
const photo = '01934c5e-0000-7000-8000-000000000001';

describe('what is shown', () => {
  const chain = sample({
    steps: [
      {
        id: 'one',
        questions: [
          { id: 'name', type: 'name' },
          { id: 'a', type: 'choice', options },
        ],
      },
      {
        id: 'two',
        visible: { answer: 'a', is: 'yes' },
        questions: [{ id: 'b', type: 'choice', options }],
      },
      {
        id: 'three',
        questions: [
          { id: 'c', type: 'text', visible: { answer: 'b', is: 'yes' } },
          { id: 'hello', type: 'note' },
        ],
      },
    ],
  });
  const all: Answers = { name: 'Vi Y', a: 'yes', b: 'yes', c: 'secret' };

  it('follows the answers', () => {
    expect(run(chain, all).submission).toEqual(all);
    expect(run(chain, all).steps.map(({ step }) => step.id)).toEqual(['one', 'two', 'three']);
  });

  it('takes with it everything that hangs on a hidden question', () => {
    const { submission, steps, missing } = run(chain, { ...all, a: 'no' });
    expect(submission).toEqual({ name: 'Vi Y', a: 'no' });
    expect(steps.map(({ step }) => step.id)).toEqual(['one', 'three']);
    expect(missing).toEqual([]);
  });

  it('asks for what is missing in the order of the steps, and never for a note', () => {
    expect(run(chain, { a: 'yes', b: 'yes' }).missing).toEqual(['name', 'c']);
  });

  it('sends nothing nobody asked for', () => {
    const strange = { ...all, stranger: 'x', hello: 'x', name: '  ' };
    expect(run(chain, strange).submission).toEqual({ a: 'yes', b: 'yes', c: 'secret' });
  });

  it('keeps names in NFC with single spaces', () => {
    expect(run(chain, { name: ' Bùi  Thị Mẩy '.normalize('NFD') }).submission).toEqual({
      name: 'Bùi Thị Mẩy',
    });
  });
});

describe('how far the steps are', () => {
  const definition = sample({
    steps: [
      {
        id: 'needed',
        questions: [
          { id: 'name', type: 'name' },
          { id: 'age', type: 'number', max: 9 },
        ],
      },
      { id: 'optional', questions: [{ id: 'more', type: 'text', required: false }] },
      { id: 'read-back', kind: 'read-back', questions: [] },
    ],
  });
  const states = (answers: Answers) => run(definition, answers).steps.map((step) => step.state);

  it.each<[string, Answers, string[]]>([
    ['nothing said', {}, ['todo', 'todo', 'todo']],
    ['one of two', { name: 'Vi Y' }, ['partial', 'todo', 'todo']],
    ['one with an error', { name: 'Vi Y', age: 10 }, ['partial', 'todo', 'todo']],
    ['all that is needed', { name: 'Vi Y', age: 9 }, ['done', 'todo', 'done']],
    ['everything', { name: 'Vi Y', age: 9, more: 'x' }, ['done', 'done', 'done']],
  ])('%s', (_, answers, expected) => {
    expect(states(answers)).toEqual(expected);
  });
});

describe('the case', () => {
  const definition = sample({
    steps: [
      {
        id: 's',
        questions: [
          { id: 'name', type: 'name' },
          { id: 'a', type: 'choice', options },
        ],
      },
    ],
    cases: [
      {
        id: 'first',
        when: { answer: 'a', is: 'yes' },
        limit: { kind: 'working-days', days: 3 },
        fee: { kind: 'free' },
      },
      { id: 'last', limit: { kind: 'none' }, fee: { kind: 'province-table', confirmed: false } },
    ],
  });

  it('is the first that holds, or the last', () => {
    expect(run(definition, { a: 'yes' }).case?.id).toBe('first');
    expect(run(definition, { a: 'no' }).case).toMatchObject({ id: 'last', why: { key: 'case-last' } });
  });

  it('is none while an earlier one is undecided', () => {
    expect(run(definition, {}).case).toBeUndefined();
  });
});

describe('papers', () => {
  const definition = sample({
    steps: [
      {
        id: 's',
        questions: [
          { id: 'name', type: 'name' },
          { id: 'a', type: 'choice', options, required: false },
          { id: 'p', type: 'document', document: 'paper' },
        ],
      },
    ],
    documents: [
      { id: 'paper', requiredWhen: { answer: 'a', is: 'yes' }, alternatives: ['this', 'that'], maxPhotos: 1 },
    ],
  });
  const withPaper = (paper: Answers[string], a = 'yes') => {
    const { documents, problems, mayFinish } = run(definition, { name: 'Vi Y', a, p: paper });
    return { due: documents[0], codes: problems.map((one) => one.code), mayFinish };
  };

  it('photographed, it is there', () => {
    const { due, codes, mayFinish } = withPaper({
      attachments: [photo],
      paper: 'photographed',
      alternative: 'that',
    });
    expect(due).toMatchObject({ required: true, satisfied: true, why: { key: 'document-paper' } });
    expect([codes, mayFinish]).toEqual([[], true]);
  });

  it('left at home, it is a doubt: the dossier may go, and the slip says what to bring', () => {
    const { due, codes, mayFinish } = withPaper({ attachments: [], paper: 'at-home' });
    expect([due?.satisfied, codes, mayFinish]).toEqual([false, ['document-at-home'], true]);
  });

  it('missing, it stops the finish where it is needed, and not where it is not', () => {
    expect(withPaper({ attachments: [], paper: 'none' })).toMatchObject({
      codes: ['document-missing'],
      mayFinish: false,
    });
    expect(withPaper({ attachments: [], paper: 'none' }, 'no')).toMatchObject({
      codes: [],
      mayFinish: true,
      due: { required: false, satisfied: true },
    });
  });

  it('only shown, it should be photographed', () => {
    expect(withPaper({ attachments: [], paper: 'shown' })).toMatchObject({
      codes: ['document-not-photographed'],
      mayFinish: true,
    });
  });

  it('refuses a paper that is not offered, and more photos than asked for', () => {
    const { codes } = withPaper({ attachments: [photo, photo], paper: 'photographed', alternative: 'other' });
    expect(codes).toEqual(['document-paper-not-offered', 'document-too-many-photos']);
  });
});

describe('rules over several answers', () => {
  const definition = sample({
    steps: [
      {
        id: 's',
        questions: [
          { id: 'name', type: 'name' },
          { id: 'a', type: 'choice', options },
          { id: 'b', type: 'text', required: false, visible: { answer: 'a', is: 'yes' } },
        ],
      },
    ],
    rules: [
      { id: 'go-elsewhere', when: { answer: 'name', is: 'Vi Y' }, effect: 'stop' },
      { id: 'doubt', when: { answer: 'name', answered: true }, effect: 'warning', question: 'b' },
    ],
  });

  it('stop, with a way on', () => {
    expect(run(definition, { name: 'Vi Y', a: 'no' })).toMatchObject({
      stops: [{ key: 'go-elsewhere' }],
      mayFinish: false,
    });
  });

  it('speak beside their question, and are silent while it is hidden', () => {
    expect(run(definition, { name: 'Vi X', a: 'yes' }).problems).toEqual([
      { question: 'b', code: 'doubt', source: 'rule', severity: 'warning', params: {} },
    ]);
    expect(run(definition, { name: 'Vi X', a: 'no' }).problems).toEqual([]);
  });
});

describe('the schema of all answers', () => {
  const schema = answersSchemaFor(
    sample({
      steps: [
        {
          id: 's',
          questions: [
            { id: 'name', type: 'name' },
            { id: 'born', type: 'date', unknownAllowed: true },
            { id: 'hello', type: 'note' },
          ],
        },
      ],
    }),
  );

  it.each<[string, unknown, boolean]>([
    ['nothing yet', {}, true],
    ['the right kinds', { name: 'Vi Y', born: { year: 1990 } }, true],
    ['"I don\'t know", allowed', { born: { unknown: true } }, true],
    ['"I don\'t know", not allowed', { name: { unknown: true } }, false],
    ['a wrong kind', { name: 5 }, false],
    ['a question that is not asked', { stranger: 'x' }, false],
    ['an answer to a note', { hello: 'x' }, false],
    ['no answers at all', null, false],
  ])('%s', (_, answers, accepted) => {
    expect(schema.safeParse(answers).success).toBe(accepted);
  });
});
