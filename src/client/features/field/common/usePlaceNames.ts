import { useEffect, useMemo, useState } from 'react';
import { type Commune, findCommune, findProvince } from '../../../../domain/place/communes.ts';
import type { PlaceNames } from '../../../answers/format-answer.ts';
import type { ScreenLanguage } from '../../../i18n/languages.ts';
import { useLanguage } from '../../../i18n/useLanguage.ts';

type FindCommune = (code: string) => Commune | undefined;

/**
 * Names of places by code. Those of Thanh Hóa are here at once; the other provinces' list is fetched from the app's own
 * files the first time a code from there is asked for, and the screen is drawn again when it has come. `only`
 * fixes the language that countries are named in, for official papers.
 */
export function usePlaceNames(only?: ScreenLanguage): PlaceNames {
  const screen = useLanguage();
  const language = only ?? screen;
  const [elsewhere, setElsewhere] = useState<{ readonly find: FindCommune }>();
  const [wanted, setWanted] = useState(false);
  useEffect(() => {
    if (!wanted) return;
    let here = true;
    void import('../../../../domain/place/all-communes.ts').then(({ findAnyCommune }) => {
      if (here) setElsewhere({ find: findAnyCommune });
    });
    return () => {
      here = false;
    };
  }, [wanted]);
  return useMemo(() => {
    const countries = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
    return {
      province: (code) => findProvince(code)?.name,
      commune: (code) => {
        const found = findCommune(code) ?? elsewhere?.find(code);
        if (found === undefined && elsewhere === undefined) queueMicrotask(() => setWanted(true));
        return found?.name;
      },
      country: (code) => countries.of(code),
    };
  }, [language, elsewhere]);
}
