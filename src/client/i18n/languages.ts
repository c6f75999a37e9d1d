import * as z from 'zod';

/** Vietnamese and English are whole: each sentence is in their files. What has no word in a pack is said in Vietnamese. */
export const wholeLanguages = ['vi', 'en'] as const;

/**
 * Languages a person can choose to read and to hear, each with a folder in `locales/`. Those that are not whole are packs:
 * phrase by phrase what somebody answers for.
 */
export const screenLanguages = [
  ...wholeLanguages,
  'mtq-Latn-VN',
  'tyr-Latn-VN',
  'blt-Tavt-VN',
  'hmn-Latn-VN',
] as const;
export type ScreenLanguage = (typeof screenLanguages)[number];

/** The language that all others fall back to, phrase by phrase. */
export const HOME_LANGUAGE = 'vi';

const Whole = z.enum(wholeLanguages);
export const ScreenLanguageSchema = z.enum(screenLanguages);

export function isWhole(language: string): boolean {
  return Whole.safeParse(language).success;
}

/** A language that the screen knows, or Vietnamese: a draft may name one that a later build has dropped. */
export function asScreenLanguage(tag: string): ScreenLanguage {
  const parsed = ScreenLanguageSchema.safeParse(tag);
  return parsed.success ? parsed.data : HOME_LANGUAGE;
}
