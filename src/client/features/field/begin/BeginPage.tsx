import { useDeferredValue, useState } from 'react';
import { Link } from 'wouter';
import { findProcedures } from '../../../../domain/finding/find-procedures.ts';
import { type LifeEvent, proceduresOf } from '../../../../domain/finding/life-events.ts';
import { useText } from '../../../i18n/useText.ts';
import { useOffered } from '../../../procedures/offered.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import { Drawing } from '../../../ui/drawings/Drawing.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { FootBar, Page, ScreenTitle } from '../../../ui/Page.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { lifeEvents } from '../common/life-events.ts';
import styles from './Begin.module.css';

import { ProcedureCards } from './ProcedureCards.tsx';

/** `/begin` and `/begin/:event`: by what happened, or by any words for it. */
export function BeginPage({ event }: { readonly event: string | undefined }) {
  const t = useText('begin');
  const chosen = lifeEvents.find(({ id }) => id === event);
  return (
    <Page
      width="wide"
      foot={
        <FootBar>
          <LinkButton href={chosen === undefined ? '/' : '/begin'} size="large" icon={<Icon name="back" />}>
            {t(chosen === undefined ? 'home' : 'back')}
          </LinkButton>
        </FootBar>
      }
    >
      {chosen === undefined ? <AllEvents /> : <OneEvent event={chosen} />}
    </Page>
  );
}

function AllEvents() {
  const t = useText('begin');
  const offered = useOffered();
  const [query, setQuery] = useState('');
  const wanted = useDeferredValue(query);
  const found = findProcedures(wanted, offered);
  return (
    <div className={styles.begin}>
      <ScreenTitle>{t('title')}</ScreenTitle>
      <TextField label={t('search')} type="search" value={query} onChange={setQuery} />
      {wanted.trim() === '' ? (
        <div className={styles.events}>
          {lifeEvents
            .filter((event) => proceduresOf(event, offered).length > 0)
            .map((event) => (
              <Link key={event.id} href={`/begin/${event.id}`} className={styles.card}>
                <Drawing name={event.drawing} size={64} />
                <span>{t(`events.${event.id}`)}</span>
              </Link>
            ))}
        </div>
      ) : (
        <section className={styles.block} aria-live="polite">
          <p>{t(found.length === 0 ? 'foundNone' : 'found', { count: found.length })}</p>
          <ProcedureCards procedures={found} />
        </section>
      )}
    </div>
  );
}

function OneEvent({ event }: { readonly event: LifeEvent }) {
  const t = useText('begin');
  const offered = proceduresOf(event, useOffered());
  return (
    <div className={styles.begin}>
      <ScreenTitle>{t(`events.${event.id}`)}</ScreenTitle>
      <p className={styles.purpose}>{t('choose')}</p>
      <ProcedureCards procedures={offered} first={event.first} />
    </div>
  );
}
