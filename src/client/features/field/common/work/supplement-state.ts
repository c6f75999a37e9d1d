import type { SupplementWork } from '../../../../../contract/operations/field-work.ts';
import type { ListEntry } from '../../../../storage/model.ts';

/** Where a request stands for the person who is to bring what it asks for. */
export type SupplementState =
  | { readonly kind: 'to-do' }
  | { readonly kind: 'begun'; readonly draftId: string }
  /** Finished here; on its way, or at the office. */
  | { readonly kind: 'sent'; readonly id: string }
  /** At the office, from another tablet. */
  | { readonly kind: 'arrived'; readonly at: string };

/** By what is on this tablet first: it knows of its own work before the office does. */
export function stateOfSupplement(
  { id, arrivedAt }: Pick<SupplementWork, 'id' | 'arrivedAt'>,
  entries: readonly ListEntry[],
): SupplementState {
  const own = entries.filter((entry) => entry.supplements?.requestId === id);
  const draft = own.find(({ state }) => state === 'draft');
  if (draft !== undefined) return { kind: 'begun', draftId: draft.id };
  const [sent] = own;
  if (sent !== undefined) return { kind: 'sent', id: sent.id };
  return arrivedAt === null ? { kind: 'to-do' } : { kind: 'arrived', at: arrivedAt };
}
