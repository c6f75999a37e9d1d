import type { Trx } from '../../storage/connection.ts';
import { appendChange } from '../../storage/journal.ts';

/** Lets the tablets of these people know that their work is another; says nothing of it. Last in a transaction. */
export async function tellVisitors(trx: Trx, staffIds: readonly string[]): Promise<void> {
  for (const staffId of new Set(staffIds)) await appendChange(trx, staffId, { kind: 'work', staffId });
}
