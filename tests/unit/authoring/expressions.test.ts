// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this is how XLSForm names a question.
import { describe, expect, it } from 'vitest';
import { toCondition } from '../../../src/authoring/xlsform/expression/to-condition.ts';
import { type Surroundings, toFormula } from '../../../src/authoring/xlsform/expression/to-formula.ts';
import type { Formula } from '../../../src/domain/procedure/definition.ts';

const around: Surroundings = {
  meaningOf: (name) => {
    if (name === 'each') return { kind: 'every-repetition', id: 'each' };
    if (name === 'group') return { kind: 'nothing' };
    return ['a', 'b', 'c'].includes(name) ? { kind: 'question', id: name } : { kind: 'unknown' };
  },
  self: 'me',
  isRepeated: true,
  columns: new Map([['province', '38']]),
};

/** A formula in one line, as one reads it aloud: `(+ a (* b 2))`. */
function aloud(formula: Formula): string {
  if ('value' in formula) return JSON.stringify(formula.value);
  if ('answer' in formula) return formula.answer;
  if ('all' in formula) return `all ${formula.all}`;
  return `(${[formula.call, ...formula.with.map(aloud)].join(' ')})`;
}

const read = (text: string) => {
  const formula = toFormula(text, around);
  return formula.kind === 'formula' ? aloud(formula.formula) : formula.fault;
};

describe('expressions bind as XPath says', () => {
  it.each([
    ['1 + 2 * 3', '(+ 1 (* 2 3))'],
    ['(1 + 2) * 3', '(* (+ 1 2) 3)'],
    ['10 - 4 - 3', '(- (- 10 4) 3)'],
    ['2 * 3 div 4 mod 5', '(mod (div (* 2 3) 4) 5)'],
    ['-2 * -${a}', '(* -2 (negate a))'],
    ['--1', '1'],
    ['1 < 2 = true()', '(= (< 1 2) true)'],
    ['${a} = 1 or ${b} = 2 and ${c} = 3', '(or (= a 1) (and (= b 2) (= c 3)))'],
    ['${a} or ${b} or ${c}', '(or a b c)'],
    ['${a} >= 1 and ${a} <= 9', '(and (>= a 1) (<= a 9))'],
    ["${a}!='x'", '(!= a "x")'],
    ['${a}-1', '(- a 1)'],
    ['.5 + 5. + 0.25', '(+ (+ 0.5 5) 0.25)'],
    ['. > 3', '(> me 3)'],
    ['.>=.5', '(>= me 0.5)'],
    ['string-length() < 5', '(< (string-length me) 5)'],
    ['not(selected(., "x"))', '(not (selected me "x"))'],
    ['if(${a} = "it\'s", 1, 2)', '(if (= a "it\'s") 1 2)'],
    ['sum(${each}) + count(${each})', '(+ (sum all each) (count all each))'],
    ['position(..) mod 2', '(mod (position) 2)'],
    ['province = ${a}', '(= "38" a)'],
    ['${ a }=‘x’', '(= a "x")'],
    ['now() > today()', '(> (today) (today))'],
    ['today() - date("2020-01-01") > 365', '(> (- (today) (date "2020-01-01")) 365)'],
    ['coalesce(${a}, concat("x", ${b}))', '(coalesce a (concat "x" b))'],
    ['div div div', undefined],
  ])('%s', (text, formula) => {
    if (formula !== undefined) expect(read(text)).toBe(formula);
    // Names of operators are names where a value has to stand: here columns that do not exist.
    else expect(read(text)).toEqual({ kind: 'unknown-column', name: 'div', at: 1 });
  });
});

