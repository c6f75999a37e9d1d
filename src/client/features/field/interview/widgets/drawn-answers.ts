import { ethnicGroups } from '../../../../../domain/citizen/ethnicity.ts';

/*
 * Drawings of the answers that stand in no declaration. A test of the house holds them against the drawings there are:
 * what a person who does not read may choose says by its drawing what it says.
 */

export const drawnPlaces = { here: 'this-place', elsewhere: 'other-place', abroad: 'abroad' } as const;
export const drawnPapers = {
  photographed: 'camera',
  shown: 'paper-shown',
  'at-home': 'paper-at-home',
  none: 'no-paper',
} as const;
export const drawnConsents = { yes: 'yes', no: 'no' } as const;
export const drawnWaysToSign = {
  signature: 'signature',
  thumbprint: 'thumbprint',
  witness: 'witness',
} as const;
export const DRAWN_UNKNOWN = 'question-mark';
export const DRAWN_OTHER = 'something-else';
export const DRAWN_NOBODY = 'no-id-card';

/** The band with the number of the people in the official list; it stands for nothing but that number. */
export function drawnPeople(name: string): string {
  const group = ethnicGroups.find((one) => one.name === name);
  return group === undefined ? DRAWN_OTHER : `band-${Number(group.code)}`;
}
