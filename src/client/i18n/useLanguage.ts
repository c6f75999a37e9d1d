import { useTranslation } from 'react-i18next';
import { currentLanguage } from './i18n.ts';
import type { ScreenLanguage } from './languages.ts';

/** The language of the screen; renders again when it is switched. */
export function useLanguage(): ScreenLanguage {
  useTranslation();
  return currentLanguage();
}
