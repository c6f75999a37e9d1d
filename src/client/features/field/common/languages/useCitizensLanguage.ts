import { useEffect } from 'react';
import { currentLanguage, showLanguage, showRememberedLanguage } from '../../../../i18n/i18n.ts';
import { asScreenLanguage } from '../../../../i18n/languages.ts';

/** While this screen is there it speaks what the citizen reads; the language chosen for the tablet comes back afterwards. */
export function useCitizensLanguage(reading: string): void {
  const language = asScreenLanguage(reading);
  useEffect(() => {
    if (currentLanguage() !== language) void showLanguage(language);
  }, [language]);
  useEffect(() => () => void showRememberedLanguage(), []);
}
