import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScreenLanguage } from './languages.ts';
import { namespacesOf, type ProcedureWords } from './procedure-texts.ts';
import { findFile, type Sentence, type TextParams } from './sentences.ts';

/** The sentence behind a key. `find` gives undefined where no file has such a sentence (optional hints). */
export interface Text {
  (key: string, params?: TextParams): string;
  find(key: string, params?: TextParams): string | undefined;
  /** The sentence with the phrase it is, for what can also be heard. */
  sentence(key: string, params?: TextParams): Sentence;
}

/**
 * Texts of one file in `locales/<lang>/`, or of several: the first that has the sentence says it. Suspends while a file is
 * loaded; changes with the language. With `only` it speaks that language whatever the screen does: an official paper.
 */
export function useText(namespace: string | readonly string[] = 'common', only?: ScreenLanguage): Text {
  // One list for the same names, so that nothing below is made anew at each render.
  const names = typeof namespace === 'string' ? namespace : namespace.join(' ');
  const looked = useMemo(() => names.split(' '), [names]);
  const { t, i18n } = useTranslation(looked, {
    nsMode: 'fallback',
    ...(only === undefined ? {} : { lng: only }),
  });
  return useMemo(
    () =>
      Object.assign((key: string, params?: TextParams) => t(key, { ...params }), {
        find: (key: string, params?: TextParams) =>
          i18n.exists(key, { ns: looked, ...(only === undefined ? {} : { lng: only }) })
            ? t(key, { ...params })
            : undefined,
        sentence: (key: string, params?: TextParams): Sentence => {
          const file = findFile(looked, key);
          return {
            text: t(key, { ...params }),
            ...(file === undefined ? {} : { phrase: `${file}:${key}` }),
            ...(params === undefined ? {} : { params }),
          };
        },
      }),
    [t, i18n, looked, only],
  );
}

/** Texts of one procedure and what all share, loaded the first time they are asked for. */
export function useProcedureText(procedure: ProcedureWords, only?: ScreenLanguage): Text {
  return useText(namespacesOf(procedure), only);
}
