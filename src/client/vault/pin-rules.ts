/** Fewest digits of a PIN. */
export const PIN_LENGTH = 6;
/** Most digits: beyond it people write it on the tablet's back. */
export const PIN_MAX_LENGTH = 12;

export type PinVerdict =
  | { readonly kind: 'good' }
  | { readonly kind: 'not-digits' | 'too-short' | 'too-long' | 'too-easy' };

/**
 * Whether a PIN may be chosen. Refused are those a colleague would try first: one digit or a short group
 * repeated (`000000`, `121212`, `123123`), and straight runs up or down (`123456`, `987654`).
 */
export function judgePin(pin: string): PinVerdict {
  if (!/^[0-9]*$/.test(pin)) return { kind: 'not-digits' };
  if (pin.length < PIN_LENGTH) return { kind: 'too-short' };
  if (pin.length > PIN_MAX_LENGTH) return { kind: 'too-long' };
  return isRepeated(pin) || isRun(pin) ? { kind: 'too-easy' } : { kind: 'good' };
}

function isRepeated(pin: string): boolean {
  return /^([0-9]{1,3})\1+$/.test(pin);
}

function isRun(pin: string): boolean {
  const steps = [...pin].slice(1).map((digit, i) => (Number(digit) - Number(pin[i]) + 10) % 10);
  return steps.every((step) => step === 1) || steps.every((step) => step === 9);
}
