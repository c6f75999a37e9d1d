import { useMemo } from 'react';
import { findSentence } from '../../../../../contract/find-sentence.ts';
import type { ProcedurePackage } from '../../../../../contract/procedure-package.ts';
import type { Translate } from '../../../../answers/format-answer.ts';
import { useLanguage } from '../../../../i18n/useLanguage.ts';
import { useText } from '../../../../i18n/useText.ts';

export interface PreviewWords extends Translate {
  /** Undefined where nobody has written the sentence: for hints, which need not be there. */
  find(key: string, params?: Parameters<Translate>[1]): string | undefined;
}

/**
 * The words of a package that is not kept yet, as the tablet will find them: its own in the language of the screen, those
 * that all share, then its Vietnamese ones. A sentence that is missing shows its key, so that its author sees it.
 */
export function usePreviewWords(texts: ProcedurePackage['texts']): PreviewWords {
  const language = useLanguage();
  const shared = useText('procedures/shared');
  const answers = useText('answers');
  return useMemo(() => {
    const find: PreviewWords['find'] = (key, params) =>
      findSentence([texts[language]], key, params, '…') ??
      shared.find(key, params) ??
      answers.find(key, params) ??
      findSentence([texts.vi], key, params, '…');
    return Object.assign((key: string, params?: Parameters<Translate>[1]) => find(key, params) ?? key, {
      find,
    });
  }, [texts, language, shared, answers]);
}
