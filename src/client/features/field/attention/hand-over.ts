import { toBase64url } from '../../../../contract/base64url.ts';
import { handToSupervisor } from '../../../../contract/operations/handed-items.ts';
import type { Storage } from '../../../storage/storage.ts';
import { askOffice } from '../../../sync/ask-office.ts';
import { randomBytes } from '../../../sync/browser-ports.ts';
import type { Troubled } from './find-troubled.ts';

export type HandOverOutcome = 'handed' | 'no-answer' | 'refused';

/**
 * Shows an item to the supervisor: a copy of its sealed bytes where it is an envelope, and why it needs a person. It stays
 * on this tablet as it is.
 */
export async function handOver(
  troubled: Troubled,
  note: string,
  of: { readonly storage: Storage; readonly staffId: string },
): Promise<HandOverOutcome> {
  const sealed =
    troubled.of === 'envelope' ? await of.storage.outbox.readEnvelope(troubled.submissionId) : undefined;
  const asked = await askOffice(
    { storage: of.storage, origin: location.origin, fetch: fetch.bind(globalThis), randomBytes },
    handToSupervisor,
    {
      submissionId: troubled.submissionId,
      of: troubled.of,
      reason: troubled.reason,
      staffId: of.staffId,
      digest: sealed === undefined ? null : (troubled.digest ?? null),
      sealed: sealed === undefined ? null : toBase64url(sealed),
      note,
    },
  );
  return asked.kind === 'answered' ? 'handed' : asked.kind;
}
