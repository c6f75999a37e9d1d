import type { OpenVault } from '../vault/model.ts';
import type { ListEntry } from './model.ts';
import { IndexPageSchema, openRecord, sealRecord, UnreadableRecord } from './record-schemas.ts';
import { type SearchLine, searchLineOf } from './search.ts';
import type { Rows, Tables, Transaction } from './tables.ts';

/*
 * The list of one staff member: on the disk encrypted pages of up to 256 lines, in memory one sorted list with folded
 * text. A change seals one page again (a few tens of kilobytes) whatever the number of records, and unlocking 10,000
 * records opens 40 pages and not 10,000 rows. One counter per staff member (`indexHeads`) tells a tab that another one
 * wrote in between; it then reads the changed pages and tries again.
 */

const LINES_PER_PAGE = 256;

interface Page {
  readonly rev: number;
  /** Undefined for a page that does not open: kept as it is, never written over. */
  readonly lines: ReadonlyMap<string, SearchLine> | undefined;
}

export interface ListIndex {
  readonly rev: number;
  readonly pages: ReadonlyMap<number, Page>;
  /** Newest first. */
  readonly sorted: readonly SearchLine[];
  /** The same, as lists show them; one array for as long as nothing changes. */
  readonly entries: readonly ListEntry[];
  /** Pages that are there and do not open. */
  readonly unreadablePages: number;
}

export type ListChange =
  | { readonly kind: 'put'; readonly entry: ListEntry }
  | { readonly kind: 'remove'; readonly id: string };

/** A change made ready outside the transaction, because sealing cannot be awaited inside one. */
export interface PreparedChange {
  readonly next: ListIndex;
  /** Writes it; false where another tab was faster: nothing is written, load again and prepare again. */
  write(transaction: Transaction): Promise<boolean>;
}

const EMPTY: ListIndex = { rev: 0, pages: new Map(), sorted: [], entries: [], unreadablePages: 0 };

/** Reads the list; pages that `known` holds in their present state are not opened again. */
export async function loadListIndex(tables: Tables, vault: OpenVault, known = EMPTY): Promise<ListIndex> {
  const { staffId } = vault;
  const { head, rows } = await tables.read(async (transaction) => ({
    head: await transaction.get('indexHeads', staffId),
    rows: await transaction.where('indexPages', 'staffId', staffId),
  }));
  const pages = await Promise.all(
    rows.map(async (row): Promise<[number, Page]> => {
      const before = known.pages.get(row.page);
      return [row.page, before?.rev === row.rev ? before : await openPage(vault, row)];
    }),
  );
  return indexOf(head?.rev ?? 0, new Map(pages));
}

/** Makes a change ready: the page it falls on, sealed anew. */
export async function prepareChange(
  index: ListIndex,
  change: ListChange,
  vault: OpenVault,
): Promise<PreparedChange> {
  const { staffId } = vault;
  const page = pageOf(index, change.kind === 'put' ? change.entry.id : change.id);
  const before = index.pages.get(page);
  const lines = new Map(before?.lines);
  if (change.kind === 'put') lines.set(change.entry.id, searchLineOf(change.entry));
  else lines.delete(change.id);
  const rev = (before?.rev ?? 0) + 1;
  const entries = [...lines.values()].map((line) => line.entry);
  const row: Rows['indexPages'] = {
    id: `${staffId}/${page}`,
    staffId,
    page,
    rev,
    sealed: await sealRecord(vault, entries, pageContext(page)),
  };
  const next = indexOf(index.rev + 1, new Map(index.pages).set(page, { rev, lines }));
  return {
    next,
    async write(transaction) {
      const head = await transaction.get('indexHeads', staffId);
      if ((head?.rev ?? 0) !== index.rev) return false;
      await transaction.put('indexPages', row);
      await transaction.put('indexHeads', { staffId, rev: next.rev });
      return true;
    },
  };
}

async function openPage(vault: OpenVault, row: Rows['indexPages']): Promise<Page> {
  try {
    const entries = await openRecord(vault, row.sealed, pageContext(row.page), IndexPageSchema);
    return { rev: row.rev, lines: new Map(entries.map((entry) => [entry.id, searchLineOf(entry)])) };
  } catch (error) {
    if (error instanceof UnreadableRecord) return { rev: row.rev, lines: undefined };
    throw error;
  }
}

function indexOf(rev: number, pages: ReadonlyMap<number, Page>): ListIndex {
  const sorted = [...pages.values()].flatMap((page) => [...(page.lines?.values() ?? [])]);
  sorted.sort((a, b) => compare(b.entry.updatedAt, a.entry.updatedAt) || compare(b.entry.id, a.entry.id));
  const unreadablePages = [...pages.values()].filter((page) => page.lines === undefined).length;
  return { rev, pages, sorted, entries: sorted.map((line) => line.entry), unreadablePages };
}

/** Where a line is, or where a new one goes: the first readable page with room, else a new one. */
function pageOf(index: ListIndex, id: string): number {
  const numbers = [...index.pages].sort(([a], [b]) => a - b);
  const holding = numbers.find(([, page]) => page.lines?.has(id));
  const roomy = numbers.find(([, page]) => page.lines && page.lines.size < LINES_PER_PAGE);
  return (holding ?? roomy)?.[0] ?? (numbers.at(-1)?.[0] ?? -1) + 1;
}

function pageContext(page: number): string {
  return `index/${page}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
