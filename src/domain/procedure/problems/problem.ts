import type { Problem } from '../contract/evaluation.ts';

type Params = Problem['params'];

/** What a check of one answer found; the question is added by whoever asked for the check. */
export interface Finding {
  readonly code: ProblemCode;
  readonly severity: Problem['severity'];
  readonly params: Params;
}

export function error(code: ProblemCode, params: Params = {}): Finding {
  return { code, severity: 'error', params };
}

export function warning(code: ProblemCode, params: Params = {}): Finding {
  return { code, severity: 'warning', params };
}

/** Every code a check of one answer may give; each has its sentence in `locales/<lang>/problems.json`. */
export const problemCodes = [
  'required',
  'wrong-kind',
  'unknown-not-allowed',
  'text-too-long',
  'name-has-digits',
  'name-wrong-character',
  'name-too-many-words',
  'name-too-long',
  'date-not-full',
  'date-in-future',
  'date-before',
  'time-not-valid',
  'number-too-small',
  'number-too-large',
  'number-not-whole',
  'choice-not-offered',
  'id-not-twelve-digits',
  'id-not-twelve-or-nine-digits',
  'id-sex-differs',
  'id-birth-year-differs',
  'phone-not-mobile',
  'email-not-valid',
  'place-incomplete',
  'place-detail-missing',
  'place-abroad-not-allowed',
  'document-missing',
  'document-at-home',
  'document-not-photographed',
  'document-photo-missing',
  'document-too-many-photos',
  'document-paper-not-offered',
  'witness-name-missing',
] as const;

export type ProblemCode = (typeof problemCodes)[number];
