import { useState } from 'react';
import { formatDateTime } from '../../../i18n/formats.ts';
import { useText } from '../../../i18n/useText.ts';
import type { DraftBackup, ListEntry } from '../../../storage/model.ts';
import { Button } from '../../../ui/Button.tsx';
import { StatusPill } from '../../../ui/Notices.tsx';
import { EmptyState } from '../../../ui/Page.tsx';
import type { DraftPorts } from '../common/kept/ask-drafts.ts';
import { useGivenAway } from '../common/kept/given-away.ts';
import styles from '../common/kept/Kept.module.css';
import type { Kept } from '../common/kept/useKept.ts';
import { useServices, useSession, useStorageVersion, useStored } from '../common/services.ts';
import { GiveDialog } from './GiveDialog.tsx';

interface OwnDraftsProps {
  readonly ports: DraftPorts;
  readonly kept: Kept;
  readonly again: () => void;
}

/** This person's drafts on this tablet: whether the office keeps each, and the way to give one to a colleague. */
export function OwnDrafts({ ports, kept, again }: OwnDraftsProps) {
  const t = useText('backup');
  const { storage } = useServices();
  const { records, vault } = useSession();
  useStorageVersion();
  const rows = useStored(`backups of ${vault.staffId}`, () => storage.backups.list());
  const [giving, setGiving] = useState<ListEntry>();
  const givenAway = useGivenAway();
  const drafts = records.listEntries().filter(({ state }) => state === 'draft');
  const colleagues = kept.kind === 'listed' ? kept.list.colleagues : [];
  const nameOf = (id: string) =>
    kept.kind === 'listed' ? kept.list.givenAway.find((one) => one.id === id)?.toName : undefined;
  return (
    <section className={styles.part}>
      <h2>{t('own.heading')}</h2>
      {drafts.length === 0 && <EmptyState>{t('own.none')}</EmptyState>}
      <ul className={styles.drafts}>
        {drafts.map((entry) => {
          const row = rows?.find(({ id, staffId }) => id === entry.id && staffId === vault.staffId);
          return (
            <li key={entry.id}>
              <div>
                <b>{entry.title || t('own.noName')}</b>
                {givenAway.has(entry.id) ? (
                  <p>{t('own.given', { name: nameOf(entry.id) ?? t('own.colleague') })}</p>
                ) : (
                  <BackupWord entry={entry} row={row} />
                )}
              </div>
              {colleagues.length > 0 && !givenAway.has(entry.id) && (
                <Button onClick={() => setGiving(entry)}>{t('give.open')}</Button>
              )}
            </li>
          );
        })}
      </ul>
      {giving !== undefined && (
        <GiveDialog
          ports={ports}
          entry={giving}
          colleagues={colleagues}
          onClose={() => setGiving(undefined)}
          onGiven={again}
        />
      )}
    </section>
  );
}

function BackupWord({
  entry,
  row,
}: {
  readonly entry: ListEntry;
  readonly row: Omit<DraftBackup, 'sealed'> | undefined;
}) {
  const t = useText('backup');
  if (row === undefined) return <StatusPill state="off">{t('own.notYet')}</StatusPill>;
  const isPresent = row.state === 'kept' && row.updatedAt === entry.updatedAt;
  return (
    <StatusPill state={isPresent ? 'good' : 'off'}>
      {t(isPresent ? 'own.kept' : 'own.waiting', { at: formatDateTime(row.updatedAt) })}
    </StatusPill>
  );
}
