import type { Kind } from './kind.ts';
import { KINDS_AT_THE_OFFICE } from './kinds-at-the-office.ts';
import { KINDS_ON_THE_LINE } from './kinds-on-the-line.ts';
import { KINDS_ON_THE_TABLET } from './kinds-on-the-tablet.ts';

/** All kinds of fault, in the order of the table. */
export const KINDS: readonly Kind[] = [...KINDS_ON_THE_LINE, ...KINDS_AT_THE_OFFICE, ...KINDS_ON_THE_TABLET];

const AT_LEAST = 2;

/** How often each kind strikes, so that all together strike at least `total` times. */
export function shareOut(kinds: readonly Kind[], total: number): ReadonlyMap<string, number> {
  const weights = kinds.reduce((sum, { weight }) => sum + weight, 0);
  return new Map(
    kinds.map(({ name, weight }) => [name, Math.max(AT_LEAST, Math.ceil((total * weight) / weights))]),
  );
}
