import { memo, type ReactNode, Suspense } from 'react';
import { Link } from 'wouter';
import { formatDate, formatMoment } from '../../../i18n/formats.ts';
import { useText } from '../../../i18n/useText.ts';
import type { ListEntry, OfficeState, OutboxAttachment } from '../../../storage/model.ts';
import { Drawing } from '../../../ui/drawings/Drawing.tsx';
import { Progress, StatusPill } from '../../../ui/Notices.tsx';
import { EmptyState } from '../../../ui/Page.tsx';
import { GivenAwayPill } from '../common/kept/GivenAwayPill.tsx';
import { useGivenAway } from '../common/kept/given-away.ts';
import { KioskPill } from '../common/kiosk/KioskPill.tsx';
import { isAwaited } from '../common/office-words.ts';
import { ProcedureName } from '../common/ProcedureName.tsx';
import { useServices } from '../common/services.ts';
import { NewVersionPill } from '../common/versions/NewVersionPill.tsx';
import { SupplementPill } from '../common/work/SupplementPill.tsx';
import { DiscardDraft } from './DiscardDraft.tsx';
import styles from './Home.module.css';
import { type EnvelopeRow, findOffice, findSyncState, type SyncState } from './record-state.ts';

export interface Queue {
  readonly envelopes: readonly EnvelopeRow[];
  readonly attachments: readonly OutboxAttachment[];
  readonly office: readonly OfficeState[];
}

/** Interviews begun and not finished, with how much was answered. */
export function DraftList({ entries }: { readonly entries: readonly ListEntry[] }) {
  const t = useText();
  const givenAway = useGivenAway();
  if (entries.length === 0) return <EmptyState>{t('home.noDrafts')}</EmptyState>;
  return (
    <ul className={styles.list}>
      {entries.map((entry) => (
        <DraftRow key={entry.id} entry={entry} isGivenAway={givenAway.has(entry.id)} />
      ))}
    </ul>
  );
}

/** Drafts and finished records as found; what is finished says where it stands. Left as it is while somebody types. */
export const RecordList = memo(function RecordList({
  entries,
  queue,
  empty,
}: {
  readonly entries: readonly ListEntry[];
  readonly queue: Queue | undefined;
  readonly empty: string;
}) {
  const givenAway = useGivenAway();
  if (entries.length === 0)
    return <EmptyState drawing={<Drawing name="paper" size={56} />}>{empty}</EmptyState>;
  return (
    <ul className={styles.list}>
      {entries.map((entry) =>
        entry.state === 'draft' ? (
          <DraftRow key={entry.id} entry={entry} isGivenAway={givenAway.has(entry.id)} />
        ) : (
          <FinishedRow key={entry.id} entry={entry} queue={queue} />
        ),
      )}
    </ul>
  );
});

function DraftRow({ entry, isGivenAway }: { readonly entry: ListEntry; readonly isGivenAway: boolean }) {
  const t = useText();
  const { now } = useServices();
  const percent = Math.round(entry.progress * 100);
  return (
    <li className={styles.draft}>
      <Link href={`/interview/${entry.id}`} className={styles.row}>
        <b>{entry.title || t('home.noNameYet')}</b>
        <span className={styles.about}>
          <About entry={entry} last={formatMoment(entry.updatedAt, now(), t)} />
        </span>
        {isGivenAway ? (
          <Suspense>
            <GivenAwayPill />
          </Suspense>
        ) : (
          <Progress value={entry.progress} label={t('home.progress', { percent })} />
        )}
        <Suspense>
          {entry.kiosk !== undefined && <KioskPill number={entry.kiosk} />}
          {entry.supplements === undefined ? <NewVersionPill entry={entry} /> : <SupplementPill />}
        </Suspense>
      </Link>
      <DiscardDraft entry={entry} />
    </li>
  );
}

function FinishedRow({ entry, queue }: { readonly entry: ListEntry; readonly queue: Queue | undefined }) {
  const sync = queue && findSyncState(entry.id, queue.envelopes, queue.attachments);
  const office = queue && findOffice(queue.office, entry.supplements?.dossierId ?? entry.id);
  const code = office?.kind === 'dossier' ? office.officialCode : null;
  return (
    <li>
      <Link href={`/summary/${entry.id}`} className={styles.row}>
        <b>{entry.title}</b>
        <span className={styles.about}>
          <About
            entry={entry}
            last={<span className={styles.code}>{code ?? entry.provisionalReference}</span>}
          />
        </span>
        <span className={styles.states}>
          {sync !== undefined && <SyncWord state={sync} />}
          {office !== undefined && <OfficeLine office={office} />}
          {entry.supplements !== undefined && (
            <Suspense>
              <SupplementPill />
            </Suspense>
          )}
        </span>
      </Link>
    </li>
  );
}

function SyncWord({ state }: { readonly state: SyncState }) {
  const t = useText();
  switch (state.kind) {
    case 'waiting':
      return <StatusPill state="off">{t('home.sync.waiting')}</StatusPill>;
    case 'photos-waiting':
      return <StatusPill state="off">{t('home.sync.photosWaiting', { count: state.left })}</StatusPill>;
    case 'received':
      return <StatusPill state="good">{t('home.sync.received')}</StatusPill>;
    case 'mended':
      return <StatusPill state="off">{t('home.sync.mended')}</StatusPill>;
    case 'attention':
      return <StatusPill state="attention">{t('home.sync.attention')}</StatusPill>;
  }
}

function OfficeLine({ office }: { readonly office: OfficeState }) {
  const t = useText();
  if (office.kind === 'account') return <span>{t(`home.account.${office.state}`)}</span>;
  const due = isAwaited(office.status) ? office.dueDate : null;
  return (
    <span>
      {t(`home.dossier.${office.status}`)}
      {due !== null && ` · ${t('home.due', { date: formatDate(due) })}`}
    </span>
  );
}

/** Which procedure, from which village, and what tells it from others of the kind. */
function About({ entry, last }: { readonly entry: ListEntry; readonly last: ReactNode }) {
  return (
    <>
      <ProcedureName id={entry.procedureId} /> · {entry.village !== '' && `${entry.village} · `}
      {last}
    </>
  );
}
