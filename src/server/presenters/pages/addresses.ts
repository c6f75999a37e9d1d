/*
 * Where the public pages stand. Vietnamese and English have addresses that can be read aloud; any other complete language
 * is asked for by `?lang=`.
 *
 *   /thu-tuc   /thu-tuc/<id>            /en/procedures   /en/procedures/<id>
 */

export const STYLESHEET = '/catalogue.css';
/** The name of the search field in the address. */
export const SEARCH = 'tim';

const ROOTS = { vi: '/thu-tuc', en: '/en/procedures' } as const;
/** The roots with the language that each speaks of itself. */
export const roots = Object.entries(ROOTS).map(([language, path]) => ({ language, path }));

/** The list, or one procedure. Ids are letters, digits and dashes: nothing to escape. */
export function addressOf(language: string, id?: string): string {
  const path = rootOf(language) + (id === undefined ? '' : `/${id}`);
  return hasOwnRoot(language) ? path : `${path}?lang=${language}`;
}

export function rootOf(language: string): string {
  return language === 'en' ? ROOTS.en : ROOTS.vi;
}

export function hasOwnRoot(language: string): boolean {
  return Object.hasOwn(ROOTS, language);
}
