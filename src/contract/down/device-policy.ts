import * as z from 'zod';
import { DEFAULT_KEEP_SUMMARIES_DAYS, defaultGuard } from '../../domain/device/default-policy.ts';

const Days = z.int().min(0).max(3650);
const Bytes = z.int().min(0);

/** What the commune decides for its tablets; comes down with every answer, and holds on the tablet until the next one. */
export const DevicePolicy = z.strictObject({
  /** A summary stays readable on the tablet this many days after the office accepted it. */
  keepSummariesDays: Days.min(1),
  /** Whether drafts are sealed for the office's safekeeping at each sync. */
  backups: z.boolean(),
  /** See `domain/device/guard-rails.ts`. */
  guard: z.strictObject({
    freeBytes: z.strictObject({ warn: Bytes, hold: Bytes }),
    unsentDays: z.strictObject({ warn: Days.min(1), hold: Days.min(1) }),
    notKeptDays: Days,
  }),
});
export type DevicePolicy = z.infer<typeof DevicePolicy>;

/** Until the office has said something else. */
export const defaultDevicePolicy: DevicePolicy = {
  keepSummariesDays: DEFAULT_KEEP_SUMMARIES_DAYS,
  backups: true,
  guard: defaultGuard,
};
