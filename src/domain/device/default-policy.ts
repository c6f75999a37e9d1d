import type { GuardThresholds } from './guard-rails.ts';

const MEGABYTE = 1024 * 1024;

/**
 * Ours, not the law's: until a commune sets its own under "Thiết lập". Reckoned from what a day in the villages weighs:
 * a dossier with its photos is some 0.5 MB, forty dossiers a day some 20 MB.
 */
export const defaultGuard: GuardThresholds = {
  // Ten days' work to the first word, two days' work left when new dossiers stop; room for what is already begun.
  freeBytes: { warn: 200 * MEGABYTE, hold: 40 * MEGABYTE },
  // A trip takes days; a week unsent is unusual. 14 days is also the default of the offline lease.
  unsentDays: { warn: 5, hold: 14 },
  // The browser clears unpromised storage only when the disk is nearly full, and then without asking.
  notKeptDays: 3,
};

/** Days for which the tablet keeps what the office has accepted readable to its author. Ours, as above. */
export const DEFAULT_KEEP_SUMMARIES_DAYS = 30;
