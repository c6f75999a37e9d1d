import { useQuery } from '@tanstack/react-query';
import { useText } from '../../../i18n/useText.ts';
import { Spinner } from '../../../ui/Notices.tsx';
import { RoomPage } from '../common/RoomPage.tsx';
import { StaleNotice } from '../common/StaleNotice.tsx';
import { LanguageCard } from './LanguageCard.tsx';
import styles from './Languages.module.css';
import { languageListQuery } from './language-queries.ts';
import { workDone } from './next-steps.ts';

/** `/languages`: how far each language has come, who lent a voice to it, and what comes next; those with work first. */
export function LanguagesRoom() {
  const t = useText('office-languages');
  const office = useText('office');
  const query = useQuery(languageListQuery);
  return (
    <RoomPage title={t('title')}>
      <p>{t('what')}</p>
      <StaleNotice query={query} />
      {query.data === undefined && query.error === null && <Spinner label={office('loading')} />}
      <ul className={styles.cards}>
        {[...(query.data?.languages ?? [])]
          .sort((a, b) => workDone(b) - workDone(a))
          .map((line) => (
            <li key={line.language}>
              <LanguageCard line={line} />
            </li>
          ))}
      </ul>
    </RoomPage>
  );
}
