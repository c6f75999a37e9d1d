import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listAside, moveDraft } from '../../../../src/client/procedures/move-draft.ts';
import type { Draft } from '../../../../src/client/storage/model.ts';
import { DraftSchema } from '../../../../src/client/storage/record-schemas.ts';
import { Answers } from '../../../../src/domain/procedure/contract/answers.ts';
import type { ProcedureDefinition, Question } from '../../../../src/domain/procedure/definition.ts';
import { evaluate } from '../../../../src/domain/procedure/run.ts';
import { procedures } from '../../../../src/procedures/catalogue.ts';
import { sampleDraft } from '../../../support/seal/samples.ts';
import { always } from '../../always.ts';
import { anyValue } from '../../domain/procedure/any-answers.ts';

/** What a newer version may do to one question. */
const change = fc.constantFrom('keep', 'keep', 'drop', 'retype', 'options');

function changed(question: Question, how: string): readonly Question[] {
  if (how === 'drop') return [];
  const { id, required, visible, unknownAllowed, private: isPrivate } = question;
  const base = { id, required, unknownAllowed, private: isPrivate, ...(visible && { visible }) };
  if (how === 'retype') {
    return question.type === 'number'
      ? [{ ...base, type: 'text', multiline: false, maxLength: 200 }]
      : [{ ...base, type: 'number', integer: true }];
  }
  if (how === 'options' && question.type === 'choice')
    return [{ ...question, options: [{ value: 'only-this' }] }];
  return [question];
}

const anyCase = fc.constantFrom(...procedures).chain((from) => {
  const count = from.steps.flatMap((step) => step.questions).length;
  const keys = from.steps.flatMap(({ questions, repeat }) =>
    questions.flatMap(({ id }) => (repeat === undefined ? [id] : [id, `${id}.1`, `${id}.2`])),
  );
  return fc.record({
    from: fc.constant(from),
    how: fc.array(change, { minLength: count, maxLength: count }),
    answers: anyAnswers(keys),
    later: anyAnswers(keys),
  });
});

/** Answers of every kind to some of the questions, good ones and others, and to some that nobody asks. */
function anyAnswers(keys: readonly string[]): fc.Arbitrary<Answers> {
  const key = fc.constantFrom('nobody.asks', 'nobody.asks.2', ...keys);
  const usual = fc.constantFrom('yes', 'no', 'female', 'Lò Thị Mẫu', 3, { unknown: true } as const);
  return fc
    .dictionary(key, fc.oneof(anyValue, usual), { maxKeys: 25 })
    .map((answers) => Object.fromEntries(Object.entries(answers)))
    .filter((answers) => Answers.safeParse(answers).success);
}

function versions(from: ProcedureDefinition, how: readonly string[]) {
  let index = 0;
  const steps = from.steps.map((step) => ({
    ...step,
    questions: step.questions.flatMap((question) => changed(question, how[index++] ?? 'keep')),
  }));
  return { from, to: { ...from, version: from.version + 1, steps } };
}

const draftOf = ({ id, version }: ProcedureDefinition, answers: Answers): Draft => ({
  ...sampleDraft(),
  procedure: { id, version },
  answers,
});

describe('a draft that moves to another version', () => {
  it('and back is what it was: answers, photos, place', () => {
    always(
      fc.property(anyCase, ({ from, how, answers }) => {
        const way = versions(from, how);
        const draft = draftOf(from, answers);
        const there = moveDraft(draft, way);
        const back = moveDraft(there, { from: way.to, to: way.from });
        const { left: _left, ...rest } = back;
        expect(rest).toEqual(draft);
        expect(DraftSchema.parse(JSON.parse(JSON.stringify(there)))).toEqual(
          JSON.parse(JSON.stringify(there)),
        );
      }),
    );
  });

  it('loses no answer on the way, whatever is said on either side', () => {
    always(
      fc.property(anyCase, ({ from, how, answers, later }) => {
        const way = versions(from, how);
        const there = moveDraft(draftOf(from, answers), way);
        const kept = (draft: Draft) =>
          new Set([draft.answers, ...(draft.left ?? []).map(({ aside }) => aside)].flatMap(listed));
        for (const answer of listed(answers)) expect(kept(there)).toContain(answer);
        const said = { ...there, answers: { ...there.answers, ...later } };
        const back = moveDraft(said, { from: way.to, to: way.from });
        for (const answer of listed(said.answers)) expect(kept(back)).toContain(answer);
        const again = moveDraft(back, way);
        expect(again.answers).toEqual(said.answers);
      }),
    );
  });

  it('leaves nothing active that the question it is for would not take', () => {
    always(
      fc.property(anyCase, ({ from, how, answers }) => {
        const way = versions(from, how);
        const there = moveDraft(draftOf(from, answers), way);
        const { problems } = evaluate(way.to, there.answers, { today: '2026-11-23' });
        expect(problems.filter(({ code }) => code === 'wrong-kind')).toEqual([]);
        const active = new Set(
          way.to.steps.flatMap(({ questions, repeat }) =>
            questions.flatMap(({ id }) => (repeat === undefined ? [id] : [`${id}.1`, `${id}.2`])),
          ),
        );
        for (const key of listAside(there, way.to))
          expect([key, active.has(key) && key in there.answers]).toEqual([key, false]);
      }),
    );
  });
});

const listed = (answers: Answers) =>
  Object.entries(answers).map(([key, value]) => `${key} ${JSON.stringify(value)}`);
