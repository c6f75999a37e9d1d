/** Where something stands, from the outside in, by the names that the author gave: step `groom`, question `groom.name`. */
export interface PlacePart {
  readonly kind:
    | 'step'
    | 'question'
    | 'option'
    | 'document'
    | 'case'
    | 'rule'
    | 'deadline'
    | 'result'
    | 'follow-up'
    | 'property'
    | 'language'
    | 'text';
  readonly name: string;
}
export type Place = readonly PlacePart[];

/**
 * Something about a declaration that its author should know. With an `error` it cannot be published; a `warning` may be
 * meant. Said in a language by `say-findings.ts`.
 */
export interface Finding {
  readonly severity: 'error' | 'warning';
  readonly place: Place;
  readonly code: FindingCode;
  readonly params: Readonly<Record<string, string | number>>;
}

export type FindingCode =
  | 'abbreviation'
  | 'alternative-twice'
  | 'blank-unknown'
  | 'blanks-differ'
  | 'block-wrong'
  | 'case-unreachable'
  | 'compares-one-of-many'
  | 'compares-with-many'
  | 'condition-incomplete'
  | 'count-late'
  | 'count-no-number'
  | 'document-never-asked-for'
  | 'document-never-required'
  | 'document-without-photo'
  | 'drawing-unknown'
  | 'engine'
  | 'later-question'
  | 'life-event-unknown'
  | 'long-sentence'
  | 'missing-key'
  | 'no-steps'
  | 'once-inside'
  | 'option-never-offered'
  | 'options-drawn-alike'
  | 'options-undrawn'
  | 'procedure-unknown'
  | 'question-unknown'
  | 'question-unreachable'
  | 'rule-about-nothing'
  | 'step-unreachable'
  | 'text-empty'
  | 'text-missing'
  | 'text-no-sentence'
  | 'text-unasked'
  | 'too-deep'
  | 'case-unknown'
  | 'unknown-function'
  | 'unknown-function-near'
  | 'unknown-key'
  | 'unknown-key-near'
  | 'unknown-word'
  | 'unknown-word-near'
  | 'value-not-offered'
  | 'value-not-offered-near'
  | 'wrong-value';

export function finding(
  severity: Finding['severity'],
  place: Place,
  code: FindingCode,
  params: Finding['params'] = {},
): Finding {
  return { severity, place, code, params };
}

/** The code with `-near` and the word that was perhaps meant, where one is near. */
export function withNearest(
  code: 'unknown-key' | 'unknown-word' | 'unknown-function' | 'value-not-offered',
  params: Finding['params'],
  nearest: string | undefined,
): [FindingCode, Finding['params']] {
  return nearest === undefined ? [code, params] : [`${code}-near`, { ...params, nearest }];
}
