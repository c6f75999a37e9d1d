import type { Text } from '../../../i18n/useText.ts';
import type { PaperAsked } from '../common/papers/papers-asked.ts';

/**
 * What to say of a paper beside its name: the key of its reason, else of its hint, and the papers that may stand in for
 * it. Of what is merely welcome the name is enough. `words` are the procedure's texts.
 */
export function explainPaper(
  { document, need }: PaperAsked,
  words: Text,
): { readonly key: string | undefined; readonly alternatives: readonly string[] } {
  const keys = [`reasons.document-${document.id}`, `documents.${document.id}.hint`];
  return {
    key: need === 'maybe' ? undefined : keys.find((key) => words.find(key) !== undefined),
    alternatives: document.alternatives.length > 1 ? document.alternatives : [],
  };
}
