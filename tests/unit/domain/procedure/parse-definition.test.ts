import { describe, expect, it } from 'vitest';
import { parseDefinition } from '../../../../src/domain/procedure/run.ts';
import { written } from './sample.ts';

type Parts = Parameters<typeof written>[0];
const free = { limit: { kind: 'none' }, fee: { kind: 'free' } } as const;
const name = { id: 'name', type: 'name' } as const;

function faults(parts: Parts): readonly string[] {
  const parsed = parseDefinition(written(parts));
  return parsed.kind === 'ok' ? [] : parsed.faults;
}

describe('reading a declaration', () => {
  it('takes a whole one', () => {
    expect(parseDefinition(written()).kind).toBe('ok');
  });

  it('refuses what has not its shape, and says where', () => {
    expect(parseDefinition({ ...written(), version: 0 })).toMatchObject({
      kind: 'invalid',
      faults: [/^version: /],
    });
    expect(parseDefinition('nonsense').kind).toBe('invalid');
    expect(parseDefinition({ ...written(), extra: 1 }).kind).toBe('invalid');
  });

  it('refuses what is nested without end, instead of falling', () => {
    let condition: object = { answer: 'name', answered: true };
    for (let depth = 0; depth < 20_000; depth++) condition = { not: condition };
    const deep = { ...written(), rules: [{ id: 'r', when: condition, effect: 'stop' }] };
    expect(parseDefinition(deep)).toMatchObject({ kind: 'invalid', faults: [/deeper/] });
  });

  it.each<[string, Parts, string]>([
    [
      'a condition on a later question',
      {
        steps: [
          {
            id: 's',
            questions: [
              { ...name, visible: { answer: 'later', is: 'x' } },
              { id: 'later', type: 'text' },
            ],
          },
        ],
      },
      'question name depends on later, which does not come before it',
    ],
    [
      'a condition on itself',
      { steps: [{ id: 's', questions: [{ ...name, required: { answer: 'name', answered: true } }] }] },
      'question name depends on name, which does not come before it',
    ],
    [
      'a step that depends on one of its own questions',
      { steps: [{ id: 's', visible: { not: { answer: 'name', answered: true } }, questions: [name] }] },
      'step s depends on name, which does not come before it',
    ],
    ['a question twice', { steps: [{ id: 's', questions: [name, name] }] }, 'question name stands twice'],
    ['a title from nowhere', { titleFrom: ['nobody'] }, 'titleFrom: no question nobody'],
    [
      'a consent giver from a question that is no choice',
      { consentGivenBy: { question: 'name', is: {} } },
      'consentGivenBy: no choice name',
    ],
    [
      'a language for an answer that is not offered',
      {
        steps: [
          {
            id: 's',
            questions: [name, { id: 'tongue', type: 'choice', options: [{ value: 'a' }, { value: 'b' }] }],
          },
        ],
        spokenLanguage: { question: 'tongue', is: { a: 'vi', c: 'mtq' } },
      },
      'spokenLanguage: tongue offers no c',
    ],
    ['a role nobody has', { steps: [{ id: 's', role: 'ghost', questions: [name] }] }, 'no role ghost'],
    [
      'a warning beside no question',
      { rules: [{ id: 'r', when: { answer: 'name', answered: true }, effect: 'warning' }] },
      'rule r: stands beside no question',
    ],
    [
      'a paper nobody asks for',
      { documents: [{ id: 'paper', requiredWhen: true }] },
      'document paper is asked by no question',
    ],
    [
      'a question for a paper that is not there',
      { steps: [{ id: 's', questions: [name, { id: 'p', type: 'document', document: 'paper' }] }] },
      'no document paper',
    ],
    [
      'a last case with a condition',
      { cases: [{ id: 'c', when: { answer: 'name', answered: true }, ...free }] },
      'case c: the last case has no condition',
    ],
    [
      'a case that hides those after it',
      {
        cases: [
          { id: 'c', ...free },
          { id: 'd', ...free },
        ],
      },
      'case c: cases after it can never be',
    ],
    [
      'a date measured against nothing',
      { steps: [{ id: 's', questions: [name, { id: 'd', type: 'date', notBefore: 'nothing' }] }] },
      'question d: no question nothing',
    ],
    [
      'a formula with an argument too few',
      {
        cases: [
          { id: 'c', when: { formula: { call: 'div', with: [{ value: 1 }] } }, ...free },
          { id: 'd', ...free },
        ],
      },
      'case c: div takes 2 arguments',
    ],
    [
      'a fee that depends on no question',
      {
        cases: [
          {
            id: 'c',
            limit: { kind: 'none' },
            fee: {
              kind: 'computed',
              dong: { answer: 'pages' },
              rows: [{ id: 'page', dong: 1 }],
              confirmed: true,
            },
          },
        ],
      },
      'case c: no question pages',
    ],
    [
      'a pattern that looks back',
      {
        rules: [
          {
            id: 'r',
            when: { formula: { call: 'regex', with: [{ answer: 'name' }, { value: '(a)\\1' }] } },
            effect: 'warning',
            question: 'name',
          },
        ],
      },
      'rule r: the pattern (a)\\1 cannot be matched: it cannot be read, looks back or ahead, or counts too far',
    ],
    [
      'a case that depends on the case',
      {
        cases: [
          { id: 'c', when: { not: { case: 'd' } }, ...free },
          { id: 'd', ...free },
        ],
      },
      'case c: depends on the case itself',
    ],
  ])('refuses %s', (_, parts, fault) => {
    expect(faults(parts)).toContain(fault);
  });
});
