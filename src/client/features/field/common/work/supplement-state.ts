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

/**
 * By what is on this tablet first: it knows of its own work before the office does. But once the office has an answer, what was
 * begun here is nothing to go on with: it takes one, and would refuse the second.
 */
export function stateOfSupplement(
  { id, arrivedAt }: Pick<SupplementWork, 'id' | 'arrivedAt'>,
  entries: readonly ListEntry[],
): SupplementState {
  const own = entries.filter((entry) => entry.supplements?.requestId === id);
  const draft = own.find(({ state }) => state === 'draft');
  if (draft !== undefined && arrivedAt === null) return { kind: 'begun', draftId: draft.id };
  const sent = own.find(({ state }) => state === 'finished');
  if (sent !== undefined) return { kind: 'sent', id: sent.id };
  return arrivedAt === null ? { kind: 'to-do' } : { kind: 'arrived', at: arrivedAt };
}

/** What has become of the request that a draft answers, as far as this person knows. */
export type RequestStanding =
  | { readonly kind: 'open' | 'over' | 'unknown' }
  /** Somebody else has brought it: the office takes one answer, and would refuse the second. */
  | { readonly kind: 'answered'; readonly at: string };

/**
 * Where the request of a draft stands by the office's last word. A colleague's draft answers what that colleague was asked: it is in
 * nobody else's work, and nothing follows from its absence there.
 */
export function standingOfRequest(
  requestId: string,
  asked: readonly Pick<SupplementWork, 'id' | 'arrivedAt'>[] | undefined,
  isColleagues: boolean,
): RequestStanding {
  const request = asked?.find(({ id }) => id === requestId);
  if (request === undefined) return { kind: asked === undefined || isColleagues ? 'unknown' : 'over' };
  return request.arrivedAt === null ? { kind: 'open' } : { kind: 'answered', at: request.arrivedAt };
}
