import { describe, expect, it } from 'vitest';
import {
  findNextPlace,
  findPlaceOf,
  findPreviousPlace,
  findSavedPlace,
  listPlaces,
  measureProgress,
  placeToSave,
} from '../../../../../../src/client/features/field/interview/interview-path.ts';
import type { VisibleStep } from '../../../../../../src/domain/procedure/contract/evaluation.ts';
import { Step } from '../../../../../../src/domain/procedure/definition.ts';

function step(
  id: string,
  questions: readonly string[],
  state: VisibleStep['state'] = 'todo',
  kind = 'questions',
): VisibleStep {
  const parsed = Step.parse({
    id,
    kind,
    questions: questions.map((q) => ({ id: q.replace(/\.\d$/, ''), type: 'text' })),
  });
  return {
    step: parsed,
    key: id,
    state,
    questions: parsed.questions.map((question, at) => ({
      question: { ...question, id: questions[at] ?? question.id },
      required: true,
      answered: state === 'done',
    })),
  };
}

const steps = [
  step('requester', ['requester.name', 'requester.phone'], 'done'),
  step('empty', []),
  step('mother', ['mother.name'], 'partial'),
  step('check', [], 'todo', 'read-back'),
  step('sign', ['signature']),
];
const order = steps.flatMap((s) => s.questions.map((q) => q.question.id));
const guided = listPlaces({ steps }, { mode: 'guided', asksForWhom: true });
const staff = listPlaces({ steps }, { mode: 'staff', asksForWhom: true });

describe('the way through an interview', () => {
  it('is one question after another in guided mode, empty steps passed over', () => {
    expect(guided.map((p) => (p.kind === 'question' ? p.question : p.kind))).toEqual([
      'for-whom',
      'requester.name',
      'requester.phone',
      'mother.name',
      'read-back',
      'signature',
    ]);
  });

  it('is one step after another in staff mode', () => {
    expect(staff.map((p) => (p.kind === 'for-whom' ? p.kind : p.step))).toEqual([
      'for-whom',
      'requester',
      'mother',
      'check',
      'sign',
    ]);
  });

  it('goes back exactly the way it came', () => {
    for (const place of guided.slice(0, -1)) {
      const next = findNextPlace(guided, place);
      if (next === undefined) throw new Error('the way ended early');
      expect(findPreviousPlace(guided, next)).toEqual(place);
    }
    expect(findPreviousPlace(guided, { kind: 'for-whom' })).toBeUndefined();
    expect(findNextPlace(guided, { kind: 'question', step: 'sign', question: 'signature' })).toBeUndefined();
  });

  it('comes back to every place after it was saved', () => {
    for (const place of guided) expect(findSavedPlace(guided, placeToSave(place), order)).toEqual(place);
    for (const place of staff) expect(findSavedPlace(staff, placeToSave(place), order)).toEqual(place);
  });

  it('keeps the step when the mode changes', () => {
    const saved = placeToSave({ kind: 'question', step: 'requester', question: 'requester.phone' });
    expect(findSavedPlace(staff, saved, order)).toEqual({ kind: 'step', step: 'requester' });
    expect(findSavedPlace(guided, { step: 'requester' }, order)).toEqual({
      kind: 'question',
      step: 'requester',
      question: 'requester.name',
    });
  });

  it('falls back to the nearest earlier question of the step when the saved one is hidden now', () => {
    const without = guided.filter((p) => p.kind !== 'question' || p.question !== 'requester.phone');
    const found = findSavedPlace(without, { step: 'requester', question: 'requester.phone' }, order);
    expect(found).toEqual({ kind: 'question', step: 'requester', question: 'requester.name' });
  });

  it('begins at the first place when the whole step is gone', () => {
    expect(findSavedPlace(guided, { step: 'father', question: 'father.name' }, order)).toEqual({
      kind: 'for-whom',
    });
  });

  it('finds the place of a question in either mode', () => {
    expect(findPlaceOf(guided, 'mother.name', steps)).toEqual({
      kind: 'question',
      step: 'mother',
      question: 'mother.name',
    });
    expect(findPlaceOf(staff, 'mother.name', steps)).toEqual({ kind: 'step', step: 'mother' });
    expect(findPlaceOf(guided, 'father.name', steps)).toBeUndefined();
  });
});

describe('progress', () => {
  it('counts the steps a person meets', () => {
    const progress = measureProgress(
      { steps },
      { kind: 'question', step: 'mother', question: 'mother.name' },
    );
    expect(progress).toMatchObject({ part: 2, parts: 4, step: { key: 'mother' } });
    expect(progress.segments.map((s) => s.state)).toEqual(['done', 'now', 'todo', 'todo']);
  });

  it('does not call a step done because it was passed', () => {
    const progress = measureProgress({ steps }, { kind: 'read-back', step: 'check' });
    expect(progress.segments.map((s) => s.state)).toEqual(['done', 'todo', 'now', 'todo']);
  });

  it('stands before part one while asking whom it is for', () => {
    expect(measureProgress({ steps }, { kind: 'for-whom' })).toMatchObject({ part: 0, parts: 4 });
  });

  it('meets each repetition of a step as a part of its own', () => {
    const repeated = [1, 2].map((number) => ({
      ...step('members', [`member.name.${number}`]),
      key: `members.${number}`,
      repetition: { number, of: 2 },
    }));
    const places = listPlaces({ steps: repeated }, { mode: 'staff', asksForWhom: false });
    expect(places).toEqual([
      { kind: 'step', step: 'members.1' },
      { kind: 'step', step: 'members.2' },
    ]);
    const second = findPlaceOf(places, 'member.name.2', repeated);
    expect(second).toEqual({ kind: 'step', step: 'members.2' });
    expect(measureProgress({ steps: repeated }, { kind: 'step', step: 'members.2' })).toMatchObject({
      part: 2,
      parts: 2,
      step: { repetition: { number: 2, of: 2 } },
    });
  });
});
