import en from '../../locales/en/authoring.json' with { type: 'json' };
import vi from '../../locales/vi/authoring.json' with { type: 'json' };

/** Languages in which authors are spoken to. */
export type AuthorLanguage = 'vi' | 'en';

interface Table {
  readonly [key: string]: string | Table;
}
const SENTENCES: Readonly<Record<AuthorLanguage, Table>> = { vi, en };

/** The sentence below a key of `locales/<lang>/authoring.json`, with its blanks filled in; the key where there is none. */
export function sentence(
  language: AuthorLanguage,
  key: string,
  params: Readonly<Record<string, string | number>> = {},
): string {
  const found = key
    .split('.')
    .reduce<string | Table | undefined>(
      (at, part) => (typeof at === 'object' && Object.hasOwn(at, part) ? at[part] : undefined),
      SENTENCES[language],
    );
  if (typeof found !== 'string') return key;
  return found.replaceAll(/\{\{(\w+)\}\}/g, (blank, name: string) =>
    Object.hasOwn(params, name) ? String(params[name]) : blank,
  );
}
