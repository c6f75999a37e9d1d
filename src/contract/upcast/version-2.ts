import type { Change } from '../down/change.ts';

/** Since version 3 of the contract procedures come from the office, and a single version may be withdrawn. */
const PROCEDURES_COME_SINCE = 3;

/**
 * A change in the words of the version that the tablet speaks. One of version 2 refuses a catalogue with a word it does not
 * know, whole: it is told `superseded` where it may begin with another version, else `retired`.
 */
export function changeFor(contractVersion: number, change: Change): Change {
  if (contractVersion >= PROCEDURES_COME_SINCE || change.kind !== 'catalogue') return change;
  const current = new Set(change.procedures.flatMap(({ id, state }) => (state === 'current' ? [id] : [])));
  return {
    ...change,
    procedures: change.procedures.map(({ id, version, state }) => ({
      id,
      version,
      state: state !== 'withdrawn' ? state : current.has(id) ? 'superseded' : 'retired',
    })),
  };
}
