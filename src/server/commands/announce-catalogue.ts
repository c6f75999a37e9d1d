import { isDeepStrictEqual } from 'node:util';
import { civilDate } from '../../domain/calendar/civil-date.ts';
import type { Deps } from '../deps.ts';
import { presentCatalogue, presentPacks } from '../presenters/catalogue.ts';
import { findLastForAll } from '../storage/changes.ts';
import { inTransaction, type Trx } from '../storage/connection.ts';
import { appendAudit, appendChange, holdJournal } from '../storage/journal.ts';
import { listLanguagePacks } from '../storage/language-packs.ts';

/**
 * Tells every tablet what the office works with, where that differs from what was told last: at the start of a server, and
 * while it runs, because a procedure can begin or end with a day. Several servers may do so at once: one of them speaks.
 */
export async function announceCatalogue(deps: Deps): Promise<'announced' | 'unchanged'> {
  return inTransaction(deps.db, (trx) => announceIn(deps, trx));
}

/** The same in the transaction of a command, as the last of its writes. See: [Note: One journal row] */
export async function announceIn(deps: Deps, trx: Trx): Promise<'announced' | 'unchanged'> {
  const now = deps.clock.now();
  await holdJournal(trx);
  const versions = await deps.procedures.list(trx);
  const packs = presentPacks(deps.languages, await listLanguagePacks(trx));
  const catalogue = presentCatalogue(versions, packs, civilDate(now.toISOString()));
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
}
