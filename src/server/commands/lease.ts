const LEASE_DAYS = 14;

/** Drafts stay open on a tablet until then without another contact. */
export function leaseUntil(now: Date): Date {
  return new Date(now.getTime() + LEASE_DAYS * 86_400_000);
}
