import type { ScreenLanguage } from '../../../../i18n/languages.ts';
import { type Sentence, shownLanguage } from '../../../../i18n/sentences.ts';
import type { Text } from '../../../../i18n/useText.ts';

interface WordsProps {
  readonly of: Text;
  readonly language: ScreenLanguage;
  readonly children: (t: Text) => string;
}

/** Words of one language; what it has no phrase for is said in Vietnamese, and marked so for voices and fonts. */
export function Words({ of, language, children }: WordsProps) {
  let isOwn = true;
  const note = ({ phrase, text }: Sentence) => {
    isOwn &&= shownLanguage(language, phrase) === language;
    return text;
  };
  const noted: Text = Object.assign((...said: Parameters<Text>) => note(of.sentence(...said)), {
    find: (...said: Parameters<Text>) =>
      of.find(...said) === undefined ? undefined : note(of.sentence(...said)),
    sentence: of.sentence,
  });
  const said = children(noted);
  return isOwn ? said : <span lang="vi">{said}</span>;
}
