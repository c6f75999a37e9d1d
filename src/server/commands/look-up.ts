import type { PartialDate } from '../../domain/citizen/partial-date.ts';
import { isBirthDateKnown } from '../../domain/dossier/look-up.ts';
import type { Deps } from '../deps.ts';
import { inTransaction } from '../storage/connection.ts';
import { findByCode, findPublicAccount, findPublicDossier } from '../storage/public-look-up.ts';
import { beginTry, endTry } from '../storage/public-tries.ts';
import type { PublicAccountRow, PublicDossierRow } from '../storage/rows.ts';
import { triesFrom, triesOfLookUp } from './public-tries.ts';

export type LookUpOutcome =
  | { readonly kind: 'dossier'; readonly dossier: PublicDossierRow }
  | { readonly kind: 'account'; readonly account: PublicAccountRow }
  /** No such code, or another birth date: the same answer after the same work, so that nobody learns which codes exist. */
  | { readonly kind: 'not-found' }
  | { readonly kind: 'wait'; readonly seconds: number };

/** What somebody sees who has a slip's code and knows when the person was born who filed. Wrong tries are counted. */
export async function lookUp(
  deps: Deps,
  asked: { readonly code: string; readonly birthDate: PartialDate; readonly address: string },
): Promise<LookUpOutcome> {
  const ofCode = triesOfLookUp(asked.code);
  const tries = [ofCode, triesFrom(asked.address)];
  return inTransaction(deps.db, async (trx): Promise<LookUpOutcome> => {
    const seconds = await beginTry(trx, tries, deps.clock.now());
    if (seconds > 0) return { kind: 'wait', seconds };
    const found = await findByCode(trx, asked.code);
    const known = isBirthDateKnown(found?.birthDate ?? null, asked.birthDate);
    if (found === undefined || !known) return { kind: 'not-found' };
    await endTry(trx, tries, [ofCode]);
    return found.of === 'dossier'
      ? { kind: 'dossier', dossier: await findPublicDossier(trx, found.id) }
      : { kind: 'account', account: await findPublicAccount(trx, found.id) };
  });
}
