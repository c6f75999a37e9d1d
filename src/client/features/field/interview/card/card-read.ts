import type { CardQr } from '../../../../../domain/citizen/card-qr.ts';
import type { Mrz } from '../../../../../domain/citizen/mrz.ts';
import { withoutCapitals } from '../../../../../domain/citizen/name-case.ts';
import { nationalIdWarnings } from '../../../../../domain/citizen/national-id.ts';
import { formatIsoPartial, type PartialDate } from '../../../../../domain/citizen/partial-date.ts';

/**
 * What was read from a card, while the confirm screen is open. Neither the text of the code nor the typed lines are in
 * it, nor what newer cards say behind the known fields.
 */
export interface CardRead {
  readonly number: string;
  readonly sex: 'male' | 'female';
  readonly name?: string;
  /** The name has lost its marks on the way: to be compared, not copied. */
  readonly isPlainName: boolean;
  readonly birthDate?: PartialDate;
  readonly issuedOn?: PartialDate;
  readonly expiresOn?: PartialDate | 'never';
  /** As printed, in the units of its day. */
  readonly residence?: string;
}

export type CardDoubt = 'sex-differs' | 'birth-year-differs' | 'expired';

/** From the code on the card; a name in capitals is written as people write it. */
export function readFromCode({ number, sex, name, birthDate, issuedOn, residence }: CardQr): CardRead {
  return {
    number,
    sex,
    name: withoutCapitals(name),
    isPlainName: false,
    ...(birthDate === undefined ? {} : { birthDate }),
    ...(issuedOn === undefined ? {} : { issuedOn }),
    ...(residence === undefined ? {} : { residence }),
  };
}

/** From the three lines on the back. */
export function readFromLines({ number, sex, birthDate, expiresOn, plainName }: Mrz): CardRead {
  return {
    number,
    sex,
    expiresOn,
    isPlainName: true,
    ...(plainName === undefined ? {} : { name: withoutCapitals(plainName) }),
    ...(birthDate === undefined ? {} : { birthDate }),
  };
}

/** What does not fit together on the card itself on the day `today` (ISO). Said, and never in the way. */
export function doubtsAbout(
  { number, sex, birthDate, expiresOn }: CardRead,
  today: string,
): readonly CardDoubt[] {
  const last = expiresOn === undefined || expiresOn === 'never' ? undefined : formatIsoPartial(expiresOn);
  const isExpired = last !== undefined && last < today.slice(0, last.length);
  return [...nationalIdWarnings(number, { sex, birthDate }), ...(isExpired ? (['expired'] as const) : [])];
}
