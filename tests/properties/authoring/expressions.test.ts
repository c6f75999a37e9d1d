// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this is how XLSForm names a question.
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { toExpression } from '../../../src/authoring/xlsform/export/to-expression.ts';
import { KNOWN_FUNCTIONS } from '../../../src/authoring/xlsform/expression/functions.ts';
import { type Surroundings, toFormula } from '../../../src/authoring/xlsform/expression/to-formula.ts';
import type { Formula } from '../../../src/domain/procedure/definition.ts';
import { always } from '../always.ts';

const around: Surroundings = {
  meaningOf: (name) =>
    name.startsWith('each') ? { kind: 'every-repetition', id: name } : { kind: 'question', id: name },
  self: 'me',
  isRepeated: true,
};

const OPERATORS = ['+', '-', '*', 'div', 'mod', '=', '!=', '<', '<=', '>', '>='] as const;
const functions = [...KNOWN_FUNCTIONS.values()].filter(({ differs }) => differs === undefined);

const leaf: fc.Arbitrary<Formula> = fc.oneof(
  fc.constantFrom('a', 'b.c', 'age').map((answer) => ({ answer })),
  fc.constant({ all: 'each' }),
  fc.boolean().map((value) => ({ value })),
  fc.integer({ min: -1000, max: 1000 }).map((value) => ({ value })),
  fc.integer({ min: 1, max: 100_000 }).map((value) => ({ value: value / 1000 })),
  fc
    .string({ unit: fc.constantFrom('a', ' ', "'", 'ộ', '$', '{', '(', '}'), maxLength: 8 })
    .map((value) => ({ value })),
  fc.constant({ call: 'position', with: [] } as const),
);

const { formula: anyFormula } = fc.letrec<{ formula: Formula }>((tie) => ({
  formula: fc.oneof(
    { maxDepth: 5, depthSize: 'small' },
    leaf,
    fc
      .tuple(fc.constantFrom(...OPERATORS), tie('formula'), tie('formula'))
      .map(([call, a, b]) => ({ call, with: [a, b] })),
    fc
      .tuple(
        fc.constantFrom('and' as const, 'or' as const),
        fc.array(tie('formula'), { minLength: 2, maxLength: 4 }),
      )
      .map(([call, given]) => ({ call, with: given })),
    fc
      .constantFrom(...functions)
      .chain(({ name, fewest, most }) =>
        fc
          .array(tie('formula'), { minLength: fewest, maxLength: Math.min(most, fewest + 2) })
          .map((given) => ({ call: name, with: given })),
      ),
  ),
}));

/** `(a and b) and c` and `a and b and c` are one and the same. */
function flat(formula: Formula): Formula {
  if (!('call' in formula)) return formula;
  const given = formula.with.map(flat);
  const [first] = given;
  const isChain = formula.call === 'and' || formula.call === 'or';
  if (isChain && first !== undefined && 'call' in first && first.call === formula.call)
    return { call: formula.call, with: [...first.with, ...given.slice(1)] };
  return { call: formula.call, with: given };
}

it('reads every formula back from the spreadsheet as the same formula', () => {
  always(
    fc.property(anyFormula, (formula) => {
      expect(toFormula(toExpression(formula), around)).toEqual({
        kind: 'formula',
        formula: flat(formula),
        differs: [],
      });
    }),
    1000,
  );
});

const PIECES = [
  '${a}',
  '${',
  '}',
  '.',
  '..',
  '(',
  ')',
  ',',
  ' and ',
  'or',
  'not(',
  'div',
  '-',
  '!=',
  '<',
  "'",
  '"',
  'x',
  '1',
  '/',
  '[',
  '“',
  '\u0000',
  '¹',
];

it('comes to an end with every text, and never with an exception', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join('')),
  );
  always(
    fc.property(anyText, (text) => {
      const read = toFormula(text, around);
      if (read.kind === 'fault' && 'at' in read.fault) {
        expect(read.fault.at).toBeGreaterThan(0);
        expect(read.fault.at).toBeLessThanOrEqual(text.length + 1);
      }
    }),
    1000,
  );
});
