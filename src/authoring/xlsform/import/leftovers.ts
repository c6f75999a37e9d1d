import type { Report } from '../report.ts';
import type { Workbook } from '../workbook/workbook.ts';
import { MORE_COLUMN, TYPE_COLUMN } from './extension.ts';
import type { Table } from './table.ts';

/** Columns of the survey sheet that are read; `media::…` and `appearance` say themselves what is not kept of them. */
const SURVEY: ReadonlySet<string> = new Set([
  'type',
  'name',
  'label',
  'hint',
  'relevant',
  'required',
  'constraint',
  'constraint_message',
  'calculation',
  'default',
  'read_only',
  'choice_filter',
  'repeat_count',
  'appearance',
  'parameters',
  'media::audio',
  'media::image',
  TYPE_COLUMN,
  MORE_COLUMN,
]);
const SHEETS: ReadonlySet<string> = new Set(['survey', 'choices', 'settings']);

/** Names what a workbook holds besides: sheets, columns, and cells whose text is what a formula came to. */
export function reportColumns(
  workbook: Workbook,
  survey: Table,
  choices: Table | undefined,
  report: Report,
): void {
  for (const { name, rows } of workbook.sheets) {
    if (!SHEETS.has(name.trim().toLowerCase())) {
      if (rows.length > 0) report.add('warning', { sheet: name }, 'sheet', { name });
      continue;
    }
    const at = rows.findIndex((row) => [...row.values()].some(({ isFormula }) => isFormula));
    if (at >= 0) report.add('warning', { sheet: name, row: at + 1 }, 'formula-cell');
  }
  for (const { sheet, cell } of workbook.emptyFormulas)
    if (SHEETS.has(sheet.trim().toLowerCase()))
      report.add('error', { sheet, row: Number(/\d+$/.exec(cell)?.[0]) }, 'formula-cell-empty', { cell });
  for (const { name, written } of unlike(survey, SURVEY)) {
    const row = survey.rows.find(({ filled }) => filled.some((heading) => heading.written === written));
    if (row !== undefined && written !== '')
      report.add('warning', { sheet: survey.sheet, row: row.number, column: written }, 'column', { name });
  }
  for (const row of choices?.rows ?? [])
    for (const [language, file] of [...row.inLanguages('media::audio'), ...row.inLanguages('media::image')])
      report.add(
        'warning',
        { sheet: choices?.sheet ?? '', row: row.number, column: 'media' },
        'media-to-record',
        {
          file,
          language,
        },
      );
}

function unlike({ headings }: Table, known: ReadonlySet<string>) {
  return headings.filter(({ name }) => !known.has(name));
}
