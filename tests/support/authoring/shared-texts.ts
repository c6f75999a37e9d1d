import { readFileSync } from 'node:fs';

/** What many procedures say alike, by language, as `locales/` has it. */
export function readSharedTexts(): Readonly<Record<string, unknown>> {
  return Object.fromEntries(['vi', 'en'].map((language) => [language, readTexts(language, 'shared')]));
}

/** The sentences of one procedure in one language. */
export function readTexts(language: string, id: string): unknown {
  return JSON.parse(readFileSync(`locales/${language}/procedures/${id}.json`, 'utf8'));
}
