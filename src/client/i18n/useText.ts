import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScreenLanguage } from './i18n.ts';

type TextParams = Readonly<Record<string, string | number>>;

/** The sentence behind a key. `find` gives undefined where a language pack has no such sentence (optional hints). */
export interface Text {
  (key: string, params?: TextParams): string;
  find(key: string, params?: TextParams): string | undefined;
}

/**
 * Texts of one file in `locales/<lang>/`. Suspends while a file is loaded; changes with the language. With `only` it
 * speaks that language whatever the screen does: an official paper.
 */
export function useText(namespace = 'common', only?: ScreenLanguage): Text {
  const { t, i18n } = useTranslation(namespace, only === undefined ? {} : { lng: only });
  return useMemo(
    () =>
      Object.assign((key: string, params?: TextParams) => t(key, { ...params }), {
        find: (key: string, params?: TextParams) =>
          i18n.exists(key, { ns: namespace, ...(only === undefined ? {} : { lng: only }) })
            ? t(key, { ...params })
            : undefined,
      }),
    [t, i18n, namespace, only],
  );
}

/** Texts of one procedure, loaded the first time they are asked for. */
export function useProcedureText(procedureId: string, only?: ScreenLanguage): Text {
  return useText(`procedures/${procedureId}`, only);
}
