import type { ProcedureState } from '../contract/operations/procedures.ts';

/** What decides where a version stands. */
export interface VersionFacts {
  readonly id: string;
  readonly version: number;
  readonly stored: 'shipped' | 'draft' | 'published' | 'withdrawn';
  /** The day it was published from; null for shipped ones and drafts. */
  readonly from: string | null;
  /** Of the law behind it. */
  readonly validFrom: string | undefined;
  readonly validTo: string | undefined;
}

/**
 * Where each version stands on a day (civil date in Việt Nam), in the order given. Of those that have begun and were not
 * withdrawn the newest is current and older ones are superseded; when its law has ended, all are retired. Where the newest
 * was withdrawn the one before it is current again.
 */
export function statesOn(versions: readonly VersionFacts[], today: string): ProcedureState[] {
  const begun = versions.filter((one) => isOpen(one) && hasBegun(one, today));
  return versions.map((one) => {
    if (one.stored === 'draft' || one.stored === 'withdrawn') return one.stored;
    if (!hasBegun(one, today)) return 'scheduled';
    const newest = begun
      .filter(({ id }) => id === one.id)
      .reduce((best, each) => (each.version > best.version ? each : best));
    if (newest.validTo !== undefined && newest.validTo < today) return 'retired';
    return newest.version === one.version ? 'current' : 'superseded';
  });
}

function isOpen({ stored }: VersionFacts): boolean {
  return stored === 'shipped' || stored === 'published';
}

function hasBegun({ from, validFrom }: VersionFacts, today: string): boolean {
  return (from === null || from <= today) && (validFrom === undefined || validFrom <= today);
}

/** The number that the next version of a procedure must have; 1 for one that nobody knows. Drafts are not there yet. */
export function nextVersionOf(versions: readonly VersionFacts[], id: string): number {
  const known = versions.filter((one) => one.id === id && one.stored !== 'draft');
  return Math.max(0, ...known.map(({ version }) => version)) + 1;
}
