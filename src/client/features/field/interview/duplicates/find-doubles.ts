import { findDuplicates, type Likeness } from '../../../../../domain/citizen/find-duplicates.ts';
import type { Draft, ListEntry } from '../../../../storage/model.ts';
import { personOf } from '../../common/describe-draft.ts';

export interface Double {
  readonly entry: ListEntry;
  readonly likeness: Likeness;
}

/**
 * Records of the open vault that may be about the person of this draft, without those of which somebody said that they are
 * about another. `line` is the draft's own as it stands now.
 */
export function findDoubles(
  draft: Pick<Draft, 'others' | 'replaces'>,
  line: ListEntry,
  entries: readonly ListEntry[],
): readonly Double[] {
  const settled = new Set([...(draft.others ?? []), ...(draft.replaces ?? [])]);
  const asRecord = (entry: ListEntry) => ({ ...entry, person: personOf(entry), entry });
  const others = entries.filter(({ id }) => !settled.has(id)).map(asRecord);
  return findDuplicates(asRecord(line), others).map(({ record: { entry }, likeness }) => ({
    entry,
    likeness,
  }));
}
