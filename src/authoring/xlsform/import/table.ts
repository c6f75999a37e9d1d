import type { Sheet } from '../workbook/workbook.ts';

/*
 * A sheet as a table: headings in the first row that has any. `label::English (en)` is the column `label` in `en`; ODK
 * has had other spellings of the same over the years, which are read alike.
 */

export interface Heading {
  /** As XLSForm calls it today. */
  readonly name: string;
  /** Code of a language (BCP 47); empty for the form's default language. */
  readonly language: string;
  /** As the author wrote it. */
  readonly written: string;
}

export interface TableRow {
  /** As the spreadsheet counts. */
  readonly number: number;
  /** What stands below a heading that is not by language; empty where nothing does. */
  readonly get: (name: string) => string;
  /** What stands below a heading, by language. */
  readonly inLanguages: (name: string) => ReadonlyMap<string, string>;
  /** Every heading with something below it in this row. */
  readonly filled: readonly Heading[];
}

export interface Table {
  readonly sheet: string;
  readonly headings: readonly Heading[];
  readonly rows: readonly TableRow[];
}

const OTHER_SPELLINGS: ReadonlyMap<string, string> = new Map([
  ['list name', 'list_name'],
  ['relevance', 'relevant'],
  ['bind::relevant', 'relevant'],
  ['bind::required', 'required'],
  ['bind::constraint', 'constraint'],
  ['bind::jr:constraintmsg', 'constraint_message'],
  ['bind::jr:requiredmsg', 'required_message'],
  ['bind::calculate', 'calculation'],
  ['bind::readonly', 'read_only'],
  ['calculate', 'calculation'],
  ['readonly', 'read_only'],
  ['read only', 'read_only'],
  ['constraint message', 'constraint_message'],
  ['required message', 'required_message'],
  ['repeat_count', 'repeat_count'],
  ['jr:count', 'repeat_count'],
  ['control::jr:count', 'repeat_count'],
  ['control::appearance', 'appearance'],
  ['choice filter', 'choice_filter'],
  ['caption', 'label'],
  ['value', 'name'],
  ['image', 'media::image'],
  ['audio', 'media::audio'],
  ['video', 'media::video'],
]);

/** Columns whose rest behind `::` is a language. */
const BY_LANGUAGE =
  /^(label|hint|guidance_hint|constraint_message|constraint message|required_message|required message|media::?(?:image|big-image|audio|video)|image|audio|video|caption)(?:::?\s*(.+))?$/;

export function readTable(sheet: Sheet): Table {
  const first = sheet.rows.findIndex((row) => row.size > 0);
  const columns = [...(sheet.rows[first] ?? [])].map(([column, { text }]) => ({
    column,
    heading: headingOf(text),
  }));
  const rows = sheet.rows.slice(first + 1).flatMap((cells, index): TableRow[] => {
    if (cells.size === 0) return [];
    const filled = columns.flatMap(({ column, heading }) => {
      const text = cells.get(column)?.text ?? '';
      return text === '' ? [] : [{ heading, text }];
    });
    if (filled.length === 0) return [];
    return [
      {
        number: first + index + 2,
        get: (name) =>
          filled.find(({ heading }) => heading.name === name && heading.language === '')?.text ?? '',
        inLanguages: (name) =>
          new Map(
            filled
              .filter(({ heading }) => heading.name === name)
              .map(({ heading, text }) => [heading.language, text]),
          ),
        filled: filled.map(({ heading }) => heading),
      },
    ];
  });
  return { sheet: sheet.name, headings: columns.map(({ heading }) => heading), rows };
}

function headingOf(written: string): Heading {
  const folded = written.trim().replaceAll(/\s+/g, ' ');
  const [, column, language] = BY_LANGUAGE.exec(folded.toLowerCase()) ?? [];
  if (column !== undefined && language !== undefined) {
    const name = column.replace(/^media::?/, 'media::');
    return { name: OTHER_SPELLINGS.get(name) ?? name, language: languageOf(language), written };
  }
  const name = folded.toLowerCase();
  return { name: OTHER_SPELLINGS.get(name) ?? name, language: '', written };
}

const NAMED: ReadonlyMap<string, string> = new Map([
  ['english', 'en'],
  ['vietnamese', 'vi'],
  ['tiếng việt', 'vi'],
  ['tieng viet', 'vi'],
]);

/** `English (en)` is `en`. A name without a code that nobody knows keeps a question mark, which no language tag has. */
export function languageOf(written: string): string {
  const name = written.trim().toLowerCase();
  const code = /\(([a-z]{2,3}(?:-[a-z0-9]{2,8})*)\)\s*$/.exec(name)?.[1];
  if (code !== undefined) return code;
  return NAMED.get(name) ?? (/^[a-z]{2}$/.test(name) ? name : `?${name}`);
}
