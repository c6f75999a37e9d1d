import { utf8 } from '../bytes.ts';
import { sha256Base64url } from '../keys.ts';
import type { CourierHead, CourierItem } from './courier-head.ts';
import { COURIER_FILE_ENDING, frameOf } from './courier-part.ts';
import { cutIntoParts, type OwnedItem } from './courier-set.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** A set ready to be written part by part: only the part that is asked for is read into memory. */
export interface PlannedSet {
  readonly parts: readonly CourierHead[];
  /** Undefined for what is not to be had any more. */
  readonly read: (item: CourierItem) => Promise<Bytes | undefined>;
}

export interface SetName {
  readonly setId: string;
  readonly writtenAt: string;
  readonly partBytes?: number;
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

/** One part as pieces to be put one after another. What is not to be had any more is left out of it. */
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

/** Names set and part, so that several on one card are told apart; says nothing about anybody. */
export function fileNameOf(head: CourierHead, of: 'items' | 'receipts'): string {
  const day = head.writtenAt.slice(0, 10);
  const word = of === 'items' ? 've-ban' : 've-ban-bien-nhan';
  const part = head.parts === 1 ? '' : `-${head.part}-${head.parts}`;
  return `${word}-${day}-${head.setId.slice(-6)}${part}${COURIER_FILE_ENDING}`;
}
