import { type AuthorLanguage, sentence } from '../../sentences.ts';
import type { ExportNote } from './question-row.ts';

/** What could not be said in a spreadsheet, as an author reads it. */
export function sayExport(notes: readonly ExportNote[], language: AuthorLanguage): readonly string[] {
  return notes.map(({ name, code }) => sentence(language, `export.${code}`, { name }));
}
