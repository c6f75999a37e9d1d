import i18next from 'i18next';
import { HOME_LANGUAGE, isWhole } from './languages.ts';
import { standingOf } from './standings.ts';

export type TextParams = Readonly<Record<string, string | number>>;

/** What is shown, and which phrase of the product it is: a voice is kept for the phrase, whatever it says of whom. */
export interface Sentence {
  /** `file:key`. Undefined for what a person said themselves: a name, a number. */
  readonly phrase?: string;
  readonly params?: TextParams;
  /** As it stands on the screen. */
  readonly text: string;
}

/** The first of these files that has the key in Vietnamese, which has them all; undefined where none has. */
export function findFile(files: readonly string[], key: string): string | undefined {
  return files.find((file) => i18next.exists(key, { ns: [file], lng: HOME_LANGUAGE, fallbackLng: [] }));
}

/** The Vietnamese sentence as it stands in its file, placeholders and all; undefined while its file is not loaded. */
export function vietnameseSource(phrase: string): string | undefined {
  const [file, key] = phrase.split(':');
  if (file === undefined || key === undefined) return undefined;
  const found: unknown = i18next.getResource(HOME_LANGUAGE, file, key);
  return typeof found === 'string' ? found : undefined;
}

/** A sentence in Vietnamese, whatever the screen speaks. */
export function sayInVietnamese({ phrase, params, text }: Sentence): string {
  const [file, key] = phrase?.split(':') ?? [];
  if (file === undefined || key === undefined) return text;
  return i18next.t(key, { ...params, ns: file, lng: HOME_LANGUAGE });
}

/**
 * The language that a phrase is shown in while the screen speaks `language`: a pack that has no word for it, or no checked one
 * where only such may serve, leaves it in Vietnamese.
 */
export function shownLanguage(language: string, phrase: string | undefined): string {
  const [file, key] = phrase?.split(':') ?? [];
  if (file === undefined || key === undefined || isWhole(language)) return language;
  return standingOf(language, file, key) === undefined ? HOME_LANGUAGE : language;
}
