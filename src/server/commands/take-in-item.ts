import type { Refusal } from '../../contract/down/down-message.ts';
import type { Receipt } from '../../contract/down/receipt.ts';
import { sha256Base64url } from '../../contract/keys.ts';
import type { ArrivedItem } from '../../contract/up/up-reader.ts';
import type { Deps } from '../deps.ts';
import { takeInDraftBackup } from './draft-backups.ts';
import { takeInAttachment } from './take-in-attachment.ts';
import { takeInEnvelope } from './take-in-envelope.ts';

/** What became of one item of a sync request. */
export type ItemOutcome =
  | { readonly kind: 'received'; readonly receipt: Receipt }
  /** `digest`: of the bytes that were refused. */
  | ({ readonly kind: 'refused' } & Pick<Refusal, 'reason' | 'detail' | 'digest'>)
  /** A draft backup that need not be sent again. */
  | { readonly kind: 'kept' }
  /** Nothing to say yet: an attachment whose envelope is not there, a draft that the office does not take. */
  | { readonly kind: 'silent' };

/** Takes in one item by itself: a bad one keeps no other back (I6), and repeating it is harmless (I3). */
export async function takeInItem(deps: Deps, item: ArrivedItem, deviceId: string): Promise<ItemOutcome> {
  switch (item.kind) {
    case 'envelope':
      return takeInSealed(deps, item, deviceId);
    case 'attachment': {
      const { id, bytes } = item;
      const outcome = await takeInAttachment(deps, { id, bytes, deviceId });
      if (outcome.kind === 'envelope-awaited') return { kind: 'silent' };
      if (outcome.kind === 'refused') return outcome;
      return received({ of: 'attachment', id, digest: outcome.digest, at: outcome.storedAt });
    }
    case 'backup': {
      const { id, updatedAt, bytes } = item;
      const outcome = await takeInDraftBackup(deps, { id, updatedAt, bytes, deviceId });
      return outcome.kind === 'kept' ? { kind: 'kept' } : { kind: 'silent' };
    }
  }
}

async function takeInSealed(
  deps: Deps,
  { id, bytes }: ArrivedItem & { kind: 'envelope' },
  deviceId: string,
): Promise<ItemOutcome> {
  if (id === undefined) {
    const digest = await sha256Base64url(bytes);
    return { kind: 'refused', reason: 'unreadable', detail: 'not an envelope', digest };
  }
  const outcome = await takeInEnvelope(deps, { id, bytes, carriedBy: { deviceId } });
  if (outcome.kind === 'received')
    return received({ of: 'envelope', id, digest: outcome.digest, at: outcome.receivedAt });
  const { reason, detail, digest } = outcome.refusal;
  return { kind: 'refused', reason, digest, ...(detail !== undefined && { detail }) };
}

function received(of: Pick<Receipt, 'of' | 'id' | 'digest'> & { readonly at: Date }): ItemOutcome {
  const { at, ...rest } = of;
  return { kind: 'received', receipt: { ...rest, receivedAt: at.toISOString() } };
}
