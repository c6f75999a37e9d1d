import { QueueFilter } from '../../../../contract/operations/queue.ts';
import { DossierStatus } from '../../../../domain/dossier/status.ts';

/** The queue's first word in the address: one status, or all of them. */
export type QueuePlace = DossierStatus | 'all';

/** Undefined for a word that is no place of the queue. */
export function asQueuePlace(word: string): QueuePlace | undefined {
  const status = DossierStatus.safeParse(word);
  if (status.success) return status.data;
  return word === 'all' ? 'all' : undefined;
}

const NARROWING = ['procedure', 'village', 'due', 'waiting', 'tablet'] as const;

/** What the address says; a part that no filter can be set to is passed over, as if it were not there. */
export function filterOf(place: QueuePlace, search: string): QueueFilter {
  const params = new URLSearchParams(search);
  let filter: QueueFilter = place === 'all' ? {} : { status: place };
  for (const name of NARROWING) {
    const parsed = QueueFilter.safeParse({ ...filter, [name]: params.get(name) ?? undefined });
    if (parsed.success && params.has(name)) filter = parsed.data;
  }
  return filter;
}

/** The address of a filtered queue, or of one dossier in it. Procedures, villages and tablets; never a person (I4). */
export function addressOfQueue({ status, ...narrowing }: QueueFilter, id?: string): string {
  const params = new URLSearchParams();
  for (const name of NARROWING) {
    const value = narrowing[name];
    if (value !== undefined) params.set(name, value);
  }
  const path = `/queue/${status ?? 'all'}${id === undefined ? '' : `/${id}`}`;
  return params.size === 0 ? path : `${path}?${params}`;
}

/** Whether anything beyond the status narrows the queue. */
export function isNarrowed(filter: QueueFilter): boolean {
  return NARROWING.some((name) => filter[name] !== undefined);
}
