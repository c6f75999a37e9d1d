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
import { Road } from '../report/Road.tsx';
import { SaveLine } from '../report/SaveLine.tsx';
import { type OwnReports, useReports } from '../report/useReports.ts';
import { useSend } from '../report/useSend.ts';
import { useUnsent } from '../report/useUnsent.ts';
import { VisitStatusPill } from './VisitStatusPill.tsx';
import { saidOf, visitHere } from './visit-days.ts';

const drawings = { done: 'yes', 'not-met': 'unknown', 'not-done': 'no' } as const;

/** `/work/visit/:id`: whom to visit, and what became of it; all of it without a network. */
export function VisitPage({ id }: { readonly id: string }) {
  const t = useText('reports');
  const kept = useKeptWork();
  const own = useReports();
  if (kept === null || own === undefined) return <Spinner label={t('working')} />;
  return <OneVisit id={id} visit={kept?.work.visits.find((one) => one.id === id)} own={own} />;
}

interface OneVisitProps {
  readonly id: string;
  /** Undefined where it is no longer this person's. */
  readonly visit: Visit | undefined;
  readonly own: OwnReports;
}

/**
 * What is being written stays to be sent, whatever the office hears or decides meanwhile: the visit was made all the same, and the
 * office takes the word of whoever made it.
 */
function OneVisit({ id, visit, own }: OneVisitProps) {
  const t = useText('reports');
  const of = { kind: 'visit', taskId: id } as const;
  const unsent = useUnsent(id, of);
  const { send, state } = useSend(unsent, of);
  const here = visit && visitHere(visit, own.reports);
  const { report } = unsent;
  const isBegun = report !== undefined && (report.outcome !== null || report.text.trim() !== '');
  const isOver =
    here === undefined ||
    here.status === 'done' ||
    (here.status === 'cancelled' && here.visit.status === 'cancelled');
  const isAsked = !isOver || isBegun;
  const onward = isAsked && (
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
        {here === undefined ? (
          <Notice tone="care">{t('visit.gone')}</Notice>
        ) : (
          <Plan visit={here.visit} status={here.status} />
        )}
        {saidOf(id, own.reports).map((said) => (
          <section key={said.id} className={styles.sheet}>
            <h2>{t('visit.said', { outcome: t(`visit.status.${said.outcome}`) })}</h2>
            <Road id={said.id} road={own.roadOf(said.id)} />
            <p className={styles.soft}>{formatDateTime(said.at)}</p>
            {said.note !== '' && <p className={styles.words}>{said.note}</p>}
          </section>
        ))}
        {isAsked && report !== undefined && (
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

/** Where, when, with whom, and to whom, as the office planned it. */
function Plan({ visit, status }: { readonly visit: Visit; readonly status: Visit['status'] }) {
  const t = useText('reports');
  return (
    <>
      <header>
        <ScreenTitle>{visit.village}</ScreenTitle>
        <p>
          {formatDate(visit.day)}
          {visit.colleagues.length > 0 && ` · ${t('visit.with', { names: visit.colleagues.join(', ') })}`}
        </p>
        <VisitStatusPill status={status} />
      </header>
      {visit.note !== '' && (
        <section className={styles.sheet}>
          <h2>{t('visit.note')}</h2>
          <p className={styles.words}>{visit.note}</p>
        </section>
      )}
      {visit.households.length > 0 && <Households visit={visit} />}
    </>
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
