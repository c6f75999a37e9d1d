import i18next from 'i18next';
import resourcesToBackend from 'i18next-resources-to-backend';
import { initReactI18next } from 'react-i18next';
import * as z from 'zod';
import commonInVietnamese from '../../../locales/vi/common.json' with { type: 'json' };
import type { Texts } from './procedure-files.ts';

/** Languages a person can choose for the screen. A language pack adds itself here, with its folder in `locales/`. */
export const screenLanguages = ['vi', 'en'] as const;
export type ScreenLanguage = (typeof screenLanguages)[number];

const ScreenLanguageSchema = z.enum(screenLanguages);
const LANGUAGE_KEY = 've-ban-language';

// Vietnamese `common` is part of the first script, so the first screen never waits for its words.
const files = import.meta.glob<Texts>(['../../../locales/*/*.json', '!../../../locales/vi/common.json'], {
  import: 'default',
});

async function loadTexts(language: string, namespace: string): Promise<Texts> {
  // Which procedures there are is not the first script's business either: their list grows.
  if (namespace.startsWith('procedures/')) {
    const { loadProcedureTexts } = await import('./procedure-files.ts');
    return await loadProcedureTexts(language, namespace);
  }
  return (await files[`../../../locales/${language}/${namespace}.json`]?.()) ?? {};
}

function rememberedLanguage(): ScreenLanguage {
  const remembered = ScreenLanguageSchema.safeParse(globalThis.localStorage?.getItem(LANGUAGE_KEY));
  return remembered.success ? remembered.data : 'vi';
}

/** Prepares the texts; call once before the first render. Only the language's tag is remembered on the device. */
export async function startTexts(): Promise<void> {
  await i18next
    .use(resourcesToBackend(loadTexts))
    .use(initReactI18next)
    .init({
      lng: rememberedLanguage(),
      fallbackLng: 'vi',
      supportedLngs: screenLanguages,
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
  const parsed = ScreenLanguageSchema.safeParse(i18next.language);
  return parsed.success ? parsed.data : 'vi';
}

/** Switches all texts while the app runs, and remembers the choice on this device. */
export async function setLanguage(language: ScreenLanguage): Promise<void> {
  localStorage.setItem(LANGUAGE_KEY, language);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}
