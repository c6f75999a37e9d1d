import * as z from 'zod';
import { TABLE_NAMES, type TableName } from './tables.ts';

/*
 * How one layout of the tables becomes the next (I9). The browser runs an upgrade in one transaction of its own: whoever
 * throws in it, or dies in it, leaves the old layout with every row. So each step counts before and after, and throws
 * rather than lose: the app then says so, and what waits can still be sent from the old layout (`openAsItIs`).
 */

/**
 * Newest layout of the tables. 1: the first release. 2: drafts' backups, wishes, news and lists of receipts. 3: procedures
 * that the office published. 4: languages, with voices and what the workshop made; the kiosk. 5: work and reports of staff.
 */
export const LAYOUT = 5;

/** Layout that first had a table; those not named were there from the start. */
const SINCE: Partial<Record<TableName, number>> = {
  draftBackups: 2,
  sendingWishes: 2,
  officeNews: 2,
  receiptLists: 2,
  procedurePackages: 3,
  languagePacks: 4,
  sounds: 4,
  contributions: 4,
  contributors: 4,
  kiosks: 4,
  kioskVisits: 4,
  fieldWork: 5,
  reports: 5,
};

export function tablesOf(layout: number): readonly TableName[] {
  return TABLE_NAMES.filter((name) => (SINCE[name] ?? 1) <= layout);
}

/** How the rows of one table are written anew. A row that is not of the old shape is left as it is, byte for byte. */
export interface Rewrite {
  readonly from: z.ZodType;
  readonly change: (row: unknown) => unknown;
  readonly to: z.ZodType;
}

export interface Step {
  /** The layout this step makes of the one before. */
  readonly to: number;
  readonly rewrites: Partial<Record<TableName, Rewrite>>;
}

/** One step for each layout after the first, in order. */
export const STEPS: readonly Step[] = [
  { to: 2, rewrites: {} },
  { to: 3, rewrites: {} },
  { to: 4, rewrites: {} },
  { to: 5, rewrites: {} },
];

/** The rows of one table inside the browser's upgrade transaction. */
export interface UpgradingTable {
  count(): Promise<number>;
  /** Goes through all rows; what `change` gives back takes the row's place, undefined leaves it. */
  rewrite(change: (row: unknown) => unknown): Promise<void>;
}

/** An upgrade that would have lost or spoilt something. Nothing was changed. Names tables and numbers, no person. */
export class MigrationRefused extends Error {
  override readonly name = 'MigrationRefused';
}

/** Runs one step, and throws `MigrationRefused` where a table does not keep each of its rows. */
export async function runStep(step: Step, table: (name: TableName) => UpgradingTable): Promise<void> {
  const names = tablesOf(step.to - 1);
  const before = new Map<TableName, number>();
  for (const name of names) before.set(name, await table(name).count());
  for (const name of names) {
    const rewrite = step.rewrites[name];
    if (rewrite !== undefined) await table(name).rewrite((row) => changed(name, rewrite, row));
  }
  for (const name of names) {
    const after = await table(name).count();
    if (after !== before.get(name))
      throw new MigrationRefused(
        `${name} had ${before.get(name)} rows before layout ${step.to} and ${after} after`,
      );
  }
}

function changed(name: TableName, { from, change, to }: Rewrite, row: unknown): unknown {
  if (!from.safeParse(row).success) return undefined;
  const next = change(row);
  const verdict = to.safeParse(next);
  if (!verdict.success)
    throw new MigrationRefused(`a row of ${name} does not fit: ${z.prettifyError(verdict.error)}`);
  return next;
}
