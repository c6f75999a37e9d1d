import type { OfficeNews } from '../storage/model.ts';
import type { Offer, ProcedureName } from './shipped-offers.ts';

/** A procedure as lists show it and people find it, in the language of the screen. */
export interface OfferedProcedure extends Offer, ProcedureName {
  /** `retired`: nothing new is begun, because the commune says so or because its law is no more. It stays readable. */
  readonly state: 'offered' | 'retired';
}

/** One version that this tablet has, with its names. */
export type KnownOffer = Offer & ProcedureName;

/** Versions of one procedure by what the office said of them last. */
export type Said = ReadonlyMap<number, string>;

/**
 * Everything that can be begun on this tablet: of each procedure the version that the office calls current, where this
 * tablet has it; else the newest that is valid today and was not withdrawn. A version that is valid only later waits for its
 * day. Sorted by name as people in Việt Nam sort.
 */
export function listOffered(
  known: readonly KnownOffer[],
  news: readonly OfficeNews['change'][],
  today: string,
): readonly OfferedProcedure[] {
  const ids = [...new Set(known.map(({ id }) => id))];
  return ids
    .flatMap((id) =>
      choose(
        known.filter((one) => one.id === id),
        saidOf(id, news),
        today,
      ),
    )
    .sort((a, b) => a.name.localeCompare(b.name, 'vi'));
}

/** The one to offer of the versions of a procedure; none where all are still to come. */
function choose(versions: readonly KnownOffer[], said: Said, today: string): readonly OfferedProcedure[] {
  const begun = versions
    .filter(({ validFrom }) => validFrom === undefined || validFrom <= today)
    .sort((a, b) => rank(b, said) - rank(a, said) || b.version - a.version);
  const valid = begun.filter(({ validTo }) => validTo === undefined || today <= validTo);
  const open = isClosed(said) ? [] : valid.filter(({ version }) => !isOver(said.get(version)));
  const [offered] = open;
  if (offered !== undefined) return [{ ...offered, state: 'offered' }];
  const [last] = begun;
  return last === undefined ? [] : [{ ...last, state: 'retired' }];
}

function rank({ version }: Offer, said: Said): number {
  return said.get(version) === 'current' ? 1 : 0;
}

/** A version that nothing begins with any more, whatever becomes of the others. */
export function isOver(state: string | undefined): boolean {
  return state === 'withdrawn' || state === 'retired';
}

/** The whole procedure: a version ended, and none took its place. */
export function isClosed(said: Said): boolean {
  const states = [...said.values()];
  return states.includes('retired') && !states.includes('current');
}

/** Nothing where it has said nothing. */
export function saidOf(id: string, news: readonly OfficeNews['change'][]): Said {
  const catalogue = news.find((change) => change.kind === 'catalogue');
  if (catalogue?.kind !== 'catalogue') return new Map();
  return new Map(
    catalogue.procedures.filter((one) => one.id === id).map(({ version, state }) => [version, state]),
  );
}
