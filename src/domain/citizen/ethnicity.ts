import data from './data/ethnic-groups.json' with { type: 'json' };

/** One ethnic group (dân tộc) of the official list, by its two-digit code. */
export interface EthnicGroup {
  readonly code: string;
  readonly name: string;
}

/**
 * The 54 groups of the official list (QĐ 121-TCTK/PPCĐ/1979). Code and spelling were written down from memory:
 * `ethnicGroupsConfirmed` stays false until a commune has checked them against the paper. A group outside the list
 * is kept verbatim, as the person names it: what is stored is always a name, never only a code.
 */
export const ethnicGroups: readonly EthnicGroup[] = data.groups;
export const ethnicGroupsConfirmed: boolean = data.confirmed;

/** The group of the official list with exactly this code. */
export function findEthnicGroup(code: string): EthnicGroup | undefined {
  return ethnicGroups.find((group) => group.code === code);
}
