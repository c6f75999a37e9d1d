import type { FieldWork } from '../../../../contract/operations/field-work.ts';
import { formatDateTime } from '../../../i18n/formats.ts';
import { useText } from '../../../i18n/useText.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import { Drawing } from '../../../ui/drawings/Drawing.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { Spinner } from '../../../ui/Notices.tsx';
import { EmptyState, FootBar, Page, ScreenTitle } from '../../../ui/Page.tsx';
import { useKeptWork } from '../common/work/useKeptWork.ts';
import { ProblemList } from './problem/ProblemList.tsx';
import { SupplementList } from './SupplementList.tsx';
import { AppointmentList } from './visit/AppointmentList.tsx';
import { VisitList } from './visit/VisitList.tsx';
import styles from './Work.module.css';

/** `/work`: what the office asks of this person, as it was when the tablet last heard; each kind of work in its own list. */
export function WorkPage() {
  const t = useText('supplement');
  const reports = useText('reports');
  const kept = useKeptWork();
  if (kept === null) return <Spinner label={t('working')} />;
  const work = kept?.work;
  return (
    <Page
      width="wide"
      foot={
        <FootBar
          end={
            <LinkButton href="/work/report" size="large" icon={<Icon name="speech" />}>
              {reports('list.report')}
            </LinkButton>
          }
        >
          <LinkButton href="/" size="large" icon={<Icon name="back" />}>
            {t('go.home')}
          </LinkButton>
        </FootBar>
      }
    >
      <div className={styles.work}>
        <header>
          <ScreenTitle>{t('list.title')}</ScreenTitle>
          <p className={styles.asOf}>
            {kept === undefined ? t('list.never') : t('list.asOf', { at: formatDateTime(kept.askedAt) })}
          </p>
        </header>
        {work === undefined || isNothing(work) ? (
          <EmptyState drawing={<Drawing name="paper" size={56} />}>{t('list.empty')}</EmptyState>
        ) : (
          <>
            <VisitList visits={work.visits} />
            {work.supplements.length > 0 && <SupplementList supplements={work.supplements} />}
            <AppointmentList appointments={work.appointments} />
          </>
        )}
        <ProblemList problems={work?.problems ?? []} />
      </div>
    </Page>
  );
}

/** Nothing that the office asks for: what this person asked the office is told all the same. */
function isNothing({ visits, supplements, appointments }: FieldWork): boolean {
  return visits.length + supplements.length + appointments.length === 0;
}
