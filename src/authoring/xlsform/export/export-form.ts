import type { Condition, ProcedureDefinition, Step } from '../../../domain/procedure/definition.ts';
import { DRAWING_COLUMN, MORE_COLUMN, TYPE_COLUMN } from '../import/extension.ts';
import type { WrittenSheet } from '../write-workbook.ts';
import { ChoiceSheet, type Row } from './choice-sheet.ts';
import { type AnswerShape, conditionToExpression } from './condition-to-expression.ts';
import { type ExportNote, questionRow, type Writing } from './question-row.ts';
import { headingOf, SaidTexts } from './said-texts.ts';

export interface ExportedForm {
  /** `survey`, `choices` and `settings`, for `writeWorkbook`. */
  readonly sheets: readonly WrittenSheet[];
  /** What a spreadsheet has no word for. */
  readonly notes: readonly ExportNote[];
}

/**
 * A declaration as an XLSForm. Conditions keep what they mean: where nothing is answered, neither they nor their opposite
 * hold (`condition-to-expression.ts`). What an import adds by itself (reading back) is left out.
 */
export function exportXlsForm(
  definition: ProcedureDefinition,
  own: Readonly<Record<string, unknown>>,
  shared: Readonly<Record<string, unknown>>,
): ExportedForm {
  const notes: ExportNote[] = [{ name: '', code: 'whole' }];
  const texts = new SaidTexts(own, shared);
  const choices = new ChoiceSheet(texts);
  const note: Writing['note'] = (name, code) => {
    notes.push({ name, code });
  };
  const writing: Writing = { texts, choices, shapeOf: shapesOf(definition), note };
  for (const { id, effect } of definition.rules) if (effect !== 'error') note(id, 'rule');
  const survey = definition.steps
    .filter(({ kind }) => kind !== 'read-back')
    .flatMap((step) => stepRows(step, definition, writing));
  const headings = [
    'type',
    'name',
    ...texts.headings('label'),
    ...texts.headings('hint'),
    'required',
    'relevant',
    'constraint',
    ...texts.headings('constraint_message'),
    'calculation',
    'read_only',
    'default',
    'choice_filter',
    'repeat_count',
    'appearance',
    TYPE_COLUMN,
    MORE_COLUMN,
  ];
  return {
    sheets: [
      sheet('survey', headings, survey),
      sheet('choices', ['list_name', 'name', DRAWING_COLUMN, ...texts.headings('label')], choices.rows),
      sheet(
        'settings',
        ['form_title', 'form_id', 'version', 'default_language'],
        [settingsRow(definition, texts)],
      ),
    ],
    notes,
  };
}

function stepRows(step: Step, definition: ProcedureDefinition, writing: Writing): readonly Row[] {
  const { visible, repeat } = step;
  const relevant = visible === undefined ? '' : conditionToExpression(visible, writing.shapeOf);
  if (relevant === undefined) writing.note(step.id, 'condition');
  const of = repeat === undefined ? 'group' : 'repeat';
  const more = { ...(repeat === undefined ? {} : { most: repeat.most }) };
  const begin: Row = new Map([
    ['type', `begin ${of}`],
    ['name', `step_${step.id}`],
    ...writing.texts.columns('label', `steps.${step.id}.title`),
    ['relevant', relevant ?? ''],
    ['repeat_count', repeat === undefined ? '' : `\${${repeat.count}}`],
    [MORE_COLUMN, repeat === undefined ? '' : JSON.stringify(more)],
  ]);
  return [
    begin,
    ...step.questions.map((question) => questionRow(question, errorsOf(question.id, definition), writing)),
    new Map([['type', `end ${of}`]]),
  ];
}

function errorsOf(
  id: string,
  { rules }: ProcedureDefinition,
): readonly { readonly id: string; readonly when: Condition }[] {
  return rules.filter(({ effect, question }) => effect === 'error' && question === id);
}

function shapesOf({ steps }: ProcedureDefinition): (id: string) => AnswerShape {
  const shapes = new Map<string, AnswerShape>();
  for (const { id, type } of steps.flatMap((step) => step.questions))
    if (type === 'consent') shapes.set(id, 'yes-or-no');
    else if (type === 'document' || type === 'signature') shapes.set(id, 'paper');
  return (id) => shapes.get(id) ?? 'other';
}

function settingsRow({ id, version }: ProcedureDefinition, texts: SaidTexts): Row {
  const [language = 'vi'] = texts.languages;
  return new Map([
    ['form_title', texts.find(language, 'name') ?? id],
    ['form_id', id],
    ['version', String(version)],
    ['default_language', headingOf(language)],
  ]);
}

/** Columns that nobody uses are left out. */
function sheet(name: string, headings: readonly string[], rows: readonly Row[]): WrittenSheet {
  const used = headings.filter((heading) => rows.some((row) => (row.get(heading) ?? '') !== ''));
  return { name, rows: [used, ...rows.map((row) => used.map((heading) => row.get(heading) ?? ''))] };
}
