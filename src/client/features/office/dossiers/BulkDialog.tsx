import { useState } from 'react';
import type { DossierLine } from '../../../../contract/operations/office.ts';
import { useText } from '../../../i18n/useText.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Notice } from '../../../ui/Notices.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { type BulkAct, type BulkAction, linesFor } from '../common/bulk/bulk-acts.ts';
import { useBulk, useBulkState } from '../common/bulk/bulk-context.ts';
import { GRACE } from '../common/bulk/bulk-run.ts';
import { DepartmentsNotice } from '../common/DepartmentsNotice.tsx';
import { useDepartments } from '../common/departments.ts';
import { useMe } from '../common/me.ts';
import styles from './Queue.module.css';

interface BulkDialogProps {
  readonly action: BulkAction;
  readonly lines: readonly DossierLine[];
  readonly onClose: (isStarted: boolean) => void;
}

/** Asks before several dossiers are acted on: which they are, where they go, and that there is a way back. */
export function BulkDialog({ action, lines, onClose }: BulkDialogProps) {
  const t = useText('office-queue');
  const office = useText('office');
  const run = useBulk();
  const { kind } = useBulkState(run);
  const isBusy = kind === 'waiting' || kind === 'sending';
  const department = useMe().department?.id ?? null;
  const [departmentId, setDepartment] = useState('');
  const these = linesFor(action, lines, department);
  const left = lines.length - these.length;
  const act: BulkAct | undefined =
    action !== 'forward'
      ? { kind: action }
      : departmentId === ''
        ? undefined
        : { kind: action, departmentId, note: '' };
  const start = () => {
    if (act === undefined) return;
    const items = these.map(({ id, revision, subjectName }) => ({ id, revision, name: subjectName }));
    onClose(run.start({ act, items }));
  };
  return (
    <Dialog
      title={t(`bulk.title.${action}`, { count: these.length })}
      onClose={() => onClose(false)}
      actions={
        <>
          <Button size="small" onClick={() => onClose(false)}>
            {office('cancel')}
          </Button>
          <Button size="small" variant="solid" disabled={act === undefined || isBusy} onClick={start}>
            {t('bulk.confirm')}
          </Button>
        </>
      }
    >
      <div className={styles.asked}>
        <ul>
          {these.map((line) => (
            <li key={line.id}>
              <b>{line.subjectName}</b> · {line.officialCode ?? line.provisionalReference}
            </li>
          ))}
        </ul>
        {left > 0 && <Notice title={t('bulk.left', { count: left })} />}
        {action === 'forward' && <Department value={departmentId} onChange={setDepartment} />}
        {isBusy && <Notice title={t('bulk.busy')} />}
        <p>{t('bulk.what', { seconds: GRACE / 1000 })}</p>
      </div>
    </Dialog>
  );
}

function Department({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (id: string) => void;
}) {
  const t = useText('office-queue');
  const departments = useDepartments();
  if (departments?.length === 0) return <Notice tone="care" title={t('bulk.noDepartments')} />;
  return (
    <>
      <SelectField
        label={t('bulk.department')}
        value={value}
        onChange={onChange}
        options={[
          { value: '', label: t('bulk.choose') },
          ...(departments ?? []).map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <DepartmentsNotice />
    </>
  );
}
