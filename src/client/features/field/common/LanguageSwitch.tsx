import { setLanguage } from '../../../i18n/i18n.ts';
import { wholeLanguages } from '../../../i18n/languages.ts';
import { useLanguage } from '../../../i18n/useLanguage.ts';
import { useText } from '../../../i18n/useText.ts';
import { Button } from '../../../ui/Button.tsx';

/** One press to the other language that is whole, named in that language. Citizens choose among all in the interview. */
export function LanguageSwitch() {
  const language = useLanguage();
  const next = wholeLanguages.find((one) => one !== language) ?? language;
  const t = useText();
  return (
    <Button variant="quiet" lang={next} onClick={() => void setLanguage(next)}>
      {t(`languageNames.${next}`)}
    </Button>
  );
}
