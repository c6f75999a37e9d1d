import { parseName } from './name.ts';
import type { PartialDate } from './partial-date.ts';
import { parsePrintedDate } from './printed-date.ts';

/** What the QR code of a chip card (since 2021) or an identity card (since July 2024) says of its holder. */
export interface CardQr {
  /** Twelve digits. */
  readonly number: string;
  /** Nine digits of the card before, where the code names one. */
  readonly oldNumber?: string;
  /** In NFC, letter case as the code has it. */
  readonly name: string;
  /** Absent where not even the year is known. */
  readonly birthDate?: PartialDate;
  readonly sex: 'male' | 'female';
  /** The address as one line, as printed; units may be those of before July 2025. */
  readonly residence?: string;
  readonly issuedOn?: PartialDate;
  /** What newer cards say behind that, not interpreted and never to be stored. */
  readonly extra: readonly string[];
}

export type ParsedCardQr =
  | { readonly kind: 'card'; readonly card: CardQr }
  /** Any other code: nothing in it looks like a card. */
  | { readonly kind: 'not-a-card' }
  | { readonly kind: 'too-long' }
  | { readonly kind: 'too-few-fields' }
  | { readonly kind: 'wrong-number' }
  | { readonly kind: 'wrong-name' }
  | { readonly kind: 'wrong-birth-date' }
  | { readonly kind: 'wrong-sex' }
  | { readonly kind: 'wrong-issue-date' };

/** A QR code holds no more than this. */
const MAX_LENGTH = 8000;
const LABEL = /^[^:|\d]{1,30}:/;
const OLD_NUMBER = /^(\d{9}|\d{12})?$/;

/**
 * Reads `number | old number | name | birth | sex | residence | issued` (DOMAIN section 3.2), tolerant of what is met in
 * the field: no old number at all, labels (`CCCD:`), dates `ddMMyyyy` or `dd/MM/yyyy` of which parts are unknown, spaces
 * in numbers, text that is not in NFC, and more fields behind. Never throws. Everything read is a proposal: the person
 * confirms it.
 */
export function parseCardQr(text: string): ParsedCardQr {
  if (text.length > MAX_LENGTH) return { kind: 'too-long' };
  const fields = text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}]/gu, ' ')
    .split('|')
    .map((field) => field.replace(/\s+/g, ' ').trim());
  if (fields.length < 3) return { kind: 'not-a-card' };
  const number = digitsOf(fields[0]);
  if (!/^\d{12}$/.test(number)) return { kind: 'wrong-number' };
  const old = digitsOf(fields[1]);
  const hasOld = OLD_NUMBER.test(old);
  const [name = '', birth, sex, residence = '', issued = '', ...extra] = fields.slice(hasOld ? 2 : 1);
  if (birth === undefined || sex === undefined) return { kind: 'too-few-fields' };

  const parsedName = parseName(plain(name));
  if (parsedName.kind !== 'name') return { kind: 'wrong-name' };
  const birthDate = parsePrintedDate(plain(birth));
  if (birthDate.kind === 'wrong') return { kind: 'wrong-birth-date' };
  const parsedSex = sexOf(plain(sex));
  if (parsedSex === undefined) return { kind: 'wrong-sex' };
  const issuedOn = parsePrintedDate(plain(issued));
  if (issuedOn.kind === 'wrong') return { kind: 'wrong-issue-date' };
  return {
    kind: 'card',
    card: {
      number,
      ...(hasOld && old.length === 9 ? { oldNumber: old } : {}),
      name: parsedName.value,
      ...(birthDate.kind === 'date' ? { birthDate: birthDate.date } : {}),
      sex: parsedSex,
      ...(residence === '' ? {} : { residence }),
      ...(issuedOn.kind === 'date' ? { issuedOn: issuedOn.date } : {}),
      extra,
    },
  };
}

/** Without the label before it. Never for an address: a colon may be part of one. */
const plain = (field: string) => field.replace(LABEL, '').trim();
const digitsOf = (field = '') => plain(field).replace(/[\s.]/g, '');

function sexOf(text: string): CardQr['sex'] | undefined {
  const word = text.toLowerCase();
  if (word === 'nam') return 'male';
  return word === 'nữ' || word === 'nu' ? 'female' : undefined;
}
