import type { Change } from '../down/change.ts';

type Catalogue = Extract<Change, { kind: 'catalogue' }>;

/** Since version 4 language packs come from the office and are named by digest, which version 3 refuses to read. */
export function catalogueFor3(change: Catalogue): Catalogue {
  return {
    ...change,
    languagePacks: change.languagePacks.map(({ language, version }) => ({ language, version })),
  };
}
