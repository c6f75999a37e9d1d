import type { Refusal } from '../../contract/down/down-message.ts';
import { readHeader } from '../../contract/envelope/layout.ts';
import { sha256Base64url } from '../../contract/keys.ts';
import type { UpHead } from '../../contract/up/up-message.ts';
import { MAX_INLINE_ATTACHMENT_BYTES, type UpItem } from '../../contract/up/up-stream.ts';
import type { Left } from '../../domain/sync/event.ts';
import type { Doubts } from './doubts.ts';
import type { SyncPorts } from './ports.ts';

/** Bytes in one request, some 12 s of a slow line. What was whole when it broke is kept, so more would risk nothing but news. */
const MAX_BYTES = 384 * 1024;
/** Attachments looked through at once. */
const MANY = 400;
/** Below this, an attachment travels in the request itself. */
const SMALL = { most: MAX_INLINE_ATTACHMENT_BYTES };
export const LARGE = { least: MAX_INLINE_ATTACHMENT_BYTES + 1 };

/** What goes up in one request, in its order: accounts, dossiers, small attachments, draft backups. */
export type Freight =
  | {
      readonly of: 'envelope' | 'attachment';
      readonly id: string;
      readonly digest: string;
      readonly item: UpItem;
    }
  | { readonly of: 'backup'; readonly id: string; readonly updatedAt: string; readonly item: UpItem };

export interface Cargo {
  readonly freight: readonly Freight[];
  /** Items of which this tablet's own disk has spoiled the bytes: sending them would be in vain. */
  readonly damaged: readonly Refusal[];
  /** What most envelopes in it have in common. */
  readonly sealed: UpHead['sealed'];
}

/** What this trip leaves where it is. */
export interface LeftOut {
  /** Items not to try again in this round (SPEC C3). */
  readonly putAside: ReadonlySet<string>;
  readonly doubts: Pick<Doubts, 'has' | 'size'>;
  /** Draft states that the office had nothing to say to. */
  readonly unwanted: ReadonlySet<string>;
}

/** Takes from the disk what one request may carry: at most `batch` items, and at least one where there is any. */
export async function load(
  ports: Pick<SyncPorts, 'storage'>,
  batch: number,
  leftOut: LeftOut,
): Promise<Cargo> {
  const { outbox, backups } = ports.storage;
  const { putAside, doubts } = leftOut;
  const freight: Freight[] = [];
  const damaged: Refusal[] = [];
  let bytes = 0;
  const mayGo = ({ id }: { readonly id: string }) => !putAside.has(id) && !doubts.has(id);
  const fits = (size: number) =>
    freight.length < batch && (freight.length === 0 || bytes + size <= MAX_BYTES);
  const put = (one: Freight, size: number) => {
    bytes += size;
    freight.push(one);
  };

  const envelopes = await outbox.nextEnvelopes(batch + putAside.size + doubts.size, Number.MAX_SAFE_INTEGER);
  for (const { id, digest, bytes: sealed } of envelopes.filter(mayGo)) {
    if (!fits(sealed.length)) return { freight, damaged, sealed: commonHeader(freight) };
    if ((await sha256Base64url(sealed)) !== digest)
      damaged.push({ id, of: 'envelope', digest, reason: 'digest-mismatch' });
    else put({ of: 'envelope', id, digest, item: { kind: 'envelope', id, bytes: sealed } }, sealed.length);
  }

  const alongWith = new Set(freight.map(({ id }) => id));
  const attachments = await outbox.nextAttachments(MANY, { sizes: SMALL, alongWith });
  for (const { id, ciphertextDigest: digest, ciphertextSize } of attachments.filter(mayGo)) {
    if (!fits(ciphertextSize)) break;
    const ciphertext = await outbox.readCiphertext(id);
    if (ciphertext === undefined || (await sha256Base64url(ciphertext)) !== digest)
      damaged.push({ id, of: 'attachment', digest, reason: 'digest-mismatch' });
    else
      put(
        { of: 'attachment', id, digest, item: { kind: 'attachment', id, bytes: ciphertext } },
        ciphertextSize,
      );
  }

  const room = batch - freight.length;
  for (const backup of room > 0 ? await backups.nextToSend(room + leftOut.unwanted.size, MAX_BYTES) : []) {
    if (leftOut.unwanted.has(backupState(backup))) continue;
    if (!fits(backup.bytes.length)) break;
    const { id, updatedAt } = backup;
    put({ of: 'backup', id, updatedAt, item: { kind: 'backup', ...backup } }, backup.bytes.length);
  }
  return { freight, damaged, sealed: commonHeader(freight) };
}

/** Names one state of one draft. */
export function backupState({ id, updatedAt }: { readonly id: string; readonly updatedAt: string }): string {
  return `${id} ${updatedAt}`;
}

function commonHeader(freight: readonly Freight[]): UpHead['sealed'] {
  const [first] = freight;
  const header = first?.item.kind === 'envelope' ? readHeader(first.item.bytes) : undefined;
  return header && { recipientKeyId: header.recipientKeyId, contractVersion: header.contractVersion };
}

/** What can still be tried in this round: `envelopes` counts all that round trips carry, `attachments` those that go by tus. */
export async function countLeft(ports: Pick<SyncPorts, 'storage'>, leftOut: LeftOut): Promise<Left> {
  const { outbox, backups } = ports.storage;
  const mayGo = ({ id }: { readonly id: string }) => !leftOut.putAside.has(id);
  const envelopes = await outbox.nextEnvelopes(leftOut.putAside.size + 1, Number.MAX_SAFE_INTEGER);
  const small = await outbox.nextAttachments(MANY, { sizes: SMALL });
  const large = await outbox.nextAttachments(MANY, { sizes: LARGE });
  const drafts = await backups.nextToSend(leftOut.unwanted.size + 1, MAX_BYTES);
  return {
    envelopes:
      envelopes.filter(mayGo).length +
      small.filter(mayGo).length +
      drafts.filter((backup) => !leftOut.unwanted.has(backupState(backup))).length,
    attachments: large.length,
  };
}
