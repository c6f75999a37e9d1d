import type { Sentence, TextParams } from '../i18n/sentences.ts';
import type { Text } from '../i18n/useText.ts';

/** The words of a choice and the phrase they are, for cards that can be heard. */
export function saidChoice(
  t: Text,
  key: string,
  params?: TextParams,
): { readonly label: string; readonly sentence: Sentence } {
  const sentence = t.sentence(key, params);
  return { label: sentence.text, sentence };
}
