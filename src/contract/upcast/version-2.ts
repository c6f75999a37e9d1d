import type { Change } from '../down/change.ts';

type Catalogue = Extract<Change, { kind: 'catalogue' }>;

/**
 * Since version 3 of the contract procedures come from the office, and a single version may be withdrawn. A tablet of version
 * 2 refuses a catalogue with a word it does not know, whole: it is told `superseded` where it may begin with another version,
 * else `retired`.
 */
export function catalogueFor2(change: Catalogue): Catalogue {
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
