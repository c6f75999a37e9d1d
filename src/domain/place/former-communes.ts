import { thanhHoaCommunes } from './communes.ts';
import former from './data/thanh-hoa-former-communes.json' with { type: 'json' };
import { findUnits, indexUnits, readUnitName, type UnitIndex } from './unit-names.ts';

/*
 * Units of Thanh Hóa as they were before 1 July 2025, and what became of them. 34 kB: the app loads this module by
 * `import()`, when an address was read from a card. Source: data/README.md.
 */

interface FormerCommune {
  readonly name: string;
  readonly district: string;
  /** Codes of today; more than one where the unit was split. */
  readonly today: readonly string[];
}

/** One commune of today that a line may mean, and how many parts at its end named it. */
export interface Candidate {
  readonly commune: string;
  readonly parts: 1 | 2;
}

export type FoundCommune =
  | { readonly kind: 'one'; readonly candidate: Candidate }
  /** To be asked: a unit that was split, a name that occurs twice, or a reading that is not sure. At least one. */
  | { readonly kind: 'ask'; readonly candidates: readonly Candidate[] }
  | { readonly kind: 'none' };

/** When a line was printed: the units of its day. */
export type Printed = 'before-july-2025' | 'since-july-2025' | 'unknown';

const units = readUnits();
const formerCommunes = indexUnits(units, ({ name }) => name);
const districts = indexUnits([...new Set(units.map(({ district }) => district))], (name) => name);
const communesOfToday = indexUnits(thanhHoaCommunes, ({ name }) => name);

/**
 * The commune of today that an address in Thanh Hóa names with its last parts (`…, Thành Sơn, Bá Thước`; the province
 * taken off). Many districts gave their name to a commune of today, so a line is read both ways unless `printed` says
 * which. Never a guess: `one` only where every reading leads to that commune.
 */
export function findCommuneOfToday(parts: readonly string[], printed: Printed): FoundCommune {
  const last = parts.at(-1);
  const beforeLast = parts.at(-2);
  if (last === undefined) return { kind: 'none' };
  const isCommune = !['district', 'city', 'province'].includes(readUnitName(last).kind ?? '');
  const named = ['commune', 'ward', 'town'].includes(readUnitName(last).kind ?? '')
    ? []
    : findUnits(last, districts);
  const today =
    printed === 'before-july-2025' || !isCommune
      ? []
      : findUnits(last, communesOfToday).map(({ code }) => code);

  const inDistrict = formerly(
    beforeLast,
    formerCommunes.filter(({ unit }) => named.includes(unit.district)),
  );
  if (inDistrict.length > 0) return decide([...as(2, inDistrict), ...as(1, today)], true);

  const isToday = printed === 'since-july-2025' && today.length > 0;
  const alone = isCommune && !isToday ? formerly(last, formerCommunes) : [];
  // Its district is not in the table: one that was dissolved earlier, or a slip of the pen.
  const inUnknown = named.length === 0 && !isToday ? formerly(beforeLast, formerCommunes) : [];
  const isSure = isToday || (named.length === 0 && inUnknown.length === 0);
  return decide([...as(1, today), ...as(1, alone), ...as(2, inUnknown)], isSure);
}

function formerly(name: string | undefined, among: UnitIndex<FormerCommune>): readonly string[] {
  return name === undefined ? [] : findUnits(name, among).flatMap(({ today }) => today);
}

const as = (parts: Candidate['parts'], communes: readonly string[]): readonly Candidate[] =>
  communes.map((commune) => ({ commune, parts }));

function decide(found: readonly Candidate[], isSure: boolean): FoundCommune {
  const candidates = found.filter(
    ({ commune }, index) => found.findIndex((other) => other.commune === commune) === index,
  );
  const [only] = candidates;
  if (only === undefined) return { kind: 'none' };
  return isSure && candidates.length === 1 ? { kind: 'one', candidate: only } : { kind: 'ask', candidates };
}

function readUnits(): readonly FormerCommune[] {
  const byCode = new Map<string, FormerCommune>();
  for (const [code = '', name = '', district = '', , today = ''] of former) {
    const before = byCode.get(code)?.today ?? [];
    byCode.set(code, { name, district, today: [...before, today] });
  }
  return [...byCode.values()];
}
