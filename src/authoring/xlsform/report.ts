import type { FormulaFault } from './expression/to-formula.ts';

/**
 * One thing about a spreadsheet that its author should know: what could not be carried over, or not quite. An `error`
 * changes what the form asks or checks; a `warning` does not. Said in a language by `say-report.ts`.
 */
export interface ReportLine {
  readonly severity: 'error' | 'warning';
  /** As the workbook calls it; empty for the whole. */
  readonly sheet: string;
  /** As the spreadsheet counts, from 1; null where no row is to blame. */
  readonly row: number | null;
  /** The column's heading; empty where no column is to blame. */
  readonly column: string;
  readonly code: ReportCode;
  readonly params: Readonly<Record<string, string | number>>;
}

export type ReportCode =
  | `expression-${FormulaFault['kind']}`
  | 'abroad-language'
  | 'appearance'
  | 'calculated-without-formula'
  | 'choice-list-empty'
  | 'choice-twice'
  | 'choice-value-blank'
  | 'choice-value-reserved'
  | 'choices-too-many'
  | 'column'
  | 'constraint-on-nothing'
  | 'count-limited'
  | 'default-not-carried'
  | 'differs-now-is-today'
  | 'document-is-photo'
  | 'end-without-begin'
  | 'filter-too-large'
  | 'formula-cell'
  | 'formula-cell-empty'
  | 'begin-without-end'
  | 'later-question'
  | 'media-to-record'
  | 'metadata'
  | 'more-not-readable'
  | 'name-missing'
  | 'no-label'
  | 'no-subject'
  | 'no-vietnamese'
  | 'note-with-answer'
  | 'parameters'
  | 'pattern-not-readable'
  | 'proposal-not-carried'
  | 'repeat-in-repeat'
  | 'setting'
  | 'sheet'
  | 'type-missing'
  | 'type-not-supported'
  | 'version-not-whole';

/** Collects the report while a form is read. */
export class Report {
  private readonly found: ReportLine[] = [];

  /** Most lines that are kept: a hostile sheet has hundreds of thousands of faults. */
  static readonly MOST = 500;

  /** Sheet by sheet as they were first spoken of, and in each from the top. */
  get lines(): readonly ReportLine[] {
    const sheets = [...new Set(this.found.map(({ sheet }) => sheet))];
    return [...this.found].sort(
      (a, b) => sheets.indexOf(a.sheet) - sheets.indexOf(b.sheet) || (a.row ?? 0) - (b.row ?? 0),
    );
  }

  add(
    severity: ReportLine['severity'],
    at: { readonly sheet: string; readonly row?: number | undefined; readonly column?: string | undefined },
    code: ReportCode,
    params: ReportLine['params'] = {},
  ): void {
    if (this.found.length >= Report.MOST) return;
    const { sheet, row = null, column = '' } = at;
    this.found.push({ severity, sheet, row, column, code, params });
  }
}
