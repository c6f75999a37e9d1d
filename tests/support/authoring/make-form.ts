import { type WrittenSheet, writeWorkbook } from '../../../src/authoring/xlsform/write-workbook.ts';

/** A form as an author draws it: a table in text, `|` between cells, the headings in the first line. */
export interface DrawnForm {
  readonly survey: string;
  readonly choices?: string;
  readonly settings?: string;
}

/** The workbook that a spreadsheet program would save. */
export function makeForm(form: DrawnForm): Promise<Uint8Array> {
  const sheets = Object.entries(form).map(([name, drawn]): WrittenSheet => ({ name, rows: rowsOf(drawn) }));
  return writeWorkbook(sheets);
}

function rowsOf(drawn: string): readonly (readonly string[])[] {
  return drawn
    .trim()
    .split('\n')
    .map((line) =>
      line
        .trim()
        .replace(/^\||\|$/g, '')
        .split('|')
        .map((cell) => cell.trim().replaceAll('¦', '|')),
    );
}
