import { HOME_LANGUAGE, screenLanguages } from '../../../i18n/languages.ts';

/** English is for visitors who read; nobody here has grown up with it. */
const NOT_SPOKEN_HERE = 'en';

/** Languages that voices are lent in, those of the villages first; then others that packs or work of this tablet are in. */
export function listLanguages(others: readonly string[]): readonly string[] {
  const ofVillages = screenLanguages.filter((one) => one !== NOT_SPOKEN_HERE && one !== HOME_LANGUAGE);
  return [...new Set([...ofVillages, HOME_LANGUAGE, ...[...others].sort()])];
}
