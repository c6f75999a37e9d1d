import type { Draft, KioskVisit } from '../../../../storage/model.ts';
import type { Records, Storage } from '../../../../storage/storage.ts';
import { openKioskKeys, openVisit } from '../../../../vault/kiosk-keys.ts';
import { findReadable } from '../find-readable.ts';
import type { Session } from '../services.ts';

type Kept = Pick<Storage, 'kiosk' | 'openRecords' | 'closeRecords'>;

/**
 * Takes over what people left at the kiosk: each draft in which anything was said becomes one of this person's own, with
 * its photos and marked as from the kiosk; then the visit goes. A draft is moved in one transaction, and the visit goes only
 * after its drafts, so breaking off anywhere loses nothing. One that does not open stays as it is. Resolves with how many came.
 */
export async function takeInVisits(storage: Kept, session: Session): Promise<number> {
  const { vault, records } = session;
  const visits = await storage.kiosk.listVisits(vault.staffId);
  if (visits.length === 0) return 0;
  const keys = await storage.kiosk.findKeys(vault.staffId);
  const pair = keys && (await openKioskKeys(vault, keys));
  if (pair === undefined) return 0;
  let taken = 0;
  for (const visit of visits) {
    const opened = await openVisit(visit.id, visit.sealedKey, pair);
    if (opened === undefined) continue;
    const outcome = await takeIn(visit, await storage.openRecords(opened), records);
    storage.closeRecords(visit.id);
    opened.close();
    if (outcome === 'kept') continue;
    await storage.kiosk.forgetVisit(visit.id);
    taken += outcome;
  }
  return taken;
}

async function takeIn(visit: KioskVisit, from: Records, into: Records): Promise<number | 'kept'> {
  const { number } = visit;
  if (number === undefined || from.unreadablePages() > 0) return 'kept';
  let taken = 0;
  for (const entry of from.listEntries()) {
    const found = await findReadable(from.findDraft(entry.id));
    if (found.kind === 'unreadable') return 'kept';
    if (found.kind === 'nothing' || isEmpty(found.value)) continue;
    const draft: Draft = { ...found.value, kiosk: number };
    const outcome = await into.takeBackDraft(draft, { ...entry, kiosk: number });
    if (outcome.kind === 'no-space') return 'kept';
    taken += 1;
  }
  return taken;
}

/** Begun, and nothing said: nobody misses it. */
export function isEmpty(draft: Pick<Draft, 'answers' | 'attachments'>): boolean {
  return Object.keys(draft.answers).length === 0 && draft.attachments.length === 0;
}
