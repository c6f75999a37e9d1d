import { Link } from 'wouter';
import type { AppointmentWork } from '../../../../../contract/operations/field-work.ts';
import { formatDate } from '../../../../i18n/formats.ts';
import { useText } from '../../../../i18n/useText.ts';
import { useSession } from '../../common/services.ts';
import styles from '../report/Report.module.css';
import work from '../Work.module.css';

/** Appointments with the police of people this person helped: read from their accounts, as they speak of them. */
export function AppointmentList({ appointments }: { readonly appointments: readonly AppointmentWork[] }) {
  const t = useText('reports');
  const { records } = useSession();
  const here = new Set(records.listEntries().map(({ id }) => id));
  if (appointments.length === 0) return null;
  return (
    <section className={work.kind}>
      <h2>{t('appointments.title', { count: appointments.length })}</h2>
      <ul>
        {appointments.map((one) => (
          <li key={one.accountId} className={styles.sheet}>
            <b>
              {formatDate(one.day)} · {one.name}
            </b>
            <span>{[one.village, one.place].filter(Boolean).join(' · ')}</span>
            {one.needsTransport && <span>{t('appointments.transport')}</span>}
            {here.has(one.accountId) && (
              <Link href={`/summary/${one.accountId}`}>{t('appointments.open')}</Link>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
