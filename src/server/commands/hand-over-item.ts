import type * as z from 'zod';
import { fromBase64url } from '../../contract/base64url.ts';
import type { HandedState } from '../../contract/down/change.ts';
import { sha256Base64url } from '../../contract/keys.ts';
import type { handToSupervisor } from '../../contract/operations/handed-items.ts';
import type { Deps } from '../deps.ts';
import { inTransaction } from '../storage/connection.ts';
import { findHandedState, insertHandedItem } from '../storage/handed-items.ts';
import { appendAudit, appendChange } from '../storage/journal.ts';
import { findStaffById } from '../storage/staff.ts';
import { listStaffOfDevice } from '../storage/staff-keys.ts';

export type HandOverOutcome =
  | { readonly kind: 'handed'; readonly state: HandedState; readonly handedAt: Date }
  /** The bytes are not those that the digest names. */
  | { readonly kind: 'malformed' }
  /** Nobody of this tablet. */
  | { readonly kind: 'forbidden' };

/**
 * Keeps a copy of an item that intake could not take, for a person to look at. It is not taken in by this: no dossier, no
 * receipt, and the tablet keeps its own. `@idempotent with submissionId, of and digest`
 */
export async function handOverItem(
  deps: Deps,
  deviceId: string,
  asked: z.output<NonNullable<typeof handToSupervisor.body>>,
): Promise<HandOverOutcome> {
  const sealed = asked.sealed === null ? null : fromBase64url(asked.sealed);
  if (sealed === undefined) return { kind: 'malformed' };
  if (sealed !== null && (await sha256Base64url(sealed)) !== asked.digest) return { kind: 'malformed' };
  if (!(await listStaffOfDevice(deps.db, deviceId)).includes(asked.staffId)) return { kind: 'forbidden' };
  const handedAt = deps.clock.now();
  return inTransaction(deps.db, async (trx) => {
    const staff = await findStaffById(trx, asked.staffId);
    if (staff === undefined) return { kind: 'forbidden' };
    const { submissionId, of, reason, digest } = asked;
    const item = { ...asked, sealed, id: deps.random.id(), deviceId, commune: staff.commune, handedAt };
    if (!(await insertHandedItem(trx, item))) {
      const known = await findHandedState(trx, item);
      if (known === undefined) throw new Error(`handed item ${submissionId} is neither there nor new`);
      return { kind: 'handed', ...known };
    }
    await appendChange(trx, staff.id, {
      kind: 'handed-item',
      submissionId,
      state: 'waiting',
      at: handedAt.toISOString(),
    });
    await appendAudit(trx, {
      at: handedAt,
      staffId: staff.id,
      deviceId,
      action: 'item-handed-over',
      subject: submissionId,
      detail: { of, reason, digest },
    });
    return { kind: 'handed', state: 'waiting', handedAt };
  });
}
