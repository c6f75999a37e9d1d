import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { ProblemDetail } from '../../../../contract/operations/problems.ts';
import { formatDateTime } from '../../../i18n/formats.ts';
import { useText } from '../../../i18n/useText.ts';
import { Notice, Spinner, StatusPill } from '../../../ui/Notices.tsx';
import { FactList } from '../common/FactList.tsx';
import { StaleNotice } from '../common/StaleNotice.tsx';
import { useProcedureName } from '../common/useProcedureName.ts';
import { ProblemActs } from './ProblemActs.tsx';
import { ProblemSteps } from './ProblemSteps.tsx';
import styles from './Problems.module.css';
import { problemQuery } from './problem-queries.ts';
import { ReportFiles } from './ReportFiles.tsx';

/** One problem: what was said, what came with it, what to do, and what was done. */
export function ProblemPage({ id, back }: { readonly id: string; readonly back: string }) {
  const t = useText('office-problems');
  const office = useText('office');
  const query = useQuery(problemQuery(id));
  const problem = query.data;
  return (
    <article className={styles.problem}>
      <Link href={back} className={styles.back}>
        ← {t('back')}
      </Link>
      <StaleNotice query={query} />
      {problem === undefined && query.error === null && <Spinner label={office('loading')} />}
      {problem !== undefined && (
        <>
          <header>
            <h1>{t('title')}</h1>
            <StatusPill state={problem.isLate ? 'attention' : problem.state === 'sent' ? 'off' : 'good'}>
              {problem.isLate ? `${t(`state.${problem.state}`)} · ${t('late')}` : t(`state.${problem.state}`)}
            </StatusPill>
          </header>
          <blockquote className={styles.words}>
            {problem.text === '' ? t('noWords') : problem.text}
          </blockquote>
          {problem.escalatedAt !== null && problem.isLate && (
            <Notice tone="care">{t('escalated', { when: formatDateTime(problem.escalatedAt) })}</Notice>
          )}
          <ReportFiles files={problem.files} />
          <ProblemActs key={problem.id} problem={problem} />
          <Facts problem={problem} />
          <ProblemSteps steps={problem.steps} />
        </>
      )}
    </article>
  );
}

function Facts({ problem }: { readonly problem: ProblemDetail }) {
  const t = useText('office-problems');
  return (
    <FactList
      title={t('facts.title')}
      facts={[
        { label: t('facts.by'), value: `${problem.byName} · ${problem.deviceName}` },
        { label: t('facts.at'), value: formatDateTime(problem.at) },
        { label: t('facts.received'), value: formatDateTime(problem.receivedAt) },
        {
          label: t('facts.due'),
          value: problem.isTimeConfirmed
            ? formatDateTime(problem.dueAt)
            : `${formatDateTime(problem.dueAt)} (${t('facts.unconfirmed')})`,
        },
        { label: t('facts.priority'), value: t(`priority.${problem.priority}`) },
        { label: t('facts.department'), value: problem.department?.name ?? t('facts.nobody') },
        ...(problem.assigneeName === null
          ? []
          : [{ label: t('facts.assignee'), value: problem.assigneeName }]),
        problem.about === null
          ? {
              label: t('facts.about'),
              value: t(problem.isAboutAwaited ? 'facts.aboutAwaited' : 'facts.general'),
            }
          : {
              label: t(problem.about.kind === 'dossier' ? 'facts.about' : 'facts.aboutAccount'),
              value: <Subject about={problem.about} />,
            },
      ]}
    />
  );
}

function Subject({ about }: { readonly about: NonNullable<ProblemDetail['about']> }) {
  const procedure = useProcedureName(about.procedureId, about.procedureVersion);
  const words = `${procedure} · ${about.subjectName} · ${about.officialCode ?? about.reference}`;
  if (!about.mayOpen) return words;
  return (
    <Link href={about.kind === 'dossier' ? `/queue/all/${about.id}` : `/accounts/${about.id}`}>{words}</Link>
  );
}
