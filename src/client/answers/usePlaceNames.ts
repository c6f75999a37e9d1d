import { useEffect, useMemo, useState } from 'react';
import { type Commune, findCommune, findProvince } from '../../domain/place/communes.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import type { PlaceNames } from './format-answer.ts';

/**
 * Names of places in the language of the screen. Thanh Hóa is known at once; the communes of the other provinces
 * come a moment later from their own chunk, and stay codes where it cannot be had.
 */
export function usePlaceNames(): PlaceNames {
  const language = useLanguage();
  const [find, setFind] = useState<(code: string) => Commune | undefined>(() => findCommune);
  useEffect(() => {
    let isWanted = true;
    import('../../domain/place/all-communes.ts').then(
      ({ findAnyCommune }) => isWanted && setFind(() => findAnyCommune),
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, []);
  return useMemo(() => {
    const countries = new Intl.DisplayNames([language], { type: 'region' });
    return {
      province: (code) => findProvince(code)?.name,
      commune: (code) => find(code)?.name,
      country: (code) => countries.of(code),
    };
  }, [language, find]);
}
