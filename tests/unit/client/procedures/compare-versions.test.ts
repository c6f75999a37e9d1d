import { describe, expect, it } from 'vitest';
import { compareVersions, isAnythingNew } from '../../../../src/client/procedures/compare-versions.ts';
import type { ProcedureDefinition, Question } from '../../../../src/domain/procedure/definition.ts';
import { getCurrentProcedure } from '../../../../src/procedures/catalogue.ts';

const first = getCurrentProcedure('birth-registration');

function withQuestions(change: (questions: readonly Question[]) => readonly Question[]): ProcedureDefinition {
  return {
    ...first,
    version: 2,
    steps: first.steps.map((step) => ({ ...step, questions: [...change(step.questions)] })),
  };
}

const ids = (of: readonly { readonly id: string }[]) => of.map(({ id }) => id);

describe('what a newer version changes', () => {
  it('is nothing where only its number is new', () => {
    expect(isAnythingNew(compareVersions(first, { ...first, version: 2 }))).toBe(false);
  });

  it('names questions that are new, gone, and asked otherwise, in the order of the form', () => {
    const second = withQuestions((questions) =>
      questions.flatMap((one): Question[] => {
        if (one.id === 'child.name') return [];
        if (one.id === 'child.sex') return [{ ...one, required: false }];
        if (one.id === 'child.birthDate') return [one, { ...one, id: 'child.baptism' }];
        return [one];
      }),
    );
    const changes = compareVersions(first, second);
    expect(ids(changes.added)).toEqual(['child.baptism']);
    expect(ids(changes.gone)).toEqual(['child.name']);
    expect(ids(changes.changed)).toEqual(['child.sex']);
    expect(isAnythingNew(changes)).toBe(true);
    const back = compareVersions(second, first);
    expect([ids(back.added), ids(back.gone)]).toEqual([['child.name'], ['child.baptism']]);
  });

  it('names questions whose words alone are others', () => {
    const label = 'questions.child.name.label';
    const changes = compareVersions(first, { ...first, version: 2 }, (key) => key === label);
    expect(ids(changes.changed)).toEqual(['child.name']);
  });

  it('names papers, times and fees', () => {
    const [paper, ...papers] = first.documents;
    const [one, ...cases] = first.cases;
    if (paper === undefined || one === undefined) throw new Error('nothing to change');
    const added = { ...paper, id: 'new-paper' };
    const dearer = { ...one, fee: { kind: 'amount', dong: 5000, confirmed: true } as const };
    const second = {
      ...first,
      version: 2,
      documents: [...papers, added],
      cases: [dearer, ...cases.slice(1)],
    };
    const changes = compareVersions(first, second);
    expect([ids(changes.papers.added), ids(changes.papers.gone)]).toEqual([['new-paper'], [paper.id]]);
    expect(changes.cases).toEqual([{ before: one, after: dearer }]);
    expect(ids(changes.goneCases)).toEqual(ids(cases.slice(0, 1)));
  });
});
