import type { PinCost } from './model.ts';

/** OWASP's floor for Argon2id (19 MiB, two passes): never below it, however slow the tablet. */
export const FLOOR_COST: PinCost = { memory: 19_456, passes: 2 };

/** Dearer and dearer. Memory stops at 64 MiB: a cheap tablet with the camera open must not run out of it. */
const LADDER: readonly PinCost[] = [
  FLOOR_COST,
  { memory: 32_768, passes: 2 },
  { memory: 49_152, passes: 2 },
  { memory: 65_536, passes: 2 },
  { memory: 65_536, passes: 3 },
  { memory: 65_536, passes: 4 },
];

/** How long one PIN may take, in milliseconds: felt as a moment, at most. */
const BUDGET = 500;

/** The dearest step of the ladder that fits, when the floor took `floorMilliseconds`: time grows with memory x passes. */
export function costFitting(floorMilliseconds: number): PinCost {
  const floorWork = FLOOR_COST.memory * FLOOR_COST.passes;
  const fitting = LADDER.filter(
    ({ memory, passes }) => (floorMilliseconds * memory * passes) / floorWork <= BUDGET,
  );
  return fitting.at(-1) ?? FLOOR_COST;
}

/** Measures the tablet once, at enrolment: two hashes at the floor, of which the second counts (the first compiles). */
export async function measurePinCost(now: () => number): Promise<PinCost> {
  const { hashPin } = await import('./argon2id.ts');
  const salt = new Uint8Array(16);
  await hashPin('000000', salt, FLOOR_COST);
  const before = now();
  await hashPin('000000', salt, FLOOR_COST);
  return costFitting(now() - before);
}
