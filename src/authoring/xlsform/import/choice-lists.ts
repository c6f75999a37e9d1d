import type { Report } from '../report.ts';
import { isReserved } from './names.ts';
import type { Table, TableRow } from './table.ts';

export interface Choice {
  readonly value: string;
  readonly row: TableRow;
  /** Every column of the row as `choice_filter` sees it; a column without anything is the empty text. */
  readonly columns: ReadonlyMap<string, string>;
}

/** Choices of all lists together, and answers that all questions offer together, at most: a commune has no more. */
const MOST_CHOICES = 6000;

/** The lists of the choices sheet, by the name the author gave them. */
export function readChoiceLists(
  choices: Table | undefined,
  report: Report,
): ReadonlyMap<string, readonly Choice[]> {
  const lists = new Map<string, Choice[]>();
  if (choices === undefined) return lists;
  const { sheet } = choices;
  const headings = [...new Set(choices.headings.map(({ name }) => name))];
  for (const [index, row] of choices.rows.entries()) {
    const at = { sheet, row: row.number };
    const listName = row.get('list_name');
    const value = row.get('name');
    if (listName === '') continue;
    if (index >= MOST_CHOICES) {
      report.add('error', at, 'choices-too-many', { most: MOST_CHOICES });
      break;
    }
    const list = lists.get(listName) ?? [];
    lists.set(listName, list);
    const column = 'name';
    if (value === '') report.add('error', { ...at, column }, 'name-missing');
    else if (/\s/.test(value)) report.add('error', { ...at, column }, 'choice-value-blank', { value });
    else if (value.length > 200 || value.split('.').some(isReserved))
      report.add('error', { ...at, column }, 'choice-value-reserved', { value: value.slice(0, 40) });
    else if (list.some((one) => isSamePlace(one.value, value)))
      report.add('error', { ...at, column }, 'choice-twice', { value });
    else list.push({ value, row, columns: new Map(headings.map((name) => [name, row.get(name)])) });
  }
  return lists;
}

/** In the texts a dot is nesting: `1` and `1.5` would be a sentence and a table in the same place. */
function isSamePlace(one: string, other: string): boolean {
  return one === other || one.startsWith(`${other}.`) || other.startsWith(`${one}.`);
}
