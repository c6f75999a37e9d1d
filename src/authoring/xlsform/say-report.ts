import { type AuthorLanguage, sentence } from '../sentences.ts';
import type { FormFault } from './import/import-form.ts';
import type { ReportLine } from './report.ts';

/** A line of a report as an author reads it. */
export interface SaidLine {
  readonly severity: ReportLine['severity'];
  readonly sheet: string;
  readonly row: number | null;
  readonly column: string;
  readonly message: string;
}

export function sayReport(report: readonly ReportLine[], language: AuthorLanguage): readonly SaidLine[] {
  return report.map(({ severity, sheet, row, column, code, params }) => ({
    severity,
    sheet,
    row,
    column,
    message: sentence(language, `report.${code}`, inWords(params, language)),
  }));
}

/** Why a file was refused, in one sentence. */
export function sayFault({ kind, ...params }: FormFault, language: AuthorLanguage): string {
  return sentence(language, `faults.${kind}`, params);
}

/** What could have stood in an expression is a word of its own in each language. */
function inWords(params: ReportLine['params'], language: AuthorLanguage): ReportLine['params'] {
  const { expected } = params;
  return typeof expected === 'string'
    ? { ...params, expected: sentence(language, `expected.${expected}`) }
    : params;
}
