import { Link } from 'wouter';
import type { Visit } from '../../../../../contract/operations/field-work.ts';
import { civilDate, formatDate } from '../../../../i18n/formats.ts';
import { useText } from '../../../../i18n/useText.ts';
import { Icon } from '../../../../ui/Icon.tsx';
import { useServices } from '../../common/services.ts';
import styles from '../report/Report.module.css';
import { useReports } from '../report/useReports.ts';
import work from '../Work.module.css';
import { VisitStatusPill } from './VisitStatusPill.tsx';
import { sortVisits, type VisitHere } from './visit-days.ts';

const KINDS = ['left', 'today', 'coming', 'over'] as const;

/** Where this person goes: what was left, today, what comes, and what is over. */
export function VisitList({ visits }: { readonly visits: readonly Visit[] }) {
  const t = useText('reports');
  const { now } = useServices();
  const own = useReports();
  if (own === undefined || visits.length === 0) return null;
  const days = sortVisits(visits, own.reports, civilDate(now()));
  return KINDS.map((kind) =>
    days[kind].length === 0 ? null : (
      <section key={kind} className={work.kind}>
        <h2>{t(`visits.${kind}`, { count: days[kind].length })}</h2>
        <ul>
          {days[kind].map((here) => (
            <li key={here.visit.id}>
              <VisitCard here={here} />
            </li>
          ))}
        </ul>
      </section>
    ),
  );
}

function VisitCard({ here }: { readonly here: VisitHere }) {
  const t = useText('reports');
  const { visit } = here;
  return (
    <Link href={`/work/visit/${visit.id}`} className={work.card}>
      <span className={work.cardHead}>
        <b>{visit.village}</b>
        <VisitStatusPill status={here.status} />
      </span>
      <span>
        {formatDate(visit.day)}
        {visit.households.length > 0 && ` · ${t('visit.households', { count: visit.households.length })}`}
      </span>
      {visit.note !== '' && <span className={styles.beginning}>{visit.note}</span>}
      <Icon name="next" />
    </Link>
  );
}
