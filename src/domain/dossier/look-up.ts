import type { PartialDate } from '../citizen/partial-date.ts';
import { parseProvisionalReference } from './provisional-reference.ts';

/**
 * What somebody typed from a slip, as it is kept: a TAM- reference in its canonical form, or an official code in capitals
 * without spaces. Undefined for what can be neither, or where the check character finds a slip of the finger.
 */
export function readSlipCode(text: string): string | undefined {
  const reference = parseProvisionalReference(text);
  if (reference.kind === 'reference') return reference.value;
  if (reference.kind === 'mistyped') return undefined;
  // Official codes are opaque: only their characters are known.
  const code = text.toUpperCase().replace(/\s/g, '');
  return /^(?!TAM)[A-Z0-9][A-Z0-9.-]{7,39}$/.test(code) && /\d/.test(code) ? code : undefined;
}

/**
 * Whether the birth date is the one on record (`1968`, `1968-03` or `1968-03-09`): each part that is on record must be the
 * same, and one that nobody knew when the dossier was filed is not asked for.
 */
export function isBirthDateKnown(onRecord: string | null, said: PartialDate): boolean {
  if (onRecord === null) return false;
  const [year, month, day] = onRecord.split('-').map(Number);
  return (
    year === said.year &&
    (month === undefined || month === said.month) &&
    (day === undefined || day === said.day)
  );
}
