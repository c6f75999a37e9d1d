import { useMemo } from 'react';
import { useProcedureText, useText } from '../i18n/useText.ts';
import type { Translate } from './format-answer.ts';

/**
 * The words for one procedure's answers in the language of the screen: its own texts, then the common ones. Suspends
 * while they load.
 */
export function useAnswerWords(procedureId: string): Translate {
  const procedure = useProcedureText(procedureId);
  const common = useText('answers');
  return useMemo(
    () => (key, params) => procedure.find(key, params) ?? common(key, params),
    [procedure, common],
  );
}
