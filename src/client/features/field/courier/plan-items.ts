import { cutIntoParts, type OwnedItem } from '../../../../contract/courier/courier-set.ts';
import type { PlannedSet, SetName } from '../../../../contract/courier/planned-set.ts';
import type { Storage } from '../../../storage/storage.ts';

type Stores = Pick<Storage, 'outbox'>;

/** The sealed items of the chosen submissions, each submission's together. `ownDevice` is this tablet's id. */
export async function planItems(
  { outbox }: Stores,
  chosen: ReadonlySet<string>,
  set: SetName & { readonly ownDevice: string },
): Promise<PlannedSet> {
  const [envelopes, attachments] = await Promise.all([outbox.listEnvelopes(), outbox.listAttachments()]);
  const ownerOf = (row: { readonly staffId: string; readonly carriedFor?: string }) => ({
    deviceId: row.carriedFor ?? set.ownDevice,
    staffId: row.staffId,
  });
  const items: OwnedItem[] = [];
  for (const submissionId of chosen) {
    const envelope = envelopes.find((row) => row.id === submissionId && row.state !== 'received');
    const bytes = envelope && (await outbox.readEnvelope(envelope.id));
    if (envelope !== undefined && bytes !== undefined) {
      const { id, digest } = envelope;
      items.push({ of: 'envelope', id, digest, length: bytes.length, owner: ownerOf(envelope) });
    }
    for (const row of attachments) {
      if (row.submissionId !== submissionId || row.state === 'received') continue;
      const { id, ciphertextDigest: digest, ciphertextSize: length } = row;
      items.push({ of: 'attachment', id, submissionId, digest, length, owner: ownerOf(row) });
    }
  }
  return {
    parts: cutIntoParts(items, set),
    read: async (item) => {
      if (item.of === 'receipt') return undefined;
      return item.of === 'envelope'
        ? await outbox.readEnvelope(item.id)
        : await outbox.readCiphertext(item.id);
    },
  };
}
