import type { CourierHead, CourierItem, CourierOwner } from './courier-head.ts';
import { MAX_ITEMS } from './courier-head.ts';

/** Old tablets hold a part in memory, and a slow card takes it in some seconds. */
export const PART_BYTES = 20 * 1024 * 1024;

type WithoutOwner<Item> = Item extends { readonly owner: number } ? Omit<Item, 'owner'> : Item;
/** An item with its owner beside it. */
export type OwnedItem = WithoutOwner<CourierItem> & { readonly owner?: CourierOwner };

/**
 * Cuts items into parts of at most `partBytes` of content, in their order; an item longer than that gets a part of its
 * own. Items that belong together should stand together: a damaged part then costs whole dossiers and not pieces of all.
 */
export function cutIntoParts(
  items: readonly OwnedItem[],
  set: { readonly setId: string; readonly writtenAt: string; readonly partBytes?: number },
): readonly CourierHead[] {
  const limit = set.partBytes ?? PART_BYTES;
  const cuts: OwnedItem[][] = [];
  let bytes = 0;
  for (const item of items) {
    const last = cuts.at(-1);
    if (last === undefined || bytes + item.length > limit || last.length === MAX_ITEMS) {
      cuts.push([item]);
      bytes = item.length;
    } else {
      last.push(item);
      bytes += item.length;
    }
  }
  return cuts.map((cut, index) => ({
    setId: set.setId,
    part: index + 1,
    parts: cuts.length,
    writtenAt: set.writtenAt,
    ...withOwners(cut),
  }));
}

function withOwners(cut: readonly OwnedItem[]): Pick<CourierHead, 'owners' | 'items'> {
  const owners: CourierOwner[] = [];
  const items = cut.map((owned): CourierItem => {
    if (owned.of === 'receipt') return owned;
    const { owner, ...item } = owned;
    if (owner === undefined) throw new Error('an item without an owner');
    let place = owners.findIndex(
      (known) => known.deviceId === owner.deviceId && known.staffId === owner.staffId,
    );
    if (place < 0) place = owners.push(owner) - 1;
    return { ...item, owner: place };
  });
  return { owners, items };
}

/** Which parts of each set are not there, by what the others say. */
export function missingParts(
  heads: readonly Pick<CourierHead, 'setId' | 'part' | 'parts'>[],
): readonly { readonly setId: string; readonly parts: number; readonly missing: readonly number[] }[] {
  const sets = new Map<string, { parts: number; there: Set<number> }>();
  for (const { setId, part, parts } of heads) {
    const set = sets.get(setId) ?? { parts, there: new Set() };
    set.parts = Math.max(set.parts, parts);
    set.there.add(part);
    sets.set(setId, set);
  }
  return [...sets].flatMap(([setId, { parts, there }]) => {
    const missing = Array.from({ length: parts }, (_, i) => i + 1).filter((part) => !there.has(part));
    return missing.length === 0 ? [] : [{ setId, parts, missing }];
  });
}
