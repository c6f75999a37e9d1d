import { Link } from 'wouter';
import type { ProblemWork } from '../../../../../contract/operations/field-work.ts';
import { useText } from '../../../../i18n/useText.ts';
import { Icon } from '../../../../ui/Icon.tsx';
import { StatusPill } from '../../../../ui/Notices.tsx';
import { useServices } from '../../common/services.ts';
import styles from '../report/Report.module.css';
import { RoadPill } from '../report/RoadPill.tsx';
import { type OwnReports, useReports } from '../report/useReports.ts';
import work from '../Work.module.css';
import { type ProblemHere, problemsHere } from './problem-standing.ts';

/** What this person asked the office, unread answers first. */
export function ProblemList({ problems }: { readonly problems: readonly ProblemWork[] }) {
  const t = useText('reports');
  const { now } = useServices();
  const own = useReports();
  if (own === undefined) return null;
  const here = problemsHere(own.reports, problems, { read: own.read, now: now() });
  if (here.length === 0) return null;
  return (
    <section className={work.kind}>
      <h2>{t('problem.list', { count: here.length })}</h2>
      <ul>
        {here.map((problem) => (
          <li key={problem.id}>
            <ProblemCard problem={problem} own={own} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function ProblemCard({ problem, own }: { readonly problem: ProblemHere; readonly own: OwnReports }) {
  const t = useText('reports');
  const { id, report, office, unread } = problem;
  return (
    <Link href={`/work/problem/${id}`} className={work.card}>
      <span className={work.cardHead}>
        <b className={styles.beginning}>{report?.text || t('problem.noWords')}</b>
        {unread > 0 ? (
          <StatusPill state="attention">{t('problem.unread')}</StatusPill>
        ) : office === undefined ? (
          <RoadPill road={own.roadOf(id)} />
        ) : (
          <StatusPill state={office.state === 'sent' ? 'off' : 'good'}>
            {t(`problem.state.${office.state}`)}
          </StatusPill>
        )}
      </span>
      <Icon name="next" />
    </Link>
  );
}
