import * as z from 'zod';

/** Province code of the National Statistics Office since 1 July 2025, two digits ("38" is Thanh Hóa). */
export const ProvinceCode = z.string().regex(/^\d{2}$/);
/** Commune (xã, phường) code of the National Statistics Office since 1 July 2025, five digits, leading zeros kept. */
export const CommuneCode = z.string().regex(/^\d{5}$/);

/**
 * Where somebody lives or something happened. Province and commune are those of today (two tiers, no
 * district); `village` is thôn/bản; `detail` is house number, road, or the name of a health station.
 * A place abroad has `country` (ISO 3166-1 alpha-2) and only `detail`.
 */
export const Place = z.strictObject({
  country: z.string().length(2).optional(),
  province: ProvinceCode.optional(),
  commune: CommuneCode.optional(),
  village: z.string().max(120).optional(),
  detail: z.string().max(200).optional(),
});

export type Place = z.infer<typeof Place>;
