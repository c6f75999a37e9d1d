import type { EnvelopeSigner } from '../../contract/envelope/open.ts';
import { importPublicKey } from '../../contract/keys.ts';
import type { StaffKeyRow } from '../storage/staff-keys.ts';

/** A kept key as envelopes are verified with it: with whose it is, which the envelope does not say. */
export async function envelopeSigner(row: StaffKeyRow): Promise<EnvelopeSigner | undefined> {
  const key = await importPublicKey(row.publicKey, 'signing');
  return key && { ...key, staffId: row.staffId, deviceId: row.deviceId };
}
