import {
  DEEPEST_EXPRESSION,
  type Expected,
  type Expression,
  type ExpressionFault,
  LONGEST_EXPRESSION,
  STRENGTH,
} from './syntax.ts';
import { type Token, tokenize } from './tokens.ts';

export type ParsedExpression =
  | { readonly kind: 'expression'; readonly expression: Expression }
  | { readonly kind: 'fault'; readonly fault: ExpressionFault };

/** Left-hand chains (`a + b + c`) make the tree deep without nesting anything: as many as a form with long scores has. */
const LONGEST_CHAIN = 200;

/** Reads one expression (`syntax.ts` has the grammar). Takes time in proportion to its length, whatever it says. */
export function parseExpression(text: string): ParsedExpression {
  if (text.length > LONGEST_EXPRESSION)
    return { kind: 'fault', fault: { kind: 'too-long', most: LONGEST_EXPRESSION } };
  const cut = tokenize(text);
  if (cut.kind === 'fault') return cut;
  const reading = new Reading(cut.tokens);
  const expression = reading.expression(0, 0);
  if (reading.fault === undefined && expression !== undefined) reading.expect('end');
  return reading.fault !== undefined || expression === undefined
    ? { kind: 'fault', fault: reading.fault ?? reading.unexpected('value') }
    : { kind: 'expression', expression };
}

/** A Pratt parser: how tightly the next operator binds decides who gets the operand between two of them. */
class Reading {
  fault: ExpressionFault | undefined;
  private position = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  expression(weakest: number, depth: number): Expression | undefined {
    if (depth > DEEPEST_EXPRESSION) return this.fail({ kind: 'too-deep', most: DEEPEST_EXPRESSION });
    let left = this.negation(depth);
    for (let links = 0; left !== undefined; links++) {
      const { next } = this;
      if (next.kind !== 'operator' || STRENGTH[next.operator] <= weakest) break;
      if (links > LONGEST_CHAIN) return this.fail({ kind: 'too-deep', most: LONGEST_CHAIN });
      this.position++;
      const right = this.expression(STRENGTH[next.operator], depth + 1);
      if (right === undefined) return undefined;
      left = { kind: 'binary', operator: next.operator, left, right };
    }
    return left;
  }

  /** Binds tighter than any operator between two values. */
  private negation(depth: number): Expression | undefined {
    const { next } = this;
    if (next.kind !== 'operator' || next.operator !== '-') return this.primary(depth);
    if (depth > DEEPEST_EXPRESSION) return this.fail({ kind: 'too-deep', most: DEEPEST_EXPRESSION });
    this.position++;
    const of = this.negation(depth + 1);
    return of === undefined ? undefined : { kind: 'negate', of };
  }

  private primary(depth: number): Expression | undefined {
    const { next } = this;
    switch (next.kind) {
      case 'number':
      case 'text':
        this.position++;
        return { kind: 'literal', value: next.value };
      case 'question':
        this.position++;
        return { kind: 'question', name: next.name, at: next.at };
      case 'name':
        this.position++;
        return this.isMark('(')
          ? this.call(next.name, next.at, depth)
          : { kind: 'column', name: next.name, at: next.at };
      case 'mark':
        if (next.mark === '.' || next.mark === '..') {
          this.position++;
          return { kind: next.mark === '.' ? 'self' : 'parent', at: next.at };
        }
        if (next.mark !== '(') return this.fail(this.unexpected('value'));
        return this.inParentheses(depth);
      case 'operator':
      case 'end':
        return this.fail(this.unexpected('value'));
    }
  }

  private inParentheses(depth: number): Expression | undefined {
    this.position++;
    const inner = this.expression(0, depth + 1);
    return inner !== undefined && this.expect(')') ? inner : undefined;
  }

  private call(name: string, at: number, depth: number): Expression | undefined {
    this.position++;
    const given: Expression[] = [];
    if (this.isMark(')')) {
      this.position++;
      return { kind: 'call', name, with: given, at };
    }
    for (;;) {
      const one = this.expression(0, depth + 1);
      if (one === undefined) return undefined;
      given.push(one);
      if (!this.isMark(',')) break;
      this.position++;
    }
    return this.expect(')') ? { kind: 'call', name, with: given, at } : undefined;
  }

  expect(what: 'end' | ')'): boolean {
    if (what === 'end' ? this.next.kind === 'end' : this.isMark(')')) {
      this.position++;
      return true;
    }
    this.fail(this.unexpected(what === 'end' ? 'operator' : 'closing'));
    return false;
  }

  unexpected(expected: Expected): ExpressionFault {
    const { next } = this;
    return { kind: 'unexpected', found: wordFor(next), expected, at: next.at };
  }

  private get next(): Token {
    return this.tokens[this.position] ?? { kind: 'end', at: 0 };
  }

  private isMark(mark: string): boolean {
    const { next } = this;
    return next.kind === 'mark' && next.mark === mark;
  }

  private fail(fault: ExpressionFault): undefined {
    this.fault ??= fault;
    return undefined;
  }
}

/** The token as the author wrote it; nothing for the end of the expression. */
function wordFor(token: Token): string {
  switch (token.kind) {
    case 'number':
    case 'text':
      return String(token.value);
    case 'question':
      return `\${${token.name}}`;
    case 'name':
      return token.name;
    case 'operator':
      return token.operator;
    case 'mark':
      return token.mark;
    case 'end':
      return '';
  }
}
