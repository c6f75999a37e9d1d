import * as z from 'zod';
import { Instant } from '../ids.ts';

/**
 * What a tablet says of itself at each sync, so that the office sees trouble before a dossier is lost. Names nobody, and
 * is readable while locked. All numbers are the tablet's own word.
 */
export const DeviceHealth = z.strictObject({
  /** The tablet's clock when it said this; the office's clock beside it gives the drift. */
  at: Instant,
  drafts: z.int().min(0),
  /** Whole submissions without all their receipts, own and carried for others. */
  unsent: z.int().min(0),
  attention: z.int().min(0),
  /** When the oldest unsent submission was finished; null when nothing is unsent. */
  oldestUnsentAt: Instant.nullable(),
  /** Bytes as the browser estimates them; null where it does not say. */
  space: z.strictObject({ used: z.int().min(0), free: z.int().min(0) }).nullable(),
  /** Whether only a person can clear this app's storage; null where the browser does not say. */
  persisted: z.boolean().nullable(),
  /** Version of each procedure that this build starts new dossiers with. */
  catalogue: z.array(z.strictObject({ id: z.string().max(60), version: z.int().min(1) })).max(100),
});
export type DeviceHealth = z.infer<typeof DeviceHealth>;
