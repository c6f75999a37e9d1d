import { toBase64url } from '../../contract/base64url.ts';
import { readBackup } from '../../contract/draft-backup/layout.ts';
import { resealDraft } from '../../contract/draft-backup/open.ts';
import { importPublicKey, type NamedPublicKey } from '../../contract/keys.ts';
import type { Deps } from '../deps.ts';
import { inTransaction, type Trx } from '../storage/connection.ts';
import { listDraftsOf, markTaken, readDraftBackup } from '../storage/draft-backups.ts';
import { appendAudit } from '../storage/journal.ts';
import type { KeptDraftRow } from '../storage/rows.ts';
import { type DraftAsker, findDraftAsker } from './draft-asker.ts';

export type RestoreDraftsOutcome =
  | {
      readonly kind: 'restored';
      readonly drafts: Restored[];
      /** No longer kept for this person, or sealed to a key that this server does not have. */
      readonly missing: string[];
    }
  | { readonly kind: 'unauthorized' | 'malformed' };

interface Request extends DraftAsker {
  readonly ids: readonly string[];
  readonly restoreKey: string;
}

/**
 * Gives kept drafts to a tablet of the staff member who has them: seal off, seal on, under a key that only that tablet's
 * memory opens. What is kept stays kept until the draft has ended. Repeated it gives them again, and is on record again.
 */
export async function restoreDrafts(deps: Deps, request: Request): Promise<RestoreDraftsOutcome> {
  const about = [request.restoreKey, ...request.ids];
  const staff = await findDraftAsker(deps, request, { action: 'restore', about });
  if (staff === undefined) return { kind: 'unauthorized' };
  const key = await importPublicKey(request.restoreKey, 'sealing');
  if (key === undefined) return { kind: 'malformed' };
  return await inTransaction(deps.db, async (trx) => {
    const kept = await listDraftsOf(trx, staff.id);
    const drafts: Restored[] = [];
    const missing: string[] = [];
    const given: KeptDraftRow[] = [];
    for (const id of new Set(request.ids)) {
      const row = kept.find((draft) => draft.id === id);
      const sealed = row && (await reseal(deps, trx, row, { staffId: staff.id, key }));
      if (row === undefined || sealed === undefined) {
        missing.push(id);
        continue;
      }
      drafts.push({ id, updatedAt: row.updatedAt.toISOString(), sealed: toBase64url(sealed) });
      given.push(row);
    }
    for (const row of given) await record(deps, trx, row, request);
    return { kind: 'restored', drafts, missing };
  });
}

interface Restored {
  readonly id: string;
  readonly updatedAt: string;
  readonly sealed: string;
}

async function reseal(
  deps: Deps,
  trx: Trx,
  row: KeptDraftRow,
  to: { readonly staffId: string; readonly key: NamedPublicKey },
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const bytes = await readDraftBackup(trx, row);
  const parts = bytes && readBackup(bytes);
  const recipient = parts && deps.keys.sealing.find(parts.header.recipientKeyId);
  if (parts === undefined || recipient === undefined) return undefined;
  return await resealDraft(parts, recipient, { ...to, id: row.id, updatedAt: row.updatedAt.toISOString() });
}

async function record(deps: Deps, trx: Trx, row: KeptDraftRow, request: Request): Promise<void> {
  const { deviceId, staffId } = request;
  const at = deps.clock.now();
  await markTaken(trx, { draftId: row.id, staffId, deviceId, at });
  await appendAudit(trx, {
    at,
    staffId,
    deviceId,
    action: 'draft-restored',
    subject: row.id,
    detail: {
      fromDevice: row.deviceId,
      fromStaff: row.staffId,
      updatedAt: row.updatedAt.toISOString(),
      restoreKeyId: (await importPublicKey(request.restoreKey, 'sealing'))?.id ?? null,
    },
  });
}
