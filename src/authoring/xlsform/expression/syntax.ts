/*
 * The part of XPath 1.0 that XLSForms are written in (xlsform.org, ODK XForms 1.0), as it is read here:
 *
 *   expression     = conjunction { "or" conjunction }
 *   conjunction    = equality { "and" equality }
 *   equality       = relation { ( "=" | "!=" ) relation }
 *   relation       = sum { ( "<" | "<=" | ">" | ">=" ) sum }
 *   sum            = product { ( "+" | "-" ) product }
 *   product        = negation { ( "*" | "div" | "mod" ) negation }
 *   negation       = "-" negation | primary
 *   primary        = number | text | question | "." | ".." | call | column | "(" expression ")"
 *   call           = name "(" [ expression { "," expression } ] ")"
 *   column         = name                                   (a column of the choices sheet, in choice_filter)
 *   question       = "${" name "}"
 *   text           = "'" { any but "'" } "'" | '"' { any but '"' } '"'
 *   number         = digits [ "." [ digits ] ] | "." digits
 *
 * `and`, `or`, `div`, `mod` and `*` are operators only where an operator may stand (XPath 1.0, 3.7). Paths (`/data/age`,
 * `../age`, `instance(…)/root`) and predicates are not of this part; they are named where they stand.
 */

export type BinaryOperator =
  | 'or'
  | 'and'
  | '='
  | '!='
  | '<'
  | '<='
  | '>'
  | '>='
  | '+'
  | '-'
  | '*'
  | 'div'
  | 'mod';

/** `at` counts characters from 1, as an author does. */
export type Expression =
  | { readonly kind: 'literal'; readonly value: string | number }
  | { readonly kind: 'question'; readonly name: string; readonly at: number }
  /** `.`: the answer of the question itself. */
  | { readonly kind: 'self'; readonly at: number }
  /** `..`: the group or repeat around it. */
  | { readonly kind: 'parent'; readonly at: number }
  | { readonly kind: 'column'; readonly name: string; readonly at: number }
  | { readonly kind: 'negate'; readonly of: Expression }
  | {
      readonly kind: 'binary';
      readonly operator: BinaryOperator;
      readonly left: Expression;
      readonly right: Expression;
    }
  | {
      readonly kind: 'call';
      readonly name: string;
      readonly with: readonly Expression[];
      readonly at: number;
    };

/** How tightly each operator binds; all of them from the left. */
export const STRENGTH: Readonly<Record<BinaryOperator, number>> = {
  or: 1,
  and: 2,
  '=': 3,
  '!=': 3,
  '<': 4,
  '<=': 4,
  '>': 4,
  '>=': 4,
  '+': 5,
  '-': 5,
  '*': 6,
  div: 6,
  mod: 6,
};

/** What is wrong with an expression; `at` counts characters from 1. */
export type ExpressionFault =
  | { readonly kind: 'unexpected'; readonly found: string; readonly expected: Expected; readonly at: number }
  | { readonly kind: 'text-not-closed'; readonly at: number }
  | { readonly kind: 'path'; readonly at: number }
  | { readonly kind: 'too-long'; readonly most: number }
  | { readonly kind: 'too-deep'; readonly most: number };

/** What could have stood there instead. */
export type Expected = 'value' | 'operator' | 'closing' | 'question-name' | 'end-of-name';

/** Longest expression that is read, in characters, and how deep parentheses, calls and operators may nest. */
export const LONGEST_EXPRESSION = 8000;
export const DEEPEST_EXPRESSION = 60;
