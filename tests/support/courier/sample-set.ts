import { v7 } from 'uuid';
import { concatBytes } from '../../../src/contract/bytes.ts';
import type { CourierHead } from '../../../src/contract/courier/courier-head.ts';
import { frameOf } from '../../../src/contract/courier/courier-part.ts';
import { cutIntoParts, type OwnedItem } from '../../../src/contract/courier/courier-set.ts';
import { sha256Base64url } from '../../../src/contract/keys.ts';

export interface SampleItem {
  readonly head: OwnedItem;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export const OWNER = { deviceId: v7(), staffId: v7() };

export async function sampleItem(
  of: 'envelope' | 'attachment' | 'receipt',
  length: number,
  ids: { readonly id?: string; readonly submissionId?: string } = {},
): Promise<SampleItem> {
  const bytes = crypto.getRandomValues(new Uint8Array(length));
  const digest = await sha256Base64url(bytes);
  const { id = v7(), submissionId = v7() } = ids;
  const common = { digest, length };
  if (of === 'receipt') return { head: { of, ...common }, bytes };
  if (of === 'envelope') return { head: { of, id, ...common, owner: OWNER }, bytes };
  return { head: { of, id, submissionId, ...common, owner: OWNER }, bytes };
}

/** The files of one set, whole. */
export async function writeSet(
  items: readonly SampleItem[],
  options: { readonly partBytes?: number; readonly spare?: boolean } = {},
): Promise<readonly { readonly head: CourierHead; readonly bytes: Uint8Array<ArrayBuffer> }[]> {
  const heads = cutIntoParts(
    items.map(({ head }) => head),
    { setId: v7(), writtenAt: '2026-11-22T10:00:00Z', ...options },
  );
  let next = 0;
  const parts: { head: CourierHead; bytes: Uint8Array<ArrayBuffer> }[] = [];
  for (const head of heads) {
    const bodies = items.slice(next, next + head.items.length).map(({ bytes }) => bytes);
    next += head.items.length;
    const { front, back } = await frameOf(head, { spare: options.spare ?? true });
    parts.push({ head, bytes: concatBytes(front, ...bodies, back) });
  }
  return parts;
}
