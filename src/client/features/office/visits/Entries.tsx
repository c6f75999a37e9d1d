import { Link } from 'wouter';
import type { PlannedVisit, PoliceAppointment } from '../../../../contract/operations/tasks.ts';
import { useText } from '../../../i18n/useText.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { standingOf } from './standing.ts';
import styles from './Visits.module.css';

/** A visit in a day of the calendar: where to, who goes, how it stands. */
export function VisitEntry({
  visit,
  today,
  href,
  isOpen,
}: {
  readonly visit: PlannedVisit;
  readonly today: string;
  readonly href: string;
  readonly isOpen: boolean;
}) {
  const t = useText('office-visits');
  const { words, sign } = standingOf(visit, today);
  return (
    <Link
      href={href}
      className={styles.entry}
      data-status={visit.status}
      {...(isOpen ? { 'aria-current': 'true' as const } : {})}
    >
      <b>{visit.village}</b>
      <span>{visit.staff.map(({ displayName }) => displayName).join(', ')}</span>
      <span className={styles.more}>
        {visit.households.length === 0
          ? t('noHouseholds')
          : t('households', { count: visit.households.length })}
      </span>
      <span className={styles.standing} data-sign={sign}>
        {t(words)}
      </span>
    </Link>
  );
}

/** An appointment with the police, as its account speaks of it. */
export function AppointmentEntry({ appointment }: { readonly appointment: PoliceAppointment }) {
  const t = useText('office-visits');
  return (
    <Link href={`/accounts/${appointment.id}`} className={styles.entry} data-kind="appointment">
      <span className={styles.kind}>
        <Icon name="person" size={18} />
        {t('appointment.short')}
      </span>
      <b>{appointment.name}</b>
      {appointment.place !== null && <span className={styles.more}>{appointment.place}</span>}
      {appointment.needsTransport && <span>{t('appointment.transport')}</span>}
    </Link>
  );
}
