import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { type ProblemLine, ProblemView } from '../../../../contract/operations/problems.ts';
import { formatMoment } from '../../../i18n/formats.ts';
import { useText } from '../../../i18n/useText.ts';
import { Spinner, StatusPill } from '../../../ui/Notices.tsx';
import { EmptyState } from '../../../ui/Page.tsx';
import pane from '../common/ListPane.module.css';
import { Split } from '../common/ListPane.tsx';
import { StaleNotice } from '../common/StaleNotice.tsx';
import { useNow } from '../common/useNow.ts';
import { ProblemPage } from './ProblemPage.tsx';
import styles from './Problems.module.css';
import { problemsQuery } from './problem-queries.ts';

/** Problems that staff reported from the villages, and the one that is open. */
export function ProblemsRoom({ view, id }: { readonly view: ProblemView; readonly id: string | undefined }) {
  const t = useText('office-problems');
  return (
    <Split
      list={<ProblemList view={view} openId={id} />}
      detail={id === undefined ? undefined : <ProblemPage key={id} id={id} back={`/problems/${view}`} />}
      nothingOpen={<EmptyState>{t('nothingOpen')}</EmptyState>}
    />
  );
}

function ProblemList({ view, openId }: { readonly view: ProblemView; readonly openId: string | undefined }) {
  const t = useText('office-problems');
  const office = useText('office');
  const query = useQuery(problemsQuery(view));
  const problems = query.data?.problems;
  return (
    <>
      <header className={pane.head}>
        <h1>{t('title')}</h1>
        <nav aria-label={t('views')} className={styles.views}>
          {ProblemView.options.map((one) => (
            <Link
              key={one}
              href={`/problems/${one}`}
              {...(one === view ? { 'aria-current': 'page' as const } : {})}
            >
              {t(`view.${one}`)} <span className="numbers">{query.data?.counts[one] ?? ''}</span>
            </Link>
          ))}
        </nav>
      </header>
      <div className={pane.stale}>
        <StaleNotice query={query} />
      </div>
      {problems === undefined && query.error === null && <Spinner label={office('loading')} />}
      {problems?.length === 0 && <p className={pane.empty}>{t(`empty.${view}`)}</p>}
      <ol>
        {problems?.map((problem) => (
          <li key={problem.id}>
            <Line problem={problem} href={`/problems/${view}/${problem.id}`} isOpen={problem.id === openId} />
          </li>
        ))}
      </ol>
    </>
  );
}

function Line({
  problem,
  href,
  isOpen,
}: {
  readonly problem: ProblemLine;
  readonly href: string;
  readonly isOpen: boolean;
}) {
  const t = useText('office-problems');
  const common = useText('common');
  const now = useNow();
  const isWaiting = problem.state === 'sent' || problem.state === 'routed';
  const due = formatMoment(problem.dueAt, now, common);
  return (
    <Link
      href={href}
      className={`${pane.line} ${styles.line}`}
      data-line
      {...(isOpen ? { 'aria-current': 'true' as const } : {})}
    >
      <b>{problem.beginning === '' ? t('noWords') : problem.beginning}</b>
      <span>
        {problem.byName} · {formatMoment(problem.receivedAt, now, common)}
        {problem.attachments > 0 && ` · ${t('line.files', { count: problem.attachments })}`}
      </span>
      <span className={styles.standing}>
        <StatusPill state={problem.isLate ? 'attention' : problem.state === 'sent' ? 'off' : 'good'}>
          {problem.isLate ? t('late') : t(`state.${problem.state}`)}
        </StatusPill>
        {problem.priority === 'urgent' && <b>{t('priority.urgent')}</b>}
        {isWaiting && <span>{t(problem.isLate ? 'line.late' : 'line.due', { when: due })}</span>}
      </span>
      {problem.department !== null && <span>{problem.department.name}</span>}
    </Link>
  );
}
