import type { Condition, Question } from '../../../domain/procedure/definition.ts';
import { MORE_COLUMN, TYPE_COLUMN } from '../import/extension.ts';
import { type ChoiceSheet, CONSENT_LIST, type Row } from './choice-sheet.ts';
import { type AnswerShape, conditionToExpression } from './condition-to-expression.ts';
import type { SaidTexts } from './said-texts.ts';
import { toExpression } from './to-expression.ts';

/** What a spreadsheet has no word for; said in a language by `say-export.ts`. */
export interface ExportNote {
  /** A step, question or rule of the declaration; empty for the whole. */
  readonly name: string;
  readonly code:
    | 'condition'
    | 'paper'
    | 'partial-date'
    | 'unknown'
    | 'rule'
    | 'required'
    | 'option'
    | 'whole';
}

export interface Writing {
  readonly texts: SaidTexts;
  readonly choices: ChoiceSheet;
  readonly shapeOf: (id: string) => AnswerShape;
  readonly note: (name: string, code: ExportNote['code']) => void;
}

/** What the sheet says of a type by itself, and what has to hold of it (`.` is the answer). */
const TYPES: Readonly<Partial<Record<Question['type'], readonly [type: string, constraint?: string]>>> = {
  text: ['text'],
  name: ['text'],
  date: ['date'],
  time: ['time'],
  'national-id': ['text', "regex(., '[0-9]{12}|[0-9]{9}')"],
  phone: ['text', "regex(., '[0-9+ .-]{9,15}')"],
  email: ['text', "regex(., '[^@ ]+@[^@ ]+[.][^@ ]+')"],
  ethnicity: ['text'],
  place: ['text'],
  barcode: ['barcode'],
  location: ['geopoint'],
  document: ['image'],
  signature: ['image'],
  consent: [`select_one ${CONSENT_LIST}`],
  note: ['note'],
  hidden: ['calculate'],
};
/** Types that the sheet cannot tell apart. */
const OWN: ReadonlySet<Question['type']> = new Set([
  'name',
  'national-id',
  'phone',
  'email',
  'ethnicity',
  'place',
  'document',
  'signature',
  'consent',
]);

/** The row of the survey sheet that asks a question. `rules` are those that make its answer an error. */
export function questionRow(
  question: Question,
  rules: readonly { readonly id: string; readonly when: Condition }[],
  writing: Writing,
): Row {
  const { id, visible, required, proposal, calculated } = question;
  const { texts, note } = writing;
  const expression = (condition: Condition, code: ExportNote['code']): string => {
    const text = conditionToExpression(condition, writing.shapeOf);
    if (text === undefined) note(id, code);
    return text ?? '';
  };
  if (question.unknownAllowed) note(id, 'unknown');
  if (question.type === 'document') note(id, 'paper');
  if (question.type === 'date' && question.precision === 'partial') note(id, 'partial-date');
  const checks = rules.flatMap(({ id: rule, when }) => {
    const text = conditionToExpression(when, writing.shapeOf);
    if (text === undefined) note(rule, 'rule');
    return text === undefined ? [] : [{ rule, text: `not(${text})` }];
  });
  const mustGrant = question.type === 'consent' && question.mustGrant;
  const own = mustGrant ? "string(.) = 'true'" : TYPES[question.type]?.[1];
  const refused = mustGrant ? [`reasons.consent-${question.purpose}`] : [];
  const constraints = [
    ...(own === undefined ? [] : [own]),
    ...boundsOf(question),
    ...checks.map(({ text }) => text),
  ];
  return new Map([
    ['type', sheetType(question, writing)],
    ['name', id],
    ...saidOf(question, texts),
    ['required', required === true ? 'yes' : required === false ? '' : expression(required, 'required')],
    ['relevant', visible === undefined ? '' : expression(visible, 'condition')],
    [
      'constraint',
      constraints.length > 1 ? constraints.map((one) => `(${one})`).join(' and ') : (constraints[0] ?? ''),
    ],
    ...texts.columns('constraint_message', ...refused, ...checks.map(({ rule }) => `reasons.${rule}`)),
    ['calculation', calculated === undefined ? '' : toExpression(calculated)],
    ['read_only', calculated !== undefined && question.type !== 'hidden' ? 'yes' : ''],
    [
      'default',
      proposal === undefined ? '' : 'value' in proposal ? String(proposal.value) : toExpression(proposal),
    ],
    ['choice_filter', filterOf(question, writing)],
    ['appearance', appearanceOf(question)],
    [TYPE_COLUMN, OWN.has(question.type) ? question.type : ''],
    [MORE_COLUMN, moreOf(question)],
  ]);
}

function sheetType(question: Question, { choices }: Writing): string {
  switch (question.type) {
    case 'number':
      return question.integer ? 'integer' : 'decimal';
    case 'choice':
      return `select_one ${choices.listOf(question)}`;
    case 'choices':
      return `select_multiple ${choices.listOf(question)}`;
    case 'media':
      return question.kind === 'photo' ? 'image' : 'audio';
    default:
      return TYPES[question.type]?.[0] ?? 'text';
  }
}

function saidOf(question: Question, texts: SaidTexts): readonly (readonly [string, string])[] {
  if (question.type === 'hidden') return [];
  if (question.type === 'consent')
    return [
      ...texts.columns('label', `consents.${question.purpose}.title`),
      ...texts.columns('hint', `consents.${question.purpose}.text`),
    ];
  if (question.type === 'document')
    return [
      ...texts.columns('label', `documents.${question.document}.name`),
      ...texts.columns('hint', `documents.${question.document}.hint`),
    ];
  const at = question.text === undefined ? `questions.${question.id}` : `shared.${question.text}`;
  return [...texts.columns('label', `${at}.label`), ...texts.columns('hint', `${at}.hint`)];
}

function boundsOf(question: Question): readonly string[] {
  if (question.type !== 'number') return [];
  const { min, max } = question;
  return [...(min === undefined ? [] : [`. >= ${min}`]), ...(max === undefined ? [] : [`. <= ${max}`])];
}

/** Each answer that is not always offered is let through by its own name only while its condition holds. */
function filterOf(question: Question, { shapeOf, note }: Writing): string {
  if (!('options' in question)) return '';
  return question.options
    .flatMap(({ value, visible }) => {
      if (visible === undefined) return [];
      const text = conditionToExpression(visible, shapeOf);
      if (text === undefined) note(question.id, 'option');
      return text === undefined ? [] : [`(name != '${value}' or (${text}))`];
    })
    .join(' and ');
}

function appearanceOf(question: Question): string {
  if (question.type === 'choice' && question.appearance === 'list') return 'minimal';
  return question.type === 'text' && question.multiline ? 'multiline' : '';
}

/** What stands in no other column, as JSON; nothing where that is nothing. */
function moreOf(question: Question): string {
  const more = Object.entries(question).filter(
    ([key, value]) => !SAID.has(key) && value !== undefined && value !== false,
  );
  return more.length === 0 || question.type === 'document' ? '' : JSON.stringify(Object.fromEntries(more));
}

const SAID: ReadonlySet<string> = new Set([
  'id',
  'type',
  'text',
  'list',
  'options',
  'visible',
  'required',
  'proposal',
  'calculated',
  'appearance',
  'integer',
]);
