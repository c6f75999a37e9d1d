import { setLanguage } from '../../../i18n/i18n.ts';
import { wholeLanguages } from '../../../i18n/languages.ts';
import { useLanguage } from '../../../i18n/useLanguage.ts';
import { useText } from '../../../i18n/useText.ts';
import styles from './LanguageSwitch.module.css';

/** Each language by its own name, the present one pressed. */
export function LanguageSwitch() {
  const t = useText('office');
  const language = useLanguage();
  return (
    <fieldset className={styles.languages}>
      <legend className="visually-hidden">{t('language')}</legend>
      {wholeLanguages.map((one) => (
        <button
          key={one}
          type="button"
          lang={one}
          aria-pressed={one === language}
          onClick={() => void setLanguage(one)}
        >
          {new Intl.DisplayNames([one], { type: 'language' }).of(one)}
        </button>
      ))}
    </fieldset>
  );
}
