import { useCallback } from 'react';
import type { Translate } from '../../../answers/format-answer.ts';
import { useDevice } from '../common/services.ts';

/** The exact text of a consent as shown and hashed: the commune is named, without its own "Xã" or "Phường". */
export function useConsentText(words: Translate): (purpose: string) => string {
  const name = useDevice()?.commune.name ?? '';
  return useCallback(
    (purpose) => words(`consents.${purpose}.text`, { commune: name.replace(/^(Xã|Phường)\s+/u, '') }),
    [words, name],
  );
}
