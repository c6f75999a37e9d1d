import type { BinaryOperator, ExpressionFault } from './syntax.ts';

export type Token =
  | { readonly kind: 'number'; readonly value: number; readonly at: number }
  | { readonly kind: 'text'; readonly value: string; readonly at: number }
  | { readonly kind: 'question'; readonly name: string; readonly at: number }
  | { readonly kind: 'name'; readonly name: string; readonly at: number }
  | { readonly kind: 'operator'; readonly operator: BinaryOperator; readonly at: number }
  | { readonly kind: 'mark'; readonly mark: '(' | ')' | ',' | '.' | '..'; readonly at: number }
  | { readonly kind: 'end'; readonly at: number };

export type Tokens =
  | { readonly kind: 'tokens'; readonly tokens: readonly Token[] }
  | { readonly kind: 'fault'; readonly fault: ExpressionFault };

/** Spreadsheets turn straight quotes into these while one types. */
const QUOTES: Readonly<Record<string, string>> = {
  "'": "'",
  '"': '"',
  '‘': '’',
  '’': '’',
  '“': '”',
  '”': '”',
};
const NAME = /[\p{L}_][\p{L}\p{M}\p{N}_.-]*(?::[\p{L}_][\p{L}\p{M}\p{N}_.-]*)?/uy;
const NUMBER = /\d+(?:\.\d*)?|\.\d+/y;
const QUESTION = /\$\{\s*([^{}\s]{1,100})\s*\}/y;
const OPERATOR = /!=|<=|>=|[=<>+*\-−]/y;
const WORDS: ReadonlySet<string> = new Set(['and', 'or', 'div', 'mod']);

/** Cuts an expression into tokens, in one pass from left to right. */
export function tokenize(text: string): Tokens {
  const tokens: Token[] = [];
  let index = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = index;
    const found = pattern.exec(text);
    if (found !== null) index = pattern.lastIndex;
    return found;
  };
  while (index < text.length) {
    const character = text.charAt(index);
    const at = index + 1;
    if (/\s/.test(character)) {
      index++;
      continue;
    }
    const closing = QUOTES[character];
    if (closing !== undefined) {
      const end = text.indexOf(closing, index + 1);
      if (end < 0) return { kind: 'fault', fault: { kind: 'text-not-closed', at } };
      tokens.push({ kind: 'text', value: text.slice(index + 1, end), at });
      index = end + 1;
      continue;
    }
    const question = take(QUESTION);
    if (question !== null) {
      tokens.push({ kind: 'question', name: question[1] ?? '', at });
      continue;
    }
    const number = take(NUMBER);
    if (number !== null) {
      tokens.push({ kind: 'number', value: Number(number[0]), at });
      continue;
    }
    if (character === '(' || character === ')' || character === ',') {
      tokens.push({ kind: 'mark', mark: character, at });
      index++;
      continue;
    }
    if (character === '.') {
      const mark = text.startsWith('..', index) ? '..' : '.';
      tokens.push({ kind: 'mark', mark, at });
      index += mark.length;
      continue;
    }
    const operator = take(OPERATOR);
    if (operator !== null) {
      tokens.push({ kind: 'operator', operator: asOperator(operator[0]), at });
      continue;
    }
    const name = take(NAME);
    if (name !== null) {
      tokens.push(nameOrOperator(name[0], at, tokens.at(-1)));
      continue;
    }
    if (character === '/' || character === '[' || character === ']' || character === '@')
      return { kind: 'fault', fault: { kind: 'path', at } };
    const expected = character === '$' ? 'question-name' : isOperand(tokens.at(-1)) ? 'operator' : 'value';
    return { kind: 'fault', fault: { kind: 'unexpected', found: character, expected, at } };
  }
  tokens.push({ kind: 'end', at: text.length + 1 });
  return { kind: 'tokens', tokens };
}

/** `and`, `or`, `div` and `mod` are names where a value must stand. */
function nameOrOperator(name: string, at: number, before: Token | undefined): Token {
  return WORDS.has(name) && isOperand(before)
    ? { kind: 'operator', operator: asOperator(name), at }
    : { kind: 'name', name, at };
}

function isOperand(token: Token | undefined): boolean {
  if (token === undefined || token.kind === 'operator') return false;
  return token.kind !== 'mark' || token.mark === ')' || token.mark === '.' || token.mark === '..';
}

function asOperator(text: string): BinaryOperator {
  switch (text) {
    case 'or':
    case 'and':
    case 'div':
    case 'mod':
    case '=':
    case '!=':
    case '<':
    case '<=':
    case '>':
    case '>=':
    case '+':
    case '*':
      return text;
    default:
      return '-';
  }
}
