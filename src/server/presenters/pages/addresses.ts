import { ACTIVATE_PATH, LOOK_UP_PATH } from '../../../contract/look-up-address.ts';

/*
 * Where the public pages stand. Vietnamese and English have addresses that can be read aloud; any other complete language
 * is asked for by `?lang=`.
 *
 *   /thu-tuc   /thu-tuc/<id>            /en/procedures   /en/procedures/<id>
 *   /tra-cuu   /kich-hoat               /en/look-up      /en/activate
 *
 * What a person types on the last two never stands in an address; only the code of a slip may, which names nobody.
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

const PUBLIC = {
  'look-up': { vi: LOOK_UP_PATH, en: '/en/look-up' },
  activate: { vi: ACTIVATE_PATH, en: '/en/activate' },
} as const;
export type PublicPage = keyof typeof PUBLIC;

/** The pages' paths with the language that each speaks of itself. */
export function publicPaths(
  page: PublicPage,
): readonly { readonly language: string; readonly path: string }[] {
  return Object.entries(PUBLIC[page]).map(([language, path]) => ({ language, path }));
}

export function publicAddress(page: PublicPage, language: string): string {
  const path = PUBLIC[page][language === 'en' ? 'en' : 'vi'];
  return hasOwnRoot(language) ? path : `${path}?lang=${language}`;
}

/** Where the sound of a status sentence is. */
export const SOUND_PATH = '/tieng';
