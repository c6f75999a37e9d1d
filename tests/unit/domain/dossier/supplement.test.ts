import { expect, it } from 'vitest';
import {
  changesOf,
  evaluateSupplement,
  isAskedAgain,
  isSameAnswer,
} from '../../../../src/domain/dossier/supplement.ts';
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

const stopsOf = ({ stops }: { readonly stops: readonly { readonly key: string }[] }) =>
  stops.map(({ key }) => key);

it('goes on under the declaration that was valid when the dossier was filed, with papers of today', () => {
  const answers: Answers = {
    ...FILED,
    'requester.relation': 'mother',
    'requester.idKind': 'identity-card',
    'requester.idIssuedOn': { year: 2027, month: 3, day: 5 },
  };
  const later = evaluateSupplement(procedure, answers, { today: '2027-03-10', filedOn: '2026-11-22' });
  expect(stopsOf(later)).toEqual([]);
  expect(later.problems.filter(({ question }) => question === 'requester.idIssuedOn')).toEqual([]);
  // Filed that day, it would be stopped; with no word of when it was answered, the card would be of the future.
  expect(stopsOf(evaluate(procedure, answers, { today: '2027-03-10' }))).toEqual(['procedure-expired']);
  expect(run(answers).problems.map(({ code }) => code)).toContain('date-in-future');
});

it('is not stopped by what has come about since: a child that has grown older', () => {
  const interlinked = getCurrentProcedure('interlinked-birth');
  const born = { 'child.birthDate': { year: 2020, month: 12, day: 1 } };
  const days = { today: '2026-12-05', filedOn: '2026-11-22' };
  expect(stopsOf(evaluate(interlinked, born, { today: days.today }))).toEqual(['not-under-six']);
  expect(stopsOf(evaluateSupplement(interlinked, born, days))).toEqual([]);
  // The day that is told now makes it the wrong procedure on the day of filing too.
  const older = { 'child.birthDate': { year: 2019, month: 12, day: 1 } };
  expect(stopsOf(evaluateSupplement(interlinked, older, days))).toEqual(['not-under-six']);
});
