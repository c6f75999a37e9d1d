import { useState } from 'react';
import type { DossierLine } from '../../../../contract/operations/office.ts';
import { useText } from '../../../i18n/useText.ts';
import { Button } from '../../../ui/Button.tsx';
import { BULK_ACTIONS, type BulkAction, linesFor } from '../common/bulk/bulk-acts.ts';
import { isOffered, useMe } from '../common/me.ts';
import { BulkDialog } from './BulkDialog.tsx';
import styles from './Queue.module.css';

interface BulkBarProps {
  readonly lines: readonly DossierLine[];
  readonly onClear: () => void;
}

/** How many lines are selected, and what can be done with them together. */
export function BulkBar({ lines, onClear }: BulkBarProps) {
  const t = useText('office-queue');
  const person = useMe();
  const department = person.department?.id ?? null;
  const mayAct = isOffered(person, 'bulk');
  // With the lines as they were then: what goes or changes in the list meanwhile is told of afterwards, and changes nothing asked.
  const [opened, setOpened] = useState<{ readonly action: BulkAction; readonly lines: typeof lines }>();
  const possible = BULK_ACTIONS.filter((action) => mayAct && linesFor(action, lines, department).length > 0);
  if (lines.length === 0 && opened === undefined) return null;
  return (
    <section className={styles.bulk} aria-label={t('bulk.bar')}>
      <p aria-live="polite">{t('picked', { count: lines.length })}</p>
      {possible.length === 0 && <p>{t('bulk.nothing')}</p>}
      <div>
        {possible.map((action) => (
          <Button key={action} size="small" variant="solid" onClick={() => setOpened({ action, lines })}>
            {t(`bulk.act.${action}`, { count: linesFor(action, lines, department).length })}
          </Button>
        ))}
        <Button size="small" onClick={onClear}>
          {t('unpick')}
        </Button>
      </div>
      {opened !== undefined && (
        <BulkDialog
          {...opened}
          onClose={(isStarted) => {
            setOpened(undefined);
            if (isStarted) onClear();
          }}
        />
      )}
    </section>
  );
}
