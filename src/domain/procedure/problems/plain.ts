import { parseName } from '../../citizen/name.ts';
import { parseMobile } from '../../citizen/phone.ts';
import type { Question } from '../definition.ts';
import { error, type Finding } from './problem.ts';

type TextLike = Extract<
  Question,
  { type: 'text' | 'name' | 'time' | 'phone' | 'email' | 'ethnicity' | 'barcode' }
>;

/** Longest word for an ethnic group kept verbatim; the longest official one has 12 characters. */
const longestEthnicity = 60;

/** What the largest QR code of an identity card says fits several times. */
const longestCode = 1000;

export function checkText(question: TextLike, text: string): Finding[] {
  switch (question.type) {
    case 'text':
      return text.length > question.maxLength ? [error('text-too-long', { max: question.maxLength })] : [];
    case 'name':
      return checkName(text);
    case 'time':
      return /^([01]\d|2[0-3]):[0-5]\d$/.test(text) ? [] : [error('time-not-valid')];
    case 'phone':
      return parseMobile(text).kind === 'mobile' ? [] : [error('phone-not-mobile')];
    case 'email':
      return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text.trim()) ? [] : [error('email-not-valid')];
    case 'barcode':
      return text.length > longestCode ? [error('text-too-long', { max: longestCode })] : [];
    case 'ethnicity':
      return text.length > longestEthnicity ? [error('text-too-long', { max: longestEthnicity })] : [];
  }
}

function checkName(text: string): Finding[] {
  const name = parseName(text);
  switch (name.kind) {
    case 'name':
      return [];
    case 'empty':
      return [error('required')];
    case 'wrong-character':
      return /\d/.test(name.character)
        ? [error('name-has-digits')]
        : [error('name-wrong-character', { character: name.character })];
    case 'too-many-words':
    case 'too-long':
      return [error(`name-${name.kind}`)];
  }
}

export function checkNumber(question: Extract<Question, { type: 'number' }>, value: number): Finding[] {
  if (question.integer && !Number.isInteger(value)) return [error('number-not-whole')];
  if (question.min !== undefined && value < question.min)
    return [error('number-too-small', { min: question.min })];
  if (question.max !== undefined && value > question.max)
    return [error('number-too-large', { max: question.max })];
  return [];
}

export function checkChosen(
  question: Extract<Question, { type: 'choice' | 'choices' }>,
  chosen: readonly string[],
): Finding[] {
  const offered = question.options.map((option) => option.value);
  return chosen.every((value) => offered.includes(value)) ? [] : [error('choice-not-offered')];
}
