import { screenLanguages, setLanguage } from '../../../i18n/i18n.ts';
import { useLanguage } from '../../../i18n/useLanguage.ts';
import { useText } from '../../../i18n/useText.ts';
import { Button } from '../../../ui/Button.tsx';

/** One press to the next language, named in that language. */
export function LanguageSwitch() {
  const language = useLanguage();
  const next = screenLanguages[(screenLanguages.indexOf(language) + 1) % screenLanguages.length] ?? language;
  const t = useText();
  return (
    <Button variant="quiet" lang={next} onClick={() => void setLanguage(next)}>
      {t(`languageNames.${next}`)}
    </Button>
  );
}
