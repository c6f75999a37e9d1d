import { useEffect } from 'react';
import type { ProblemWork } from '../../../../../contract/operations/field-work.ts';
import type { ProblemReport } from '../../../../../contract/up/report.ts';
import { civilDate, formatDate, formatDateTime } from '../../../../i18n/formats.ts';
import { useText } from '../../../../i18n/useText.ts';
import { LinkButton } from '../../../../ui/Button.tsx';
import { Icon } from '../../../../ui/Icon.tsx';
import { Notice, Spinner, StatusPill } from '../../../../ui/Notices.tsx';
import { FootBar, Page, ScreenTitle } from '../../../../ui/Page.tsx';
import { StoredPhoto } from '../../common/StoredPhoto.tsx';
import { useServices, useSession } from '../../common/services.ts';
import { useKeptWork } from '../../common/work/useKeptWork.ts';
import styles from '../report/Report.module.css';
import { Road } from '../report/Road.tsx';
import { type ReportRoad, useReports } from '../report/useReports.ts';

/** `/work/problem/:id`: what was reported, where it stands, and what the office answers. Looking at it marks it as read. */
export function ProblemPage({ id }: { readonly id: string }) {
  const t = useText('reports');
  const { storage } = useServices();
  const { vault } = useSession();
  const kept = useKeptWork();
  const own = useReports();
  const office = kept?.work.problems.find((one) => one.id === id);
  const answers = office?.answers.length ?? 0;
  useEffect(() => {
    if (answers > 0) void storage.fieldWork().then((store) => store.markRead(vault, id, answers));
  }, [storage, vault, id, answers]);
  if (kept === null || own === undefined) return <Spinner label={t('working')} />;
  const report = own.reports.find((one): one is ProblemReport => one.kind === 'problem' && one.id === id);
  return (
    <Page
      width="narrow"
      foot={
        <FootBar>
          <LinkButton href="/work" size="large" icon={<Icon name="back" />}>
            {t('back')}
          </LinkButton>
        </FootBar>
      }
    >
      <div className={styles.page}>
        <ScreenTitle>{t('problem.one')}</ScreenTitle>
        {report === undefined && office === undefined && <Notice tone="care">{t('problem.gone')}</Notice>}
        <Standing id={id} office={office} road={own.roadOf(id)} />
        {office?.answers.map((answer) => (
          <section key={answer.at} className={styles.sheet} data-answer>
            <h2>{t('problem.answer', { name: answer.byName })}</h2>
            <p className={styles.words}>{answer.text}</p>
            <p className={styles.soft}>{formatDateTime(answer.at)}</p>
          </section>
        ))}
        {report !== undefined && <Said report={report} />}
        {report === undefined && office !== undefined && <p>{t('problem.elsewhere')}</p>}
      </div>
    </Page>
  );
}

interface StandingProps {
  readonly id: string;
  readonly office: ProblemWork | undefined;
  readonly road: ReportRoad;
}

function Standing({ id, office, road }: StandingProps) {
  const t = useText('reports');
  const { now } = useServices();
  if (office === undefined) return <Road id={id} road={road} />;
  const isLate = office.dueDate !== null && office.dueDate < civilDate(now());
  return (
    <div>
      <StatusPill state={office.state === 'sent' ? 'off' : 'good'}>
        {t(`problem.state.${office.state}`)}
      </StatusPill>
      {office.state === 'routed' && office.departmentName !== null && (
        <p>{t('problem.with', { department: office.departmentName })}</p>
      )}
      {office.dueDate !== null && (
        <p>{t(isLate ? 'problem.late' : 'problem.due', { day: formatDate(office.dueDate) })}</p>
      )}
    </div>
  );
}

function Said({ report }: { readonly report: ProblemReport }) {
  const t = useText('reports');
  const photos = report.attachments.filter(({ mediaType }) => mediaType.startsWith('image/'));
  const voices = report.attachments.length - photos.length;
  return (
    <section className={styles.sheet}>
      <h2>{t('problem.said')}</h2>
      <p className={styles.words}>{report.text || t('problem.noWords')}</p>
      <p className={styles.soft}>{formatDateTime(report.at)}</p>
      {photos.length > 0 && (
        <ol className={styles.photos}>
          {photos.map((photo, index) => (
            <li key={photo.id}>
              <StoredPhoto attachment={photo} alt={t('files.photo', { number: index + 1 })} />
            </li>
          ))}
        </ol>
      )}
      {voices > 0 && <p className={styles.soft}>{t('problem.voices', { count: voices })}</p>}
    </section>
  );
}
