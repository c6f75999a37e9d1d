import type { ConsentRecord } from '../../../../contract/up/submission.ts';
import { formatDateTime } from '../../../i18n/formats.ts';
import type { ProcedureWords } from '../../../i18n/procedure-texts.ts';
import { useLanguage } from '../../../i18n/useLanguage.ts';
import { useProcedureText, useText } from '../../../i18n/useText.ts';
import { Icon } from '../../../ui/Icon.tsx';
import styles from './ConsentList.module.css';

interface ConsentListProps {
  readonly procedure: ProcedureWords;
  readonly consents: readonly ConsentRecord[];
}

/** One line per purpose: what was said to which text, in which language, how and when (Decree 356/2025/NĐ-CP Art. 6). */
export function ConsentList({ procedure, consents }: ConsentListProps) {
  const t = useText('office');
  const texts = useProcedureText(procedure);
  const languageNames = new Intl.DisplayNames([useLanguage()], { type: 'language' });
  return (
    <section className={styles.consents}>
      <h2>{t('consents.title', { count: consents.length })}</h2>
      {consents.length === 0 && <p>{t('consents.none')}</p>}
      <ul>
        {consents.map((consent) => (
          <li key={consent.id} data-granted={consent.granted}>
            <Icon name={consent.granted ? 'check' : 'close'} size={20} />
            <div>
              <b>
                {texts.find(`consents.${consent.purpose}.title`) ?? consent.purpose}:{' '}
                {t(consent.granted ? 'consents.granted' : 'consents.withheld')}
              </b>
              <p>
                {[
                  t('consents.text', { version: consent.textVersion, hash: consent.textHash.slice(0, 8) }),
                  languageNames.of(consent.language) ?? consent.language,
                  t(`consents.method.${consent.method}`),
                  t(`consents.by.${consent.givenBy}`),
                  formatDateTime(consent.at),
                ].join(' · ')}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
