import type { Records } from '../../../storage/storage.ts';

/*
 * A reference of the practice ground on every screen, paper and code: `TAP-THU-XXXX-XXXX-C`. Whoever types it at the office,
 * or scans it, is told that it is no reference (`parseProvisionalReference`). Inside the sealed bytes it has the shape that
 * the contract asks for; those bytes never leave.
 */

const REAL = /^TAM-/;
export const PRACTICE_PREFIX = 'TAP-THU-';

/** The records of the practice ground, with references that nobody can take for real ones. */
export function withMarkedReferences(records: Records): Records {
  return {
    ...records,
    finish: (draft, sealed, summary, entry) => {
      const { provisionalReference: reference } = entry;
      const marked = reference === undefined ? {} : { provisionalReference: markReference(reference) };
      return records.finish(draft, sealed, summary, { ...entry, ...marked });
    },
    findSummary: async (id) => {
      const summary = await records.findSummary(id);
      if (summary === undefined) return undefined;
      const provisionalReference = markReference(summary.submission.provisionalReference);
      return { ...summary, submission: { ...summary.submission, provisionalReference } };
    },
  };
}

export function markReference(reference: string): string {
  return reference.replace(REAL, PRACTICE_PREFIX);
}
