import { Link } from 'wouter';
import type { Visit } from '../../../../../contract/operations/field-work.ts';
import { TaskOutcome } from '../../../../../domain/task/life.ts';
import { formatDate, formatDateTime } from '../../../../i18n/formats.ts';
import { useText } from '../../../../i18n/useText.ts';
import { Button, LinkButton } from '../../../../ui/Button.tsx';
import { ChoiceCards } from '../../../../ui/Choices.tsx';
import { Icon } from '../../../../ui/Icon.tsx';
import { Notice, Spinner } from '../../../../ui/Notices.tsx';
import { FootBar, Page, ScreenTitle } from '../../../../ui/Page.tsx';
import { TextArea } from '../../../../ui/TextField.tsx';
import { useSession } from '../../common/services.ts';
import { useKeptWork } from '../../common/work/useKeptWork.ts';
import styles from '../report/Report.module.css';
import { RoadPill } from '../report/RoadPill.tsx';
import { SaveLine } from '../report/SaveLine.tsx';
import { type OwnReports, useReports } from '../report/useReports.ts';
import { useSend } from '../report/useSend.ts';
import { useUnsent } from '../report/useUnsent.ts';
import { VisitStatusPill } from './VisitStatusPill.tsx';
import { visitHere } from './visit-days.ts';

const drawings = { done: 'yes', 'not-met': 'unknown', 'not-done': 'no' } as const;

/** `/work/visit/:id`: whom to visit, and what became of it; all of it without a network. */
export function VisitPage({ id }: { readonly id: string }) {
  const t = useText('reports');
  const kept = useKeptWork();
  const own = useReports();
  if (kept === null || own === undefined) return <Spinner label={t('working')} />;
  const visit = kept?.work.visits.find((one) => one.id === id);
  if (visit === undefined)
    return (
      <Page width="narrow" foot={<Back />}>
        <Notice tone="care">{t('visit.gone')}</Notice>
      </Page>
    );
  return <OneVisit visit={visit} own={own} />;
}

function OneVisit({ visit, own }: { readonly visit: Visit; readonly own: OwnReports }) {
  const t = useText('reports');
  const of = { kind: 'visit', taskId: visit.id } as const;
  const unsent = useUnsent(visit.id, of);
  const { send, state } = useSend(unsent, of);
  const here = visitHere(visit, own.reports);
  const { report } = unsent;
  const isOver = here.status === 'done' || (here.status === 'cancelled' && visit.status === 'cancelled');
  const onward = !isOver && (
    <Button
      variant="solid"
      size="large"
      icon={<Icon name="send" />}
      busy={state === 'sending'}
      disabled={report?.outcome == null}
      onClick={() => void send()}
    >
      {t('visit.report')}
    </Button>
  );
  return (
    <Page width="narrow" foot={<Back end={onward} />}>
      <div className={styles.page}>
        <header>
          <ScreenTitle>{visit.village}</ScreenTitle>
          <p>
            {formatDate(visit.day)}
            {visit.colleagues.length > 0 && ` · ${t('visit.with', { names: visit.colleagues.join(', ') })}`}
          </p>
          <VisitStatusPill status={here.status} />
        </header>
        {visit.note !== '' && (
          <section className={styles.sheet}>
            <h2>{t('visit.note')}</h2>
            <p className={styles.words}>{visit.note}</p>
          </section>
        )}
        {visit.households.length > 0 && <Households visit={visit} />}
        {here.own.map((said) => (
          <section key={said.id} className={styles.sheet}>
            <h2>{t('visit.said', { outcome: t(`visit.status.${said.outcome}`) })}</h2>
            <RoadPill road={own.roadOf(said.id)} />
            <p className={styles.soft}>{formatDateTime(said.at)}</p>
            {said.note !== '' && <p className={styles.words}>{said.note}</p>}
          </section>
        ))}
        {!isOver && report !== undefined && (
          <>
            <ChoiceCards
              label={t('visit.outcome')}
              value={report.outcome ?? undefined}
              choices={TaskOutcome.options.map((value) => ({
                value,
                label: t(`visit.outcomes.${value}`),
                drawing: drawings[value],
              }))}
              onChange={(value) => unsent.change({ outcome: TaskOutcome.parse(value) })}
            />
            <TextArea
              label={t('visit.noteLabel')}
              hint={t('visit.noteHint')}
              rows={3}
              maxLength={2000}
              value={report.text}
              onChange={(text) => unsent.change({ text })}
            />
            <SaveLine save={unsent.save} isFull={state === 'no-space'} />
          </>
        )}
      </div>
    </Page>
  );
}

function Households({ visit }: { readonly visit: Visit }) {
  const t = useText('reports');
  const { records } = useSession();
  const here = new Set(records.listEntries().map(({ id }) => id));
  return (
    <section className={styles.sheet}>
      <h2>{t('visit.households', { count: visit.households.length })}</h2>
      <ul className={styles.households}>
        {visit.households.map((household) => {
          const record = [household.dossierId, household.accountId].find((id) => id !== null && here.has(id));
          return (
            <li key={household.dossierId ?? household.accountId ?? household.name}>
              <b>{household.name}</b>
              {household.note !== '' && <span>{household.note}</span>}
              {record != null && <Link href={`/summary/${record}`}>{t('visit.openRecord')}</Link>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Back({ end }: { readonly end?: React.ReactNode }) {
  const t = useText('reports');
  return (
    <FootBar end={end}>
      <LinkButton href="/work" size="large" icon={<Icon name="back" />}>
        {t('back')}
      </LinkButton>
    </FootBar>
  );
}
