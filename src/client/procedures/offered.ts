import { use, useSyncExternalStore } from 'react';
import { useLanguage } from '../i18n/useLanguage.ts';
import type { OfferedProcedure } from './list-offered.ts';
import { ProceduresContext } from './procedures-context.ts';

export type { OfferedProcedure } from './list-offered.ts';

/**
 * Every procedure that can be begun here, shipped or published, in the language of the screen. Suspends while they are
 * read for the first time; renders again when the office has said something new.
 */
export function useOffered(): readonly OfferedProcedure[] {
  const procedures = use(ProceduresContext);
  const language = useLanguage();
  return use(useSyncExternalStore(procedures.subscribe, () => procedures.offered(language)));
}
