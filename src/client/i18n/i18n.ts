import i18next from 'i18next';
import resourcesToBackend from 'i18next-resources-to-backend';
import { initReactI18next } from 'react-i18next';
import commonInVietnamese from '../../../locales/vi/common.json' with { type: 'json' };
import {
  asScreenLanguage,
  HOME_LANGUAGE,
  isWhole,
  type ScreenLanguage,
  screenLanguages,
} from './languages.ts';
import type { Texts } from './procedure-files.ts';

const LANGUAGE_KEY = 've-ban-language';

// Vietnamese `common` is part of the first script, so the first screen never waits for its words.
const files = import.meta.glob<Texts>(['../../../locales/*/*.json', '!../../../locales/vi/common.json'], {
  import: 'default',
});

async function loadTexts(language: string, namespace: string): Promise<Texts> {
  if (!isWhole(language)) {
    const { loadPackTexts } = await import('./pack-texts.ts');
    return await loadPackTexts(language, namespace, () => loadTexts(HOME_LANGUAGE, namespace));
  }
  // Which procedures there are is not the first script's business either: their list grows.
  if (namespace.startsWith('procedures/')) {
    const { loadProcedureTexts } = await import('./procedure-files.ts');
    return await loadProcedureTexts(language, namespace);
  }
  if (language === HOME_LANGUAGE && namespace === 'common') return commonInVietnamese;
  return (await files[`../../../locales/${language}/${namespace}.json`]?.()) ?? {};
}

function rememberedLanguage(): ScreenLanguage {
  return asScreenLanguage(globalThis.localStorage?.getItem(LANGUAGE_KEY) ?? HOME_LANGUAGE);
}

/** Prepares the texts; call once before the first render. Only the language's tag is remembered on the device. */
export async function startTexts(): Promise<void> {
  await i18next
    .use(resourcesToBackend(loadTexts))
    .use(initReactI18next)
    .init({
      lng: rememberedLanguage(),
      fallbackLng: HOME_LANGUAGE,
      supportedLngs: screenLanguages,
      load: 'currentOnly',
      ns: ['common'],
      defaultNS: 'common',
      resources: { vi: { common: commonInVietnamese } },
      partialBundledLanguages: true,
      interpolation: { escapeValue: false },
      returnNull: false,
    });
  document.documentElement.lang = currentLanguage();
}

export function currentLanguage(): ScreenLanguage {
  return asScreenLanguage(i18next.language);
}

/** Switches all texts while the app runs, and remembers the choice on this device. */
export async function setLanguage(language: ScreenLanguage): Promise<void> {
  localStorage.setItem(LANGUAGE_KEY, language);
  await showLanguage(language);
}

/** Switches all texts for now: one citizen reads another language than the staff of this tablet. */
export async function showLanguage(language: ScreenLanguage): Promise<void> {
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}

/** Back to the language that was chosen for this device. */
export async function showRememberedLanguage(): Promise<void> {
  await showLanguage(rememberedLanguage());
}
