import { utf8 } from '../../../../contract/bytes.ts';
import type { CourierHead, CourierItem } from '../../../../contract/courier/courier-head.ts';
import { frameOf } from '../../../../contract/courier/courier-part.ts';
import { cutIntoParts, type OwnedItem } from '../../../../contract/courier/courier-set.ts';
import { sha256Base64url } from '../../../../contract/keys.ts';
import type { Storage } from '../../../storage/storage.ts';

type Stores = Pick<Storage, 'outbox' | 'courier'>;
type Bytes = Uint8Array<ArrayBuffer>;

/** A set ready to be written part by part: only the part that is asked for is read into memory. */
export interface PlannedSet {
  readonly parts: readonly CourierHead[];
  /** Undefined for what left this tablet meanwhile. */
  readonly read: (item: CourierItem) => Promise<Bytes | undefined>;
}

export interface SetName {
  readonly setId: string;
  readonly writtenAt: string;
  readonly partBytes?: number;
}

/** The sealed items of the chosen submissions, each submission's together. `ownDevice` is this tablet's id. */
export async function planItems(
  { outbox, courier }: Stores,
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
    const bytes = envelope && (await courier.readEnvelope(envelope.id));
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
        ? await courier.readEnvelope(item.id)
        : await outbox.readCiphertext(item.id);
    },
  };
}

/** Receipts on their way home, each as it is kept beside its item. */
export async function planReceipts(proofs: readonly string[], set: SetName): Promise<PlannedSet> {
  const bodies = new Map<string, Bytes>();
  for (const proof of proofs) {
    const bytes = utf8(proof);
    bodies.set(await sha256Base64url(bytes), bytes);
  }
  const items = [...bodies].map(
    ([digest, bytes]): OwnedItem => ({ of: 'receipt', digest, length: bytes.length }),
  );
  return { parts: cutIntoParts(items, set), read: async ({ digest }) => bodies.get(digest) };
}

/** One part as pieces to be put one after another. What has left the tablet meanwhile is left out of it. */
export async function writePart(
  set: PlannedSet,
  head: CourierHead,
  { spare }: { readonly spare: boolean } = { spare: true },
): Promise<readonly Bytes[]> {
  const items: CourierItem[] = [];
  const bodies: Bytes[] = [];
  for (const item of head.items) {
    const body = await set.read(item);
    if (body?.length !== item.length) continue;
    items.push(item);
    bodies.push(body);
  }
  const { front, back } = await frameOf({ ...head, items }, { spare });
  return [front, ...bodies, back];
}

/** Bytes of a part without its frame. */
export function contentBytes(head: CourierHead): number {
  return head.items.reduce((sum, { length }) => sum + length, 0);
}
