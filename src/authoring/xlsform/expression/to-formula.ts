import type { Formula } from '../../../domain/procedure/definition.ts';
import { KNOWN_FUNCTIONS } from './functions.ts';
import { parseExpression } from './parse-expression.ts';
import type { Expression, ExpressionFault } from './syntax.ts';

/** What a name in an expression stands for, as seen from where the expression stands. */
export type NameMeaning =
  | { readonly kind: 'question'; readonly id: string }
  /** A question of a repeat that the expression stands outside of: the answers of every repetition. */
  | { readonly kind: 'every-repetition'; readonly id: string }
  /** A repeat itself; this question of it has an answer in every repetition. */
  | { readonly kind: 'repeat'; readonly marker: string }
  | { readonly kind: 'unknown' | 'twice' | 'nothing' | 'not-carried' };

export interface Surroundings {
  readonly meaningOf: (name: string) => NameMeaning;
  /** The question that `.` means. */
  readonly self: string | undefined;
  /** The row of the choices sheet that a `choice_filter` is read for. */
  readonly columns?: ReadonlyMap<string, string>;
  readonly isRepeated: boolean;
}

export type FormulaFault =
  | ExpressionFault
  | {
      readonly kind: 'unknown-question' | 'question-twice' | 'not-a-question' | 'question-not-carried';
      readonly name: string;
      readonly at: number;
    }
  | { readonly kind: 'unknown-column' | 'unsupported-function'; readonly name: string; readonly at: number }
  | {
      readonly kind: 'wrong-arguments';
      readonly name: string;
      readonly fewest: number;
      readonly most: number;
      readonly at: number;
    }
  | { readonly kind: 'self-outside' | 'parent-outside' | 'position-outside'; readonly at: number };

export type ToFormula =
  | { readonly kind: 'formula'; readonly formula: Formula; readonly differs: readonly 'now-is-today'[] }
  | { readonly kind: 'fault'; readonly fault: FormulaFault };

/** Reads an expression of a spreadsheet as a formula of a declaration, without a change of meaning. */
export function toFormula(text: string, surroundings: Surroundings): ToFormula {
  const parsed = parseExpression(text);
  if (parsed.kind === 'fault') return parsed;
  const translation = new Translation(surroundings);
  const formula = translation.formula(parsed.expression);
  return translation.fault !== undefined || formula === undefined
    ? { kind: 'fault', fault: translation.fault ?? { kind: 'too-long', most: 0 } }
    : { kind: 'formula', formula, differs: [...translation.differs] };
}

class Translation {
  fault: FormulaFault | undefined;
  readonly differs = new Set<'now-is-today'>();

  constructor(private readonly around: Surroundings) {}

  formula(expression: Expression): Formula | undefined {
    switch (expression.kind) {
      case 'literal':
        return { value: expression.value };
      case 'question':
        return this.question(expression.name, expression.at);
      case 'self':
        return this.around.self === undefined
          ? this.fail({ kind: 'self-outside', at: expression.at })
          : { answer: this.around.self };
      case 'parent':
        return this.fail({ kind: 'parent-outside', at: expression.at });
      case 'column': {
        const value = this.around.columns?.get(expression.name);
        return value === undefined
          ? this.fail({ kind: 'unknown-column', name: expression.name, at: expression.at })
          : { value };
      }
      case 'negate': {
        const of = this.formula(expression.of);
        return of === undefined ? undefined : negated(of);
      }
      case 'binary': {
        const { operator } = expression;
        if (operator !== 'and' && operator !== 'or')
          return this.call(operator, [expression.left, expression.right]);
        return this.call(operator, chainOf(expression, operator));
      }
      case 'call':
        return this.named(expression);
    }
  }

  private named({ name, with: given, at }: Extract<Expression, { kind: 'call' }>): Formula | undefined {
    if ((name === 'true' || name === 'false') && given.length === 0) return { value: name === 'true' };
    if (name === 'position') {
      if (given.length > 1 || (given[0] !== undefined && given[0].kind !== 'parent'))
        return this.fail({ kind: 'unsupported-function', name, at });
      return this.around.isRepeated
        ? { call: 'position', with: [] }
        : this.fail({ kind: 'position-outside', at });
    }
    const known = KNOWN_FUNCTIONS.get(name);
    if (known === undefined) return this.fail({ kind: 'unsupported-function', name, at });
    const parts: readonly Expression[] =
      name === 'string-length' && given.length === 0 ? [{ kind: 'self', at }] : given;
    const { fewest, most } = known;
    if (parts.length < fewest || parts.length > most)
      return this.fail({ kind: 'wrong-arguments', name, fewest, most, at });
    if (known.differs !== undefined) this.differs.add(known.differs);
    if (name === 'count') return this.count(parts);
    return this.call(known.name, parts);
  }

  /** To count a repeat is to count something that every repetition has. */
  private count([of]: readonly Expression[]): Formula | undefined {
    const meaning = of?.kind === 'question' ? this.around.meaningOf(of.name) : undefined;
    if (meaning?.kind === 'repeat') return { call: 'count', with: [{ all: meaning.marker }] };
    return of === undefined ? undefined : this.call('count', [of]);
  }

  private call(
    name: Extract<Formula, { call: string }>['call'],
    parts: readonly Expression[],
  ): Formula | undefined {
    const given: Formula[] = [];
    for (const part of parts) {
      const formula = this.formula(part);
      if (formula === undefined) return undefined;
      given.push(formula);
    }
    return { call: name, with: given };
  }

  private question(name: string, at: number): Formula | undefined {
    const meaning = this.around.meaningOf(name);
    switch (meaning.kind) {
      case 'question':
        return { answer: meaning.id };
      case 'every-repetition':
        return { all: meaning.id };
      case 'repeat':
      case 'nothing':
        return this.fail({ kind: 'not-a-question', name, at });
      case 'unknown':
        return this.fail({ kind: 'unknown-question', name, at });
      case 'twice':
        return this.fail({ kind: 'question-twice', name, at });
      case 'not-carried':
        return this.fail({ kind: 'question-not-carried', name, at });
    }
  }

  private fail(fault: FormulaFault): undefined {
    this.fault ??= fault;
    return undefined;
  }
}

function negated(formula: Formula): Formula {
  return 'value' in formula && typeof formula.value === 'number'
    ? { value: -formula.value }
    : { call: 'negate', with: [formula] };
}

/** `a or b or c` is one question with three answers, not two nested ones; up to as many as a call may have. */
function chainOf(expression: Expression, operator: 'and' | 'or', most = 60): readonly Expression[] {
  const parts: Expression[] = [];
  let rest = expression;
  while (rest.kind === 'binary' && rest.operator === operator && parts.length < most - 1) {
    parts.unshift(rest.right);
    rest = rest.left;
  }
  return [rest, ...parts];
}
