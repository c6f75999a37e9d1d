import { expect, it } from 'vitest';
import { changesOf, isAskedAgain, isSameAnswer } from '../../../../src/domain/dossier/supplement.ts';
import type { Answers } from '../../../../src/domain/procedure/contract/answers.ts';
import { evaluate } from '../../../../src/domain/procedure/run.ts';
import { getCurrentProcedure } from '../../../../src/procedures/catalogue.ts';

const procedure = getCurrentProcedure('birth-registration');
const run = (answers: Answers) => evaluate(procedure, answers, { today: '2026-11-22' });
const FILED: Answers = {
  'child.situation': 'usual',
  'child.name': 'Lò Thị Mẫu',
  'document.birthProof': { paper: 'at-home', attachments: [] },
};

it('says which answers are others now, in the order in which they are asked, and which of them were asked for', () => {
  const items = [{ what: 'document', id: 'birth-proof' }] as const;
  const now: Answers = {
    ...FILED,
    'document.birthProof': { paper: 'shown', attachments: [] },
    'child.name': 'Lò Thị Mẫu Mới',
  };
  expect(changesOf(run(FILED), run(now), items)).toEqual([
    { id: 'child.name', before: 'Lò Thị Mẫu', after: 'Lò Thị Mẫu Mới', asked: false },
    {
      id: 'document.birthProof',
      before: { paper: 'at-home', attachments: [] },
      after: { paper: 'shown', attachments: [] },
      asked: true,
    },
  ]);
});

it('names an answer that is there only before or only now', () => {
  const { 'child.name': _, ...without } = FILED;
  const items = [{ what: 'question', id: 'child.name' }] as const;
  const gone = { id: 'child.name', before: 'Lò Thị Mẫu', after: null, asked: true };
  expect(changesOf(run(FILED), run(without), items)).toEqual([gone]);
  expect(changesOf(run(without), run(FILED), items)).toEqual([
    { ...gone, before: null, after: 'Lò Thị Mẫu' },
  ]);
});

it('knows a paper by its own id, and a question by the key of its answer', () => {
  const question = procedure.steps
    .flatMap(({ questions }) => questions)
    .find((one) => one.type === 'document' && one.document === 'birth-proof');
  if (question === undefined) throw new Error('the declaration has no such paper');
  expect(isAskedAgain(question, [{ what: 'document', id: 'birth-proof' }])).toBe(true);
  expect(isAskedAgain(question, [{ what: 'question', id: question.id }])).toBe(true);
  expect(isAskedAgain(question, [{ what: 'question', id: 'child.name' }])).toBe(false);
});

it('compares what answers say, not how they were written down', () => {
  expect(isSameAnswer({ year: 2026, month: 1 }, { month: 1, year: 2026 })).toBe(true);
  expect(isSameAnswer({ year: 2026 }, { year: 2026, month: 1 })).toBe(false);
  expect(isSameAnswer(['a', 'b'], ['b', 'a'])).toBe(false);
  expect(isSameAnswer(null, {})).toBe(false);
});
