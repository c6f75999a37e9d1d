import type { Change } from '../../contract/down/change.ts';
import type { ProcedureState } from '../../contract/operations/procedures.ts';
import { statesOn, type VersionFacts } from '../procedure-states.ts';
import type { LanguagePackRow } from '../storage/rows.ts';
import type { KnownLanguage } from '../texts.ts';

type Catalogue = Omit<Extract<Change, { kind: 'catalogue' }>, 'cursor'>;
type Told = Catalogue['procedures'][number]['state'];

/** Drafts are nobody's business yet; what is published from a later day is told on that day. */
const TOLD: Readonly<Record<ProcedureState, Told | undefined>> = {
  draft: undefined,
  scheduled: undefined,
  current: 'current',
  superseded: 'superseded',
  retired: 'retired',
  withdrawn: 'withdrawn',
};

/** What the office works with on a day (civil date in Việt Nam), as tablets are told. */
export function presentCatalogue(
  versions: readonly (VersionFacts & { readonly digest: string | null })[],
  languagePacks: Catalogue['languagePacks'],
  today: string,
): Catalogue {
  const states = statesOn(versions, today);
  return {
    kind: 'catalogue',
    procedures: versions.flatMap(({ id, version, digest }, index) => {
      const state = TOLD[states[index] ?? 'draft'];
      return state === undefined ? [] : [{ id, version, state, ...(digest !== null && { digest }) }];
    }),
    languagePacks: [...languagePacks],
  };
}

/**
 * The languages as tablets are told: those that the app brings whole, and in their place or after them what the office
 * published, with its digest. A pack of a language that this program does not know any more is not named.
 */
export function presentPacks(
  known: readonly KnownLanguage[],
  published: readonly LanguagePackRow[],
): Catalogue['languagePacks'] {
  return known.flatMap(({ tag, isWhole, version }) => {
    const pack = published.find(({ language }) => language === tag);
    if (pack !== undefined) return [{ language: tag, version: pack.version, digest: pack.digest }];
    return isWhole ? [{ language: tag, version }] : [];
  });
}
