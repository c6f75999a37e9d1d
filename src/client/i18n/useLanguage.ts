import { useTranslation } from 'react-i18next';
import { currentLanguage, type ScreenLanguage } from './i18n.ts';

/** The language of the screen; renders again when it is switched. */
export function useLanguage(): ScreenLanguage {
  useTranslation();
  return currentLanguage();
}
