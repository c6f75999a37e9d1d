import { describe, expect, it } from 'vitest';
import {
  beginLesson,
  findStep,
  type Lesson,
  notice,
  type Sight,
} from '../../../../../../src/client/features/field/practice/lesson/lesson.ts';
import type { Answers } from '../../../../../../src/domain/procedure/contract/answers.ts';

const BIRTH = 'birth-registration';
const birth = { id: BIRTH, version: 1 };
const given: Answers = { 'child.name': 'Vi Tập Thử', 'child.sex': 'female' };
const familys = { id: 'family', procedure: birth, answers: given, at: { step: 'read-back' } };
const entry = (id: string, state: 'draft' | 'finished' = 'draft') => ({ id, state, procedureId: BIRTH });
const account = { id: 'grandmother', state: 'finished', procedureId: 'account-registration' } as const;

const before: Sight = {
  path: '/',
  entries: [account, entry('family')],
  drafts: [familys],
  wordsKnown: false,
};
const begun = beginLesson(before);

/** A lesson after the learner was seen in each of these moments. */
const seeing = (...sights: readonly Partial<Sight>[]): Lesson =>
  sights.reduce<Lesson>((lesson, sight) => notice(lesson, { ...before, ...sight }), begun);

const own = (answers: Answers) => ({ id: 'own', procedure: birth, answers, at: { step: 'consent' } });

describe('the first lesson', () => {
  it('does not take what was there for what the learner did', () => {
    expect(begun.done).toEqual([]);
    expect(seeing({}).done).toEqual([]);
    expect(seeing({})).toBe(begun);
    expect(findStep(begun)).toBe('begin');
  });

  it('sees a birth registration begun, and three answers given', () => {
    const entries = [...before.entries, entry('own')];
    const first = seeing({ entries, drafts: [familys, own({ a: 'x', b: 'y' })] });
    expect(first.done).toEqual(['begin']);
    expect(findStep(first)).toBe('answer');
    expect(seeing({ entries, drafts: [familys, own({ a: 'x', b: 'y', c: 'z' })] }).done).toEqual([
      'begin',
      'answer',
    ]);
  });

  it('does not count another procedure', () => {
    const other = {
      ...own({ a: 'x', b: 'y', c: 'z' }),
      procedure: { id: 'account-registration', version: 1 },
    };
    expect(seeing({ drafts: [familys, other] }).done).toEqual([]);
  });

  it('sees an answer mended that had been read back; a signature mends nothing', () => {
    const signed = { ...given, 'signature.requester': { unknown: true } } as const;
    expect(seeing({ drafts: [{ ...familys, answers: signed }] }).done).toEqual([]);
    expect(seeing({ drafts: [{ ...familys, answers: { ...given, 'child.sex': 'male' } }] }).done).toEqual([
      'mend',
    ]);
    const takenBack = { 'child.name': 'Vi Tập Thử' };
    expect(seeing({ drafts: [{ ...familys, answers: takenBack }] }).done).toEqual(['mend']);
  });

  it('does not call an answer mended that was changed before reading back', () => {
    const sights = ['Hà', 'Hà Mẫu'].map((name) => ({ drafts: [familys, own({ 'child.name': name })] }));
    expect(seeing(...sights).done).not.toContain('mend');
  });

  it('sees it finished, and that the learner went where it waits', () => {
    const entries = [account, entry('family', 'finished')];
    const onSlip = { entries, drafts: [], path: '/slip/family' };
    expect(seeing(onSlip).done).toEqual(['finish']);
    expect(seeing(onSlip, { ...onSlip, path: '/settings' }).done).toEqual(['finish']);
    expect(seeing(onSlip, { ...onSlip, path: '/' }).done).toEqual(['finish', 'waits']);
    expect(seeing(onSlip, { ...onSlip, path: '/summary/family' }).done).toEqual(['finish', 'waits']);
  });

  it('keeps what was done, whatever becomes of it, and ends', () => {
    const words = seeing({ wordsKnown: true }, { path: '/courier' }, { path: '/' });
    expect(words.done).toEqual(['words', 'courier']);
    expect(
      findStep({ ...begun, done: ['begin', 'answer', 'mend', 'finish', 'waits', 'words', 'courier'] }),
    ).toBe(undefined);
  });
});
