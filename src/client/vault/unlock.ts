import type { DeviceKeys, OpenVault, PinAttempts, VaultRecord } from './model.ts';
import { afterRightPin, afterWrongPin, mayTry, settleClock } from './pin-attempts.ts';
import { openVault } from './vault.ts';

/** Where wrong PINs are counted; each `put` is durable when it resolves. `Storage` fits as it is. */
export interface AttemptCounter {
  getPinAttempts(staffId: string): Promise<PinAttempts>;
  putPinAttempts(staffId: string, attempts: PinAttempts): Promise<void>;
}

export type UnlockOutcome =
  | { readonly kind: 'opened'; readonly vault: OpenVault }
  | { readonly kind: 'wrong-pin'; readonly attempts: PinAttempts }
  /** Not tried: too soon after the last wrong one. */
  | { readonly kind: 'wait'; readonly milliseconds: number }
  /** Not tried: only a fresh enrolment code opens this door again. */
  | { readonly kind: 'locked-out' }
  | { readonly kind: 'damaged' };

/**
 * Tries one PIN. The try is counted as wrong, durably, before it is made, and forgiven afterwards if it was
 * right: pulling the battery in the middle of the check wins nobody a free guess.
 */
export async function unlockVault(
  record: VaultRecord,
  pin: string,
  ports: {
    readonly deviceKeys: DeviceKeys;
    readonly counter: AttemptCounter;
    readonly now: () => number;
  },
): Promise<UnlockOutcome> {
  const { counter, deviceKeys } = ports;
  const now = ports.now();
  const stored = await counter.getPinAttempts(record.staffId);
  const before = settleClock(stored, now);
  const verdict = mayTry(before, now);
  if (verdict.kind !== 'yes') {
    if (before !== stored) await counter.putPinAttempts(record.staffId, before);
    return verdict;
  }
  const counted = afterWrongPin(before, now);
  await counter.putPinAttempts(record.staffId, counted);
  const outcome = await openVault(record, pin, deviceKeys);
  if (outcome.kind === 'wrong-pin') return { kind: 'wrong-pin', attempts: counted };
  const forgiven = outcome.kind === 'opened' ? afterRightPin() : before;
  await counter.putPinAttempts(record.staffId, forgiven);
  return outcome;
}
