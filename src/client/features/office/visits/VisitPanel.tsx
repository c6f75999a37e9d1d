import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import type { PlannedVisit } from '../../../../contract/operations/tasks.ts';
import { formatDate, formatDateTime } from '../../../i18n/formats.ts';
import { useText } from '../../../i18n/useText.ts';
import { Button, LinkButton } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { Notice, Spinner, StatusPill } from '../../../ui/Notices.tsx';
import { FactList } from '../common/FactList.tsx';
import { StaleNotice } from '../common/StaleNotice.tsx';
import { CancelDialog } from './CancelDialog.tsx';
import { standingOf } from './standing.ts';
import styles from './Visits.module.css';
import { visitQuery } from './visit-queries.ts';

interface VisitPanelProps {
  readonly id: string;
  readonly today: string;
  readonly back: string;
  readonly mayPlan: boolean;
  readonly onChange: (visit: PlannedVisit) => void;
  readonly onPlanAgain: (visit: PlannedVisit) => void;
}

/** One visit: who goes to whom, and what they said of it. */
export function VisitPanel({ id, today, back, mayPlan, onChange, onPlanAgain }: VisitPanelProps) {
  const t = useText('office-visits');
  const office = useText('office');
  const query = useQuery(visitQuery(id));
  const [isCancelling, setCancelling] = useState(false);
  const visit = query.data;
  if (visit === undefined)
    return query.error === null ? <Spinner label={office('loading')} /> : <StaleNotice query={query} />;
  const { words, sign } = standingOf(visit, today);
  return (
    <article className={styles.panel}>
      <LinkButton href={back} variant="quiet" size="small" icon={<Icon name="close" size={20} />}>
        {t('visit.close')}
      </LinkButton>
      <StaleNotice query={query} />
      <h2>{visit.village}</h2>
      <StatusPill state={sign}>{t(words)}</StatusPill>
      {visit.cancelledBecause !== null && (
        <Notice>{t('visit.cancelledBecause', { reason: visit.cancelledBecause })}</Notice>
      )}
      <FactList
        title={t('visit.facts')}
        facts={[
          { label: t('visit.day'), value: formatDate(visit.day) },
          { label: t('visit.staff'), value: visit.staff.map(({ displayName }) => displayName).join(', ') },
          { label: t('visit.note'), value: visit.note || t('visit.noNote') },
          { label: t('visit.plannedBy'), value: visit.plannedByName },
        ]}
      />
      <Households visit={visit} />
      <Words visit={visit} />
      <div className={styles.tools}>
        {visit.mayChange && (
          <>
            <Button size="small" onClick={() => onChange(visit)}>
              {t('visit.change')}
            </Button>
            <Button size="small" variant="quiet" onClick={() => setCancelling(true)}>
              {t('visit.cancel')}
            </Button>
          </>
        )}
        {mayPlan && visit.status !== 'planned' && visit.status !== 'done' && (
          <Button size="small" onClick={() => onPlanAgain(visit)}>
            {t('visit.again')}
          </Button>
        )}
      </div>
      {isCancelling && <CancelDialog visit={visit} onClose={() => setCancelling(false)} />}
    </article>
  );
}

function Households({ visit }: { readonly visit: PlannedVisit }) {
  const t = useText('office-visits');
  return (
    <section>
      <h3>{t('visit.households')}</h3>
      {visit.households.length === 0 && <p>{t('noHouseholds')}</p>}
      <ul>
        {visit.households.map((household) => (
          <li key={household.accountId ?? household.dossierId ?? household.name}>
            <b>{household.name}</b>
            {household.note !== '' && <span>{household.note}</span>}
            {household.dossierId !== null ? (
              <Link href={`/queue/all/${household.dossierId}`}>{t('visit.openDossier')}</Link>
            ) : (
              household.accountId !== null && (
                <Link href={`/accounts/${household.accountId}`}>{t('visit.openAccount')}</Link>
              )
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Words({ visit }: { readonly visit: PlannedVisit }) {
  const t = useText('office-visits');
  return (
    <section>
      <h3>{t('visit.words')}</h3>
      {visit.words.length === 0 && <p>{t('visit.noWords')}</p>}
      <ul>
        {visit.words.map((word) => (
          <li key={word.id}>
            <b>{t('visit.word', { name: word.byName, outcome: t(`status.${word.outcome}`) })}</b>
            <time dateTime={word.at}>{formatDateTime(word.at)}</time>
            {word.note !== '' && <p>{word.note}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
