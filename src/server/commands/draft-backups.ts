import { type BackupParts, readBackup } from '../../contract/draft-backup/layout.ts';
import { verifyDraftBackup } from '../../contract/draft-backup/open.ts';
import { importPublicKey, sha256Base64url } from '../../contract/keys.ts';
import type { Deps } from '../deps.ts';
import { inTransaction, type Trx } from '../storage/connection.ts';
import { findHolder, isSubmitted, lockDraftBackup, putDraftBackup } from '../storage/draft-backups.ts';
import { appendAudit } from '../storage/journal.ts';
import { getOfficeSettings } from '../storage/settings.ts';
import { findStaffById } from '../storage/staff.ts';
import { findStaffKey, type StaffKeyRow } from '../storage/staff-keys.ts';

export type DraftBackupOutcome =
  /** The office has this state, a newer one, or has no use for it any more: the tablet need not send it again. */
  | { readonly kind: 'kept' }
  /** Nothing was written; what the tablet makes next of this draft may be better. */
  | {
      readonly kind: 'refused';
      readonly reason:
        | 'unreadable'
        | 'header-differs'
        | 'signer-unknown'
        | 'signature-invalid'
        | 'not-the-holder';
    };

export interface DraftBackupArrival {
  /** Id and moment under which the tablet sent it. */
  readonly id: string;
  readonly updatedAt: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The tablet that brought it; whose it is follows from the key that signed. */
  readonly deviceId: string;
}

/**
 * Takes one draft into the office's keeping, as it came: the signature is checked, the seal is not opened. An older state
 * never takes the place of a newer one. `@idempotent with id, tablet and moment`
 */
export async function takeInDraftBackup(
  deps: Deps,
  arrival: DraftBackupArrival,
): Promise<DraftBackupOutcome> {
  const parts = readBackup(arrival.bytes);
  if (parts === undefined) return { kind: 'refused', reason: 'unreadable' };
  const { header } = parts;
  if (header.id !== arrival.id || Date.parse(header.updatedAt) !== Date.parse(arrival.updatedAt))
    return { kind: 'refused', reason: 'header-differs' };
  const key = await findStaffKey(deps.db, header.signerKeyId);
  if (key?.staffId !== header.staffId) return { kind: 'refused', reason: 'signer-unknown' };
  const signer = await importPublicKey(key.publicKey, 'signing');
  if (signer === undefined || !(await verifyDraftBackup(parts, signer.publicKey)))
    return { kind: 'refused', reason: 'signature-invalid' };
  return await inTransaction(deps.db, (trx) => keep(deps, trx, { ...arrival, parts, key }));
}

async function keep(
  deps: Deps,
  trx: Trx,
  {
    parts,
    key,
    bytes,
    deviceId: broughtBy,
  }: DraftBackupArrival & { readonly parts: BackupParts; readonly key: StaffKeyRow },
): Promise<DraftBackupOutcome> {
  const { header } = parts;
  const { id, staffId, what } = header;
  const at = deps.clock.now();
  const updatedAt = new Date(header.updatedAt);
  const of = { id, deviceId: key.deviceId, staffId };
  if (!(await getOfficeSettings(trx)).tablets.backups || (await isSubmitted(trx, id)))
    return { kind: 'kept' };
  const before = await lockDraftBackup(trx, of);
  if (before && before.updatedAt >= updatedAt) return { kind: 'kept' };

  const holder = (await findHolder(trx, id)) ?? staffId;
  // Who gives a first state of somebody else's draft must have been given it.
  if (holder !== staffId && before === undefined) return { kind: 'refused', reason: 'not-the-holder' };
  // Who has given a draft away cannot end it for the one who has it now; nor is there news of a draft nobody heard of.
  if (what === 'ended' && (holder !== staffId || before === undefined)) return { kind: 'kept' };

  const staff = await findStaffById(trx, staffId);
  if (staff === undefined) throw new Error(`no staff ${staffId}`);
  await putDraftBackup(trx, {
    ...of,
    commune: staff.commune,
    procedureId: header.procedureId,
    updatedAt,
    sealed: what === 'draft' ? bytes : null,
    at,
  });
  await appendAudit(trx, {
    at,
    staffId,
    deviceId: key.deviceId,
    action: what === 'draft' ? 'draft-kept' : 'draft-ended',
    subject: id,
    detail: { updatedAt: header.updatedAt, digest: await sha256Base64url(bytes), broughtBy },
  });
  return { kind: 'kept' };
}
