import type { PartialDate } from './partial-date.ts';

/**
 * What was written where a citizen's number belongs. The facts inside a personal number are for soft cross-checks
 * only: they never fill in an answer, because the number says how the birth was registered, not who the person is.
 */
export type ParsedNationalId =
  | {
      readonly kind: 'personal-number';
      /** Twelve digits. */
      readonly value: string;
      /** Three digits: province (of before July 2025) or country where the birth was registered. */
      readonly registeredAt: string;
      readonly sex: 'male' | 'female';
      readonly birthYear: number;
    }
  | {
      readonly kind: 'old-number';
      /** Nine digits, of the identity cards before 2016. */
      readonly value: string;
    }
  | { readonly kind: 'invalid' };

export type NationalIdWarning = 'sex-differs' | 'birth-year-differs';

/**
 * Twelve digits PPP G YY NNNNNN (Circular 59/2021/TT-BCA Art. 4), or nine of an old card. Spaces and dots are dropped.
 * There is no check digit. G: even is male, odd is female, and each pair is one century from 1900 on.
 */
export function parseNationalId(text: string): ParsedNationalId {
  const value = text.replace(/[\s.]/g, '');
  if (/^\d{9}$/.test(value)) return { kind: 'old-number', value };
  if (!/^\d{12}$/.test(value)) return { kind: 'invalid' };
  const century = Number(value.charAt(3));
  return {
    kind: 'personal-number',
    value,
    registeredAt: value.slice(0, 3),
    sex: century % 2 === 0 ? 'male' : 'female',
    birthYear: 1900 + 100 * Math.floor(century / 2) + Number(value.slice(4, 6)),
  };
}

/** Where the number and the declared facts disagree. Both may be right (a corrected registration), so nobody is stopped. */
export function nationalIdWarnings(
  value: string,
  declared: { readonly sex?: 'male' | 'female' | undefined; readonly birthDate?: PartialDate | undefined },
): readonly NationalIdWarning[] {
  const parsed = parseNationalId(value);
  if (parsed.kind !== 'personal-number') return [];
  const warnings: NationalIdWarning[] = [];
  if (declared.sex !== undefined && declared.sex !== parsed.sex) warnings.push('sex-differs');
  if (declared.birthDate !== undefined && declared.birthDate.year !== parsed.birthYear) {
    warnings.push('birth-year-differs');
  }
  return warnings;
}

/** `038•••••0001`: enough to recognise one's own number, not enough to copy it from across the table. */
export function maskNationalId(value: string): string {
  const digits = value.replace(/[\s.]/g, '');
  const hidden = Math.max(0, digits.length - 7);
  return hidden === 0
    ? '•'.repeat(digits.length)
    : digits.slice(0, 3) + '•'.repeat(hidden) + digits.slice(-4);
}
