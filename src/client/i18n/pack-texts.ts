import i18next from 'i18next';
import { mayServe } from '../../domain/language/legal-phrases.ts';
import { HOME_LANGUAGE } from './languages.ts';
import { flattenTexts, nestTexts } from './nested-texts.ts';
import type { Texts } from './procedure-files.ts';
import { type PhraseStatus, setStandings } from './standings.ts';

/*
 * Languages that are not whole: what packs say, phrase by phrase. A phrase that nobody answers for is not in them, so that
 * i18next says it in Vietnamese.
 */

/** A translation as packs have it. */
export interface PackText {
  /** `file:key`. */
  readonly phrase: string;
  /** The Vietnamese sentence that was translated. */
  readonly of: string;
  readonly text: string;
  readonly status: PhraseStatus;
}

/** Gives all texts of a language's pack; `client/app` says where packs are kept. */
export type PackSource = (language: string) => Promise<readonly PackText[]>;

const shippedFiles = import.meta.glob<readonly PackText[]>('../../../locales/*/phrases.json', {
  import: 'default',
});

let published: PackSource = async () => [];

/** From now on packs come from there too; what a pack says goes before what ships with the app. */
export function setPackSource(source: PackSource): void {
  published = source;
}

/**
 * The sentences of one file in a pack language, as nested texts. Passed over: a translation of a sentence that says something
 * else by now, and a draft where only checked words may serve (consents and legal declarations). A draft that is shown says
 * so itself, wherever it stands: nobody can take it for the language's own word.
 */
export async function loadPackTexts(
  language: string,
  namespace: string,
  loadVietnamese: () => Promise<Texts>,
): Promise<Texts> {
  const bundle: unknown = i18next.getResourceBundle(HOME_LANGUAGE, namespace);
  const vietnamese = flattenTexts(isTexts(bundle) ? bundle : await loadVietnamese());
  const shipped = (await shippedFiles[`../../../locales/${language}/phrases.json`]?.()) ?? [];
  const said = new Map<string, string>();
  const standing = new Map<string, PhraseStatus>();
  for (const one of [...shipped, ...(await published(language))]) {
    const [file, key] = one.phrase.split(':');
    if (file !== namespace || key === undefined || vietnamese.get(key) !== one.of) continue;
    if (!mayServe(one)) continue;
    said.set(key, one.status === 'draft' ? markDraft(one.text) : one.text);
    standing.set(key, one.status);
  }
  setStandings(language, namespace, standing);
  return nestTexts(said);
}

/** How many phrases of a pack language somebody answers for, on this tablet. */
export async function countPackTexts(
  language: string,
): Promise<{ readonly draft: number; readonly checked: number }> {
  const shipped = (await shippedFiles[`../../../locales/${language}/phrases.json`]?.()) ?? [];
  const all = new Map([...shipped, ...(await published(language))].map((one) => [one.phrase, one.status]));
  const checked = [...all.values()].filter((status) => status === 'checked').length;
  return { draft: all.size - checked, checked };
}

/** Reads the packs anew: one has come while the app runs. */
export async function reloadPackTexts(language: string): Promise<void> {
  const files = Object.keys(i18next.getDataByLanguage(language) ?? {});
  // What is read anew is laid over what was there: what a pack does not say any more has to go first.
  for (const file of files) i18next.removeResourceBundle(language, file);
  await i18next.reloadResources(language, files);
  if (i18next.language === language) await i18next.changeLanguage(language);
}

function markDraft(text: string): string {
  return `${text} ${i18next.t('draftMark', { lng: HOME_LANGUAGE, ns: 'common' })}`;
}

function isTexts(bundle: unknown): bundle is Texts {
  return typeof bundle === 'object' && bundle !== null;
}
