import { type DraftProofOf, verifyDraftProof } from '../../contract/draft-backup/proof.ts';
import { importPublicKey } from '../../contract/keys.ts';
import type { Deps } from '../deps.ts';
import type { StaffRow } from '../storage/rows.ts';
import { findStaffById } from '../storage/staff.ts';
import { findStaffKey } from '../storage/staff-keys.ts';

/** Who asks for drafts, as the body of the operation names them. */
export interface DraftAsker {
  readonly deviceId: string;
  readonly staffId: string;
  readonly signerKeyId: string;
  readonly proof: string;
}

/**
 * The staff member, when their own key on this very tablet proves that they ask: the tablet's signature alone says only
 * that it is switched on. Undefined otherwise.
 */
export async function findDraftAsker(
  deps: Deps,
  asker: DraftAsker,
  asked: Pick<DraftProofOf, 'action' | 'about'>,
): Promise<StaffRow | undefined> {
  const { deviceId, staffId, signerKeyId, proof } = asker;
  const key = await findStaffKey(deps.db, signerKeyId);
  if (key?.staffId !== staffId || key.deviceId !== deviceId) return undefined;
  const named = await importPublicKey(key.publicKey, 'signing');
  const isProven =
    named !== undefined && (await verifyDraftProof(proof, { ...asked, deviceId, staffId }, named.publicKey));
  return isProven ? await findStaffById(deps.db, staffId) : undefined;
}
