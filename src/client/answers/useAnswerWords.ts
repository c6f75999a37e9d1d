import { useMemo } from 'react';
import type { ScreenLanguage } from '../i18n/languages.ts';
import type { ProcedureWords } from '../i18n/procedure-texts.ts';
import { useProcedureText, useText } from '../i18n/useText.ts';
import type { Translate } from './format-answer.ts';

/**
 * The words for one procedure's answers in the language of the screen: its own texts, then the common ones. Suspends
 * while they load. `only` fixes the language, for official papers.
 */
export function useAnswerWords(procedure: ProcedureWords, only?: ScreenLanguage): Translate {
  const own = useProcedureText(procedure, only);
  const common = useText('answers', only);
  return useMemo(() => (key, params) => own.find(key, params) ?? common(key, params), [own, common]);
}
