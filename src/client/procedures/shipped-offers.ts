import * as z from 'zod';
import type { ScreenLanguage } from '../i18n/languages.ts';

/** What a list of procedures shows and chooses by, without the declaration itself. */
export const Offer = z.object({
  id: z.string(),
  version: z.int().min(1),
  lifeEvents: z.array(z.string()).default([]),
  reach: z.enum(['file', 'prepare']).default('file'),
  validFrom: z.string().optional(),
  validTo: z.string().optional(),
});
export type Offer = z.infer<typeof Offer>;

/** What a procedure is found by, in one language. `keywords` are everyday words with commas between. */
export const ProcedureName = z.object({
  name: z.string(),
  purpose: z.string().default(''),
  keywords: z.string().default(''),
});
export type ProcedureName = z.infer<typeof ProcedureName>;

// Both by `?pick=` (vite.config.ts): the files themselves stay chunks that are read when their procedure is.
const offers = import.meta.glob<unknown>('../../procedures/*/procedure.json', {
  eager: true,
  import: 'default',
  query: '?pick=id,version,lifeEvents,reach,validFrom,validTo',
});
const names = import.meta.glob<unknown>(
  ['../../../locales/*/procedures/*.json', '!../../../locales/*/procedures/shared.json'],
  { eager: true, import: 'default', query: '?pick=name,purpose,keywords' },
);

/** The newest version of each procedure of this build. */
export const shippedOffers: readonly Offer[] = Object.values(offers).map((json) => Offer.parse(json));

/** In Vietnamese where a language has no words for it yet. Throws for a procedure that this build does not carry. */
export function nameShipped(id: string, language: ScreenLanguage): ProcedureName {
  const json = names[`../../../locales/${language}/procedures/${id}.json`];
  return ProcedureName.parse(json ?? names[`../../../locales/vi/procedures/${id}.json`]);
}
