import { foldText } from '../citizen/fold.ts';
import provinceData from './data/provinces.json' with { type: 'json' };
import thanhHoaData from './data/thanh-hoa-communes.json' with { type: 'json' };
import type { Place } from './place.ts';

/** A province by its code of today; `name` says Tỉnh or Thành phố. */
export interface Province {
  readonly code: string;
  readonly name: string;
}

/** A commune (xã, phường) of today; `name` says which of the two it is. */
export interface Commune {
  readonly code: string;
  readonly name: string;
  readonly province: string;
}

export const THANH_HOA = '38';

/** The 34 provinces since 1 July 2025, by code. */
export const provinces: readonly Province[] = provinceData.provinces;

/** The 166 communes of Thanh Hóa, which ship with the app. Other provinces: `all-communes.ts`, loaded when needed. */
export const thanhHoaCommunes: readonly Commune[] = thanhHoaData.map((line) => readCommune(line, THANH_HOA));

const provinceByCode = new Map(provinces.map((province) => [province.code, province]));
const thanhHoaByCode = new Map(thanhHoaCommunes.map((commune) => [commune.code, commune]));

/** The province with this two-digit code. */
export function findProvince(code: string): Province | undefined {
  return provinceByCode.get(code);
}

/** The commune of Thanh Hóa with this five-digit code. */
export function findCommune(code: string): Commune | undefined {
  return thanhHoaByCode.get(code);
}

/**
 * Accent-blind search by name, in the order of the list: every word of `text` must begin a word of the name, so that
 * "pu lu" finds "Xã Pù Luông". An empty text finds all.
 */
export function searchCommunes<Named extends { readonly name: string }>(
  text: string,
  list: readonly Named[],
): readonly Named[] {
  const wanted = foldText(text).split(' ').filter(Boolean);
  if (wanted.length === 0) return list;
  return list.filter(({ name }) => {
    const words = foldText(name).split(' ');
    return wanted.every((part) => words.some((word) => word.startsWith(part)));
  });
}

/** The names of a place from the smallest part to the largest; parts that are not known are absent. */
export interface PlaceParts {
  readonly detail?: string;
  readonly village?: string;
  readonly commune?: string;
  readonly province?: string;
  /** ISO 3166-1 alpha-2; the screen says its name in its own language. */
  readonly country?: string;
}

/** `find` knows communes beyond Thanh Hóa where the caller has them; a code it does not know is shown as the code. */
export function placeParts(
  place: Place,
  find: (code: string) => Commune | undefined = findCommune,
): PlaceParts {
  return {
    ...(place.detail ? { detail: place.detail } : {}),
    ...(place.village ? { village: place.village } : {}),
    ...(place.commune ? { commune: find(place.commune)?.name ?? place.commune } : {}),
    ...(place.province ? { province: findProvince(place.province)?.name ?? place.province } : {}),
    ...(place.country ? { country: place.country } : {}),
  };
}

/** One line as Vietnamese addresses are written: smallest part first, commas between. */
export function formatPlace(place: Place, find: (code: string) => Commune | undefined = findCommune): string {
  const { detail, village, commune, province, country } = placeParts(place, find);
  return [detail, village, commune, province, country].filter((part) => part !== undefined).join(', ');
}

/** A line of the data files: five digits, a space, the name. */
export function readCommune(line: string, province: string): Commune {
  return { code: line.slice(0, 5), name: line.slice(6), province };
}
