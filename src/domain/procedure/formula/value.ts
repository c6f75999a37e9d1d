import { formatIsoPartial } from '../../citizen/partial-date.ts';
import type { AnswerValue } from '../contract/answers.ts';
import { findDate, isUnknown, plainValue } from '../values.ts';

/*
 * Values of formulas and how one becomes another, as XPath 1.0 (section 4) and ODK XForms say: a date is ISO text that
 * counts as whole days since 1970-01-01 where a number is wanted; several choices are their values with spaces between.
 */

/** A list is what the answers of all repetitions are. */
export type FormulaValue = string | number | boolean | readonly string[];

const DAY = 86_400_000;
const ISO = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})?)?$/;

/** What a formula sees of an answer: the empty text where there is none, or none that can be counted with. */
export function valueOfAnswer(answer: AnswerValue | undefined): FormulaValue {
  if (answer === undefined || isUnknown(answer)) return '';
  if (Array.isArray(answer)) return answer.join(' ');
  const date = findDate(answer);
  if (date !== undefined) return date.day === undefined ? '' : formatIsoPartial(date);
  if (typeof answer === 'object' && 'latitude' in answer) return `${answer.latitude} ${answer.longitude}`;
  if (typeof answer === 'object' && 'paper' in answer) return answer.alternative ?? answer.paper;
  return plainValue(answer) ?? '';
}

export function toText(value: FormulaValue): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return Object.is(value, -0) ? '0' : String(value);
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  return value[0] ?? '';
}

export function toNumber(value: FormulaValue): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  const text = toText(value).trim();
  if (/^-?(\d+(\.\d*)?|\.\d+)$/.test(text)) return Number(text);
  return daysOf(text);
}

export function toBoolean(value: FormulaValue): boolean {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') return value !== 0 && !Number.isNaN(value);
  return value.length > 0;
}

/** The nodes of a list; a single value is a list of one, the empty text one of none. */
export function toList(value: FormulaValue): readonly string[] {
  if (typeof value === 'object') return value;
  const text = toText(value);
  return text === '' ? [] : [text];
}

/** Days since 1970-01-01 of an ISO date, with the part of the day where a time stands; NaN where it is no date. */
export function daysOf(text: string): number {
  const [, date, time = '00:00'] = ISO.exec(text) ?? [];
  if (date === undefined) return Number.NaN;
  return (Date.parse(`${date}T00:00:00Z`) + Date.parse(`1970-01-01T${time}:00Z`)) / DAY;
}

/** The ISO date of whole days since 1970-01-01; the empty text where it is none. */
export function dateOfDays(days: number): string {
  const at = new Date(Math.floor(days) * DAY);
  return Number.isNaN(at.getTime()) || at.getUTCFullYear() > 9999 || at.getUTCFullYear() < 0
    ? ''
    : at.toISOString().slice(0, 10);
}
