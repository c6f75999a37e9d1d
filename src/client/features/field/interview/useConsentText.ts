import { useCallback } from 'react';
import type { Translate } from '../../../answers/format-answer.ts';
import { useDevice } from '../common/services.ts';

/** The commune's name as a consent says it: without its own "Xã" or "Phường". */
export function useCommuneName(): string {
  return (useDevice()?.commune.name ?? '').replace(/^(Xã|Phường)\s+/u, '');
}

/** The exact text of a consent as shown and hashed; the commune is named. */
export function useConsentText(words: Translate): (purpose: string) => string {
  const commune = useCommuneName();
  return useCallback((purpose) => words(`consents.${purpose}.text`, { commune }), [words, commune]);
}
