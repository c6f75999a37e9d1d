import type { Condition } from '../../../domain/procedure/definition.ts';
import { strengthOf, toExpression } from './to-expression.ts';

/** What a condition compares of a question's answer. */
export type AnswerShape = 'yes-or-no' | 'paper' | 'other';

/**
 * A condition as XPath, keeping its third value: XPath knows no "open". So what is written is either when the condition
 * holds (`wanted`) or when it is decided and does not hold; below a `not` the two change places, and an unanswered question
 * makes neither true. Undefined where a spreadsheet has no word for it: a case, an "I don't know", a paper chosen.
 */
export function conditionToExpression(
  condition: Condition,
  shapeOf: (id: string) => AnswerShape,
  wanted = true,
): string | undefined {
  return write(condition, shapeOf, wanted)?.text;
}

interface Written {
  readonly text: string;
  /** How tightly it binds, as `STRENGTH` counts; what binds most of all is a call. */
  readonly strength: number;
}

const CALL = 9;

function write(
  condition: Condition,
  shapeOf: (id: string) => AnswerShape,
  wanted: boolean,
): Written | undefined {
  if ('all' in condition || 'any' in condition) {
    const isAll = 'all' in condition;
    const parts = (isAll ? condition.all : condition.any).map((part) => write(part, shapeOf, wanted));
    return joined(isAll === wanted ? 'and' : 'or', parts);
  }
  if ('not' in condition) return write(condition.not, shapeOf, !wanted);
  if ('daysSince' in condition) {
    const days = `today() - \${${condition.daysSince}}`;
    return 'moreThan' in condition
      ? compared(days, wanted ? '>' : '<=', condition.moreThan)
      : compared(days, wanted ? '<=' : '>', condition.atMost);
  }
  if ('ageOf' in condition) {
    const age = ageOf(condition.ageOf);
    return 'under' in condition
      ? compared(age, wanted ? '<' : '>=', condition.under)
      : compared(age, wanted ? '>=' : '<', condition.atLeast);
  }
  if ('number' in condition) {
    const number = `\${${condition.number}}`;
    return 'under' in condition
      ? compared(number, wanted ? '<' : '>=', condition.under)
      : compared(number, wanted ? '>=' : '<', condition.atLeast);
  }
  if ('date' in condition) {
    const isBefore = 'before' in condition;
    const other = isBefore ? condition.before : condition.onOrAfter;
    const day = /^\d/.test(other) ? `date('${other}')` : `\${${other}}`;
    return compared(`\${${condition.date}}`, isBefore === wanted ? '<' : '>=', day);
  }
  if ('case' in condition) return undefined;
  if ('formula' in condition) {
    const { formula } = condition;
    const text = toExpression(formula);
    const strength = 'call' in formula ? (strengthOf(formula.call) ?? CALL) : CALL;
    return wanted ? { text, strength } : { text: `not(${text})`, strength: CALL };
  }
  return writeAnswer(condition, shapeOf(condition.answer), wanted);
}

function writeAnswer(
  condition: Extract<Condition, { answer: string }>,
  shape: AnswerShape,
  wanted: boolean,
): Written | undefined {
  const answer = `\${${condition.answer}}`;
  if ('unknown' in condition) return undefined;
  if ('answered' in condition)
    return { text: `${answer} ${condition.answered === wanted ? '!=' : '='} ''`, strength: 3 };
  if (shape === 'paper') return undefined;
  if ('includes' in condition) {
    const chosen: Written = { text: `selected(${answer}, '${condition.includes}')`, strength: CALL };
    return wanted ? chosen : decided(answer, [{ text: `not(${chosen.text})`, strength: CALL }]);
  }
  const values = 'is' in condition ? [condition.is] : condition.in;
  // A yes or no is a word here, as the choices of an exported consent are.
  const word = shape === 'yes-or-no' ? `string(${answer})` : answer;
  const each = values.map((value): Written => {
    const right = toExpression({ value: typeof value === 'boolean' ? String(value) : value });
    return { text: `${word} ${wanted ? '=' : '!='} ${right}`, strength: 3 };
  });
  return wanted ? joined('or', each) : decided(answer, each);
}

/** Something is answered, and it is none of these. */
function decided(answer: string, parts: readonly Written[]): Written | undefined {
  return joined('and', [{ text: `${answer} != ''`, strength: 3 }, ...parts]);
}

function joined(operator: 'and' | 'or', parts: readonly (Written | undefined)[]): Written | undefined {
  const strength = operator === 'and' ? 2 : 1;
  const texts: string[] = [];
  for (const part of parts) {
    if (part === undefined) return undefined;
    texts.push(part.strength > strength || parts.length === 1 ? part.text : `(${part.text})`);
  }
  const [first] = parts;
  if (parts.length === 1 && first !== undefined) return first;
  // All of nothing holds, any of nothing does not.
  if (texts.length === 0) return { text: operator === 'and' ? 'true()' : 'false()', strength: CALL };
  return { text: texts.join(` ${operator} `), strength };
}

function compared(left: string, operator: string, right: string | number): Written {
  const number = typeof right === 'number' && right < 0 ? `(${right})` : String(right);
  return { text: `${left} ${operator} ${number}`, strength: 4 };
}

/** Full years, by the digits of the two dates: a day before the birthday the difference is short of a whole year. */
function ageOf(id: string): string {
  const digits = (date: string) => `number(format-date(${date}, '%Y%m%d'))`;
  return `floor((${digits('today()')} - ${digits(`\${${id}}`)}) div 10000)`;
}
