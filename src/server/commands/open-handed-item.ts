import { openEnvelope } from '../../contract/envelope/open.ts';
import type { HandedContent } from '../../contract/operations/handed-items.ts';
import type { Deps } from '../deps.ts';
import type { Actor } from '../policies/reach.ts';
import { inTransaction } from '../storage/connection.ts';
import { findHandedBytes } from '../storage/handed-items.ts';
import { appendAudit } from '../storage/journal.ts';
import type { HandedItemRow } from '../storage/rows.ts';
import { findStaffKey } from '../storage/staff-keys.ts';
import { envelopeSigner } from './envelope-signer.ts';

/** What can be read of a handed item, for somebody who may see it; that it was looked at goes on record first. */
export async function openHandedItem(deps: Deps, by: Actor, item: HandedItemRow): Promise<HandedContent> {
  const bytes = await findHandedBytes(deps.db, item.id);
  if (bytes === undefined) return { kind: 'nothing-handed' };
  const opened = await openEnvelope(bytes, {
    recipientKeys: (keyId) => deps.keys.sealing.find(keyId),
    signerKey: async (keyId) => {
      const signer = await findStaffKey(deps.db, keyId);
      return signer === undefined ? undefined : envelopeSigner(signer);
    },
  });
  if (opened.kind !== 'opened') return { kind: 'does-not-open', why: opened.kind };
  await inTransaction(deps.db, (trx) =>
    appendAudit(trx, {
      at: deps.clock.now(),
      staffId: by.staffId,
      deviceId: null,
      action: 'handed-item-seen',
      subject: item.submissionId,
      detail: { id: item.id },
    }),
  );
  const { procedure, provisionalReference, finishedAt, answers, attachments } = opened.submission;
  return {
    kind: 'readable',
    procedureId: procedure.id,
    procedureVersion: procedure.version,
    provisionalReference,
    finishedAt,
    answers,
    attachments: attachments.length,
  };
}
