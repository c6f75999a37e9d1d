import { provinces, THANH_HOA } from './communes.ts';
import formerProvinces from './data/former-provinces.json' with { type: 'json' };
import { type Candidate, findCommuneOfToday, type Printed } from './former-communes.ts';
import type { Place } from './place.ts';
import { findUnits, indexUnits } from './unit-names.ts';

/** What a printed address says in the units of today. */
export type ReadAddress =
  | { readonly kind: 'place'; readonly place: Place }
  /** The commune must be asked; each choice is the whole place it would be. */
  | { readonly kind: 'ask'; readonly choices: readonly Place[] }
  /** Another province, or a commune that nobody knows: only the province is certain. */
  | { readonly kind: 'province'; readonly province: string }
  | { readonly kind: 'unknown' };

const SINCE = '2025-07-01';
const HOUSE = /^(\d|số |nhà |đường |ngõ |ngách |hẻm )/i;

/** The 34 provinces of today under their names, and those that joined one of them in 2025. */
const provinceNames = indexUnits(
  [...provinces, ...Object.entries(formerProvinces).map(([name, code]) => ({ code, name }))],
  ({ name }) => name,
);

/**
 * An address line as cards print it, smallest part first (`Thôn Đôn, Thành Sơn, Bá Thước, Thanh Hóa`), in the units of
 * today. `issuedOn` (ISO, may be a year or a month alone) says with which units it was printed. Never throws, never
 * guesses.
 */
export function readAddress(line: string, issuedOn: string | undefined): ReadAddress {
  const parts = line
    .normalize('NFC')
    .split(/[,;]/)
    .map((part) => part.replace(/\s+/g, ' ').trim())
    .filter((part) => part !== '');
  const province = findProvinceOfToday(parts.at(-1));
  if (province === undefined) return { kind: 'unknown' };
  if (province !== THANH_HOA) return { kind: 'province', province };
  const rest = parts.slice(0, -1);
  const found = findCommuneOfToday(rest, printedWhen(issuedOn));
  const placeAt = ({ commune, parts: named }: Candidate): Place => ({
    province,
    commune,
    ...villageAndHouse(rest.slice(0, -named)),
  });
  switch (found.kind) {
    case 'one':
      return { kind: 'place', place: placeAt(found.candidate) };
    case 'ask':
      return { kind: 'ask', choices: found.candidates.map(placeAt) };
    case 'none':
      return { kind: 'province', province };
  }
}

function findProvinceOfToday(name: string | undefined): string | undefined {
  if (name === undefined) return undefined;
  const codes = new Set(findUnits(name, provinceNames).map(({ code }) => code));
  const [code] = codes;
  return codes.size === 1 ? code : undefined;
}

function printedWhen(issuedOn: string | undefined): Printed {
  if (issuedOn === undefined) return 'unknown';
  if (issuedOn >= SINCE) return 'since-july-2025';
  // `2025` and `2025-07` sort before the first of July, and do not say on which side of it they lie.
  return SINCE.startsWith(issuedOn) ? 'unknown' : 'before-july-2025';
}

/** The part next to the commune is the village unless it is a house or a road; what stands before it is the house. */
function villageAndHouse(parts: readonly string[]): Pick<Place, 'village' | 'detail'> {
  const last = parts.at(-1);
  if (last === undefined) return {};
  const isVillage = !HOUSE.test(last);
  const detail = (isVillage ? parts.slice(0, -1) : parts).join(', ').slice(0, 200);
  return { ...(isVillage ? { village: last.slice(0, 120) } : {}), ...(detail === '' ? {} : { detail }) };
}
