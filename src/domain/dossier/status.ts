import * as z from 'zod';

/** Business status of a dossier: the ten of the National Portal, as text so that code reads. */
export const DossierStatus = z.enum([
  'registered',
  'accepted',
  'refused',
  'in-progress',
  'supplement-requested',
  'payment-requested',
  'withdrawn',
  'stopped',
  'done',
  'returned',
]);
export type DossierStatus = z.infer<typeof DossierStatus>;

export interface StatusFacts {
  /** The National Portal's number. */
  readonly number: number;
  /** Time counts against the limit: not before acceptance, and not while the citizen is asked for something. */
  readonly clockRuns: boolean;
  /** Nothing follows. `done` is not final: the result still has to reach the citizen. */
  readonly final: boolean;
}

/** Numbers and meanings of the National Portal; 5 (and 6, likewise waiting for the citizen) stop the clock. */
export const statusFacts = {
  registered: { number: 1, clockRuns: false, final: false },
  accepted: { number: 2, clockRuns: true, final: false },
  refused: { number: 3, clockRuns: false, final: true },
  'in-progress': { number: 4, clockRuns: true, final: false },
  'supplement-requested': { number: 5, clockRuns: false, final: false },
  'payment-requested': { number: 6, clockRuns: false, final: false },
  withdrawn: { number: 7, clockRuns: false, final: true },
  stopped: { number: 8, clockRuns: false, final: true },
  done: { number: 9, clockRuns: false, final: false },
  returned: { number: 10, clockRuns: false, final: true },
} as const satisfies Record<DossierStatus, StatusFacts>;
