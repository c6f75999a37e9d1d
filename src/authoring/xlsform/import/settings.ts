import type { Report } from '../report.ts';
import { Ids } from './names.ts';
import { languageOf, type Table } from './table.ts';

export interface Settings {
  readonly id: string;
  readonly version: number;
  /** By language, as headings have it; empty where the form has no title. */
  readonly title: ReadonlyMap<string, string>;
  /** The language of headings that name none; empty where the form does not say. */
  readonly language: string;
  readonly source: string;
}

const READ: ReadonlySet<string> = new Set([
  'form_title',
  'title',
  'form_id',
  'id_string',
  'version',
  'default_language',
]);

/** The settings sheet has one row below its headings. `given` is what the importing person says instead. */
export function readSettings(
  settings: Table | undefined,
  given: { readonly fileName: string; readonly id?: string; readonly version?: number },
  report: Report,
): Settings {
  const row = settings?.rows[0];
  const get = (...names: readonly string[]) =>
    names.map((name) => row?.get(name) ?? '').find((text) => text !== '') ?? '';
  const sheet = settings?.sheet ?? 'settings';
  for (const { name, written } of row?.filled ?? [])
    if (!READ.has(name))
      report.add('warning', { sheet, row: row?.number, column: written }, 'setting', { name: written });
  const bare = given.fileName.replace(/\.[^.]*$/, '');
  const title = get('form_title', 'title');
  const written = get('version');
  const isWhole = /^[1-9]\d{0,2}$/.test(written);
  if (written !== '' && !isWhole)
    report.add('warning', { sheet, row: row?.number, column: 'version' }, 'version-not-whole', {
      version: written.slice(0, 40),
    });
  const language = get('default_language') === '' ? '' : languageOf(get('default_language'));
  return {
    id: given.id ?? procedureIdOf(get('form_id', 'id_string') || bare),
    version: given.version ?? (isWhole ? Number(written) : 1),
    title: new Map(title === '' ? [] : [['', title]]),
    language: language.startsWith('?') ? '' : language,
    source: `XLSForm ${given.fileName}${written === '' ? '' : ` (${written})`}`.slice(0, 200),
  };
}

/** `household_survey` is `household-survey`: procedures are named with hyphens. */
function procedureIdOf(name: string): string {
  const parts = name.split(/[^\p{L}\p{M}\p{N}]+/u).filter((part) => part !== '');
  const ids = new Ids();
  const id = parts.map((part) => ids.plain(part, 'x').toLowerCase()).join('-');
  return id === '' ? 'form' : id.slice(0, 60).replace(/-+$/, '');
}
