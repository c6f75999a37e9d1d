/** The moment from which a code given now can no longer be used. */
export function codeExpiry(givenAt: Date, days: number): Date {
  return new Date(givenAt.getTime() + days * 86_400_000);
}
