import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ProcedureDefinition } from '../../../../src/domain/procedure/definition.ts';
import { evaluate, parseDefinition } from '../../../../src/domain/procedure/run.ts';
import { always } from '../../always.ts';

/** Patterns of letters, classes, groups and repetitions, small enough for the browser's own matcher too. */
const anyPattern = fc.letrec<{ pattern: string; part: string; leaf: string }>((tie) => ({
  leaf: fc.constantFrom('a', 'b', '.', '\\d', '\\D', '[ab]', '[^a]', '\\p{L}', '1', '^', '$', '\\.', '-'),
  part: fc.oneof(
    { maxDepth: 3 },
    tie('leaf'),
    fc
      .tuple(tie('leaf'), fc.constantFrom('*', '+', '?', '{2}', '{1,2}', '{0,}', '*?'))
      .map(([a, b]) => a + b),
    fc
      .tuple(tie('pattern'), fc.constantFrom('', '*', '+', '{2}'))
      .map(([inner, more]) => `(${inner})${more}`),
  ),
  pattern: fc.oneof(
    { maxDepth: 3 },
    fc.array(tie('part'), { maxLength: 3 }).map((parts) => parts.join('')),
    fc.tuple(tie('part'), tie('part')).map((parts) => parts.join('|')),
  ),
}));

function withPattern(pattern: string): ProcedureDefinition | undefined {
  const parsed = parseDefinition({
    id: 'sample',
    version: 1,
    produces: 'dossier',
    codes: [],
    sources: ['made up for a test'],
    confidence: 'C',
    reviewStatus: 'draft',
    reviewedBy: null,
    reviewedOn: null,
    titleFrom: ['text'],
    roles: [],
    subject: { name: 'text' },
    cases: [{ id: 'only', limit: { kind: 'none' }, fee: { kind: 'free' } }],
    steps: [{ id: 'first', questions: [{ id: 'text', type: 'text' }] }],
    documents: [],
    filingDeadlines: [],
    results: [],
    rules: [
      {
        id: 'fits',
        effect: 'warning',
        question: 'text',
        when: { formula: { call: 'regex', with: [{ answer: 'text' }, { value: pattern }] } },
      },
    ],
  });
  return parsed.kind === 'ok' ? parsed.definition : undefined;
}

it('a pattern matches what the browser says it matches', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '1', '.', '-', 'ử'), minLength: 1, maxLength: 6 });
  let tried = 0;
  always(
    fc.property(anyPattern.pattern, fc.array(text, { minLength: 1, maxLength: 8 }), (pattern, texts) => {
      let whole: RegExp;
      try {
        whole = new RegExp(`^(?:${pattern})$`, 'u');
      } catch {
        return;
      }
      const definition = withPattern(pattern);
      if (definition === undefined) return;
      tried++;
      for (const one of texts) {
        const { problems } = evaluate(definition, { text: one }, { today: '2026-11-28' });
        expect([pattern, one, problems.length > 0]).toEqual([pattern, one, whole.test(one)]);
      }
    }),
    1000,
  );
  expect(tried).toBeGreaterThan(500);
});
