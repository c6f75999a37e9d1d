import { useText } from '../../../i18n/useText.ts';

/** A language's name in the language of the screen; its tag, where nobody has named it here. */
export function useLanguageName(): (language: string) => string {
  const t = useText();
  return (language) => t.find(`languageNames.${language}`) ?? language;
}
