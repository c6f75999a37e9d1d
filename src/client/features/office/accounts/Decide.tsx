import { useState } from 'react';
import type { AccountDetail } from '../../../../contract/operations/accounts.ts';
import { maySurvive } from '../../../../domain/account/actions.ts';
import { formatDateTime } from '../../../i18n/formats.ts';
import { useText } from '../../../i18n/useText.ts';
import { Button } from '../../../ui/Button.tsx';
import { Notice } from '../../../ui/Notices.tsx';
import styles from './Accounts.module.css';
import { DecideDialog, type Decision } from './DecideDialog.tsx';
import { MergeNotes } from './MergeNotes.tsx';

interface DecideProps {
  readonly one: AccountDetail;
  readonly other: AccountDetail;
}

/** One person, and which account stays; or two. Nothing is decided by itself. */
export function Decide({ one, other }: DecideProps) {
  const t = useText('office-accounts');
  const [opened, setOpened] = useState<{ readonly kind: Decision['kind']; readonly id: string }>();
  const kept = one.doubles.find(({ account }) => account.id === other.id)?.keptApart;
  const merges: Decision[] = [
    { kind: 'merge', account: other, other: one },
    { kind: 'merge', account: one, other },
  ];
  const possible = merges.filter(
    (merge) => merge.account.allowed.includes('merge') && maySurvive(merge.other.state),
  );
  const mayKeepApart = one.allowed.includes('keep-apart') && other.state !== 'merged' && !kept;
  return (
    <section aria-label={t('beside.decide')} className={styles.decide}>
      <MergeNotes account={one} />
      {kept && (
        <Notice>
          {t('doubles.apart', {
            name: kept.byName,
            when: formatDateTime(kept.at),
            reason: kept.reason,
          })}
        </Notice>
      )}
      <div className={styles.acts}>
        {possible.map((merge) => (
          <Button
            key={merge.other.id}
            size="small"
            onClick={() => setOpened({ kind: 'merge', id: merge.account.id })}
          >
            {t('beside.keepOne', { reference: merge.other.provisionalReference })}
          </Button>
        ))}
        {mayKeepApart && (
          <Button size="small" onClick={() => setOpened({ kind: 'keep-apart', id: one.id })}>
            {t('beside.apart')}
          </Button>
        )}
        {possible.length === 0 && !mayKeepApart && <p className={styles.soft}>{t('beside.cannot')}</p>}
      </div>
      {opened !== undefined && (
        <DecideDialog
          key={`${opened.kind} ${opened.id}`}
          decision={
            opened.id === one.id
              ? { kind: opened.kind, account: one, other }
              : { kind: opened.kind, account: other, other: one }
          }
          onClose={() => setOpened(undefined)}
        />
      )}
    </section>
  );
}
