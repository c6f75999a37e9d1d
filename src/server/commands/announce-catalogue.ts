import { isDeepStrictEqual } from 'node:util';
import { civilDate } from '../../domain/calendar/civil-date.ts';
import { procedures } from '../../procedures/catalogue.ts';
import type { Deps } from '../deps.ts';
import { languagePacks } from '../language-packs.ts';
import { presentCatalogue } from '../presenters/catalogue.ts';
import { findLastForAll } from '../storage/changes.ts';
import { inTransaction } from '../storage/connection.ts';
import { appendAudit, appendChange, holdJournal } from '../storage/journal.ts';

/**
 * Tells every tablet what the office works with, where that differs from what was told last: at the start of a server, and
 * while it runs, because a procedure can end with a day. Several servers may do so at once: one of them speaks.
 */
export async function announceCatalogue(deps: Deps): Promise<'announced' | 'unchanged'> {
  const now = deps.clock.now();
  const catalogue = presentCatalogue(procedures, languagePacks, civilDate(now.toISOString()));
  return inTransaction(deps.db, async (trx) => {
    await holdJournal(trx);
    const last = await findLastForAll(trx, 'catalogue');
    if (last !== undefined) {
      const { cursor: _cursor, ...said } = last;
      if (isDeepStrictEqual(said, catalogue)) return 'unchanged';
    }
    await appendChange(trx, null, catalogue);
    await appendAudit(trx, {
      at: now,
      staffId: null,
      deviceId: null,
      action: 'catalogue-announced',
      subject: 'catalogue',
      detail: { ...catalogue },
    });
    return 'announced';
  });
}
