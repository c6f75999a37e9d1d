import { useState } from 'react';
import { useLocation } from 'wouter';
import { getCurrentProcedure } from '../../../../procedures/catalogue.ts';
import { useLanguage } from '../../../i18n/useLanguage.ts';
import { useText } from '../../../i18n/useText.ts';
import { Drawing } from '../../../ui/drawings/Drawing.tsx';
import { Notice } from '../../../ui/Notices.tsx';
import { useServices, useSession } from '../common/services.ts';
import { startDraft } from '../common/start-draft.ts';
import styles from './Home.module.css';

/** What brings people, in their words, and the procedure it begins. */
const events = [
  { procedureId: 'birth-registration', drawing: 'baby' },
  { procedureId: 'account-registration', drawing: 'smartphone' },
] as const;

/** "What does the family need today?": one press begins an interview, kept from its first moment. */
export function BeginCards() {
  const t = useText();
  const { now } = useServices();
  const { records } = useSession();
  const language = useLanguage();
  const [, navigate] = useLocation();
  const [isFull, setFull] = useState(false);
  const begin = async (procedureId: string) => {
    const definition = getCurrentProcedure(procedureId);
    const outcome = await startDraft(
      { definition, languages: { reading: language, spoken: language } },
      records,
      now(),
    );
    if (outcome.kind === 'no-space') setFull(true);
    else navigate(`/interview/${outcome.id}`);
  };
  return (
    <section className={styles.block}>
      <h1>{t('home.begin')}</h1>
      {isFull && <Notice tone="problem">{t('home.noSpace')}</Notice>}
      <div className={styles.events}>
        {events.map(({ procedureId, drawing }) => (
          <button
            key={procedureId}
            type="button"
            className={styles.event}
            onClick={() => void begin(procedureId)}
          >
            <Drawing name={drawing} size={96} />
            <span>
              {t(`home.events.${procedureId}.need`)}
              <small>{t(`home.events.${procedureId}.what`)}</small>
            </span>
          </button>
        ))}
      </div>
    </section>
  );
}