describe('what is wrong is said with its place', () => {
  it.each([
    ['', { kind: 'unexpected', found: '', expected: 'value', at: 1 }],
    ['1 +', { kind: 'unexpected', found: '', expected: 'value', at: 4 }],
    ['(1 + 2', { kind: 'unexpected', found: '', expected: 'closing', at: 7 }],
    ['1 + 2)', { kind: 'unexpected', found: ')', expected: 'operator', at: 6 }],
    ['${a} ${b}', { kind: 'unexpected', found: '${b}', expected: 'operator', at: 6 }],
    ['if(1, 2,)', { kind: 'unexpected', found: ')', expected: 'value', at: 9 }],
    ['${a = 1', { kind: 'unexpected', found: '$', expected: 'question-name', at: 1 }],
    ['${a} == 1', { kind: 'unexpected', found: '=', expected: 'value', at: 7 }],
    ['${a} & ${b}', { kind: 'unexpected', found: '&', expected: 'operator', at: 6 }],
    ["${a} = 'x", { kind: 'text-not-closed', at: 8 }],
    ['/data/a > 1', { kind: 'path', at: 1 }],
    ['../a > 1', { kind: 'path', at: 3 }],
    ["instance('x')/root/item[1]", { kind: 'path', at: 14 }],
    ['${d} = 1', { kind: 'unknown-question', name: 'd', at: 1 }],
    ['${group} = 1', { kind: 'not-a-question', name: 'group', at: 1 }],
    ['yes', { kind: 'unknown-column', name: 'yes', at: 1 }],
    ['pulldata("a", "b")', { kind: 'unsupported-function', name: 'pulldata', at: 1 }],
    ['jr:choice-name(${a}, "a")', { kind: 'unsupported-function', name: 'jr:choice-name', at: 1 }],
    ['1 + if(${a})', { kind: 'wrong-arguments', name: 'if', fewest: 3, most: 3, at: 5 }],
    ['.. = 1', { kind: 'parent-outside', at: 1 }],
    ['position(${a})', { kind: 'unsupported-function', name: 'position', at: 1 }],
  ])('%s', (text, fault) => {
    expect(read(text)).toEqual(fault);
  });

  it('knows where a dot or a position means nothing', () => {
    const group: Surroundings = {
      meaningOf: () => ({ kind: 'unknown' }),
      self: undefined,
      isRepeated: false,
    };
    expect(toFormula('. = 1', group)).toMatchObject({ fault: { kind: 'self-outside', at: 1 } });
    expect(toFormula('position(..) = 1', group)).toMatchObject({
      fault: { kind: 'position-outside', at: 1 },
    });
  });
});

describe('what a declaration can say in its own words', () => {
  const kinds = { a: 'one-choice', b: 'several-choices', c: 'number' } as const;
  const condition = (text: string) => {
    const formula = toFormula(text, around);
    if (formula.kind === 'fault') throw new Error(formula.fault.kind);
    return toCondition(formula.formula, (id) =>
      id === 'a' || id === 'b' || id === 'c' ? kinds[id] : 'other',
    );
  };
  it.each([
    ["${a} = 'x'", { answer: 'a', is: 'x' }],
    ["'x' = ${a}", { answer: 'a', is: 'x' }],
    ["selected(${a}, 'x')", { answer: 'a', is: 'x' }],
    ["selected(${b}, 'x')", { answer: 'b', includes: 'x' }],
    ["${a} != ''", { answer: 'a', answered: true }],
    ['${c} = 3', { answer: 'c', is: 3 }],
    [
      '${c} >= 3 and ${c} < 9',
      {
        all: [
          { number: 'c', atLeast: 3 },
          { number: 'c', under: 9 },
        ],
      },
    ],
    [
      "${a} = 'x' or ${a} = 'y'",
      {
        any: [
          { answer: 'a', is: 'x' },
          { answer: 'a', is: 'y' },
        ],
      },
    ],
  ])('%s', (text, said) => {
    expect(condition(text)).toEqual(said);
  });

  it.each(["${b} = 'x'", "not(${a} = 'x')", "${a} != 'x'", '${c} > 3', "${c} = '3'", '${a} = ${b}'])(
    '%s stays a formula: with nothing answered the two differ, or an answer compares another way',
    (text) => {
      expect(Object.keys(condition(text))).toEqual(['formula']);
    },
  );
});
