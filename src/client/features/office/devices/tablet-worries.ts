import type * as z from 'zod';
import type { listDevices } from '../../../../contract/operations/office.ts';
import { daysUnseen } from './days-unseen.ts';

export type Tablet = z.output<typeof listDevices.answer>['devices'][number];

/** What should not wait, the worst first: work that may be lost, then work that is late, then what makes it likely. */
export const worryKinds = ['attention', 'not-kept', 'no-space', 'old-unsent', 'unseen', 'drift'] as const;
export interface Worry {
  readonly kind: (typeof worryKinds)[number];
  /** Days, items, megabytes or minutes: what the sentence counts. */
  readonly count: number;
}

const DAY = 86_400_000;
const MINUTE = 60_000;
const MEGABYTE = 1024 * 1024;

/** Ours, as for the tablet's own guard rails: a week without contact or unsent work of five days is unusual. */
const UNSEEN_DAYS = 7;
const UNSENT_DAYS = 5;
const LOW_SPACE = 200 * MEGABYTE;
const DRIFT_MINUTES = 10;

/** What the office should look at on one tablet. Storage the browser may clear counts only where something waits in it. */
export function worriesOf(tablet: Tablet, now: Date): readonly Worry[] {
  const unseen = daysUnseen(tablet.lastSeenAt ?? tablet.enrolledAt, now);
  const worries: Worry[] = unseen >= UNSEEN_DAYS ? [{ kind: 'unseen', count: unseen }] : [];
  if (tablet.health === null) return worries;
  const { said } = tablet.health;
  const unsentDays =
    said.oldestUnsentAt === null ? 0 : Math.floor((now.getTime() - Date.parse(said.oldestUnsentAt)) / DAY);
  const holdsWork = said.unsent + said.drafts > 0;
  const drift = Math.abs(driftMinutes(tablet.health));
  if (said.attention > 0) worries.push({ kind: 'attention', count: said.attention });
  if (said.persisted === false && holdsWork)
    worries.push({ kind: 'not-kept', count: said.unsent + said.drafts });
  if (said.space !== null && said.space.free < LOW_SPACE)
    worries.push({ kind: 'no-space', count: Math.round(said.space.free / MEGABYTE) });
  if (unsentDays >= UNSENT_DAYS) worries.push({ kind: 'old-unsent', count: unsentDays });
  if (drift > DRIFT_MINUTES) worries.push({ kind: 'drift', count: drift });
  return worries.sort((a, b) => rank(a) - rank(b));
}

/** Minutes by which the tablet's clock is ahead of the office's; below zero: behind. The way takes part of it. */
export function driftMinutes({ heardAt, said }: NonNullable<Tablet['health']>): number {
  return Math.round((Date.parse(said.at) - Date.parse(heardAt)) / MINUTE);
}

/** Tablets that need looking at first, the worst of them in front; the others as they came. */
export function worstFirst(tablets: readonly Tablet[], now: Date): readonly Tablet[] {
  const weigh = (tablet: Tablet) => {
    const worries = worriesOf(tablet, now);
    const [worst] = worries;
    return worst === undefined ? 0 : (worryKinds.length - rank(worst)) * 10 + worries.length;
  };
  return [...tablets].sort((a, b) => weigh(b) - weigh(a));
}

function rank({ kind }: Worry): number {
  return worryKinds.indexOf(kind);
}
