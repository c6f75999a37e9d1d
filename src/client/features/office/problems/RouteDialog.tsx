import { useId, useState } from 'react';
import type { ProblemDetail } from '../../../../contract/operations/problems.ts';
import { ProblemPriority } from '../../../../domain/problem/life.ts';
import { useText } from '../../../i18n/useText.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Notice } from '../../../ui/Notices.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { TextArea } from '../../../ui/TextField.tsx';
import { DepartmentsNotice } from '../common/DepartmentsNotice.tsx';
import { useDepartments } from '../common/departments.ts';
import { ActFailure } from './ActFailure.tsx';
import styles from './Problems.module.css';
import { useProblemAct } from './useProblemAct.ts';

/** To which department, and how soon. */
export function RouteDialog({
  problem,
  onClose,
}: {
  readonly problem: ProblemDetail;
  readonly onClose: () => void;
}) {
  const t = useText('office-problems');
  const office = useText('office');
  const form = useId();
  const departments = useDepartments();
  const [chosen, setChosen] = useState(problem.department?.id);
  const [priority, setPriority] = useState<ProblemPriority>(problem.priority);
  const [note, setNote] = useState('');
  const { send, isSending, failure } = useProblemAct(problem, onClose);
  const departmentId = chosen ?? departments?.[0]?.id;
  return (
    <Dialog
      title={t('act.route')}
      onClose={onClose}
      actions={
        <>
          <Button size="small" onClick={onClose}>
            {office('cancel')}
          </Button>
          <Button
            type="submit"
            form={form}
            size="small"
            variant="solid"
            busy={isSending}
            disabled={departmentId === undefined}
          >
            {t('act.route')}
          </Button>
        </>
      }
    >
      {departments?.length === 0 && <Notice>{t('act.noDepartments')}</Notice>}
      <DepartmentsNotice />
      <form
        id={form}
        className={styles.dialogForm}
        onSubmit={(event) => {
          event.preventDefault();
          if (departmentId !== undefined) send({ kind: 'route', departmentId, priority, note });
        }}
      >
        {departmentId !== undefined && (
          <SelectField
            label={t('act.department')}
            value={departmentId}
            onChange={setChosen}
            options={(departments ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <SelectField
          label={t('act.priority')}
          value={priority}
          onChange={(value) => setPriority(ProblemPriority.parse(value))}
          options={ProblemPriority.options.map((value) => ({ value, label: t(`priority.${value}`) }))}
        />
        <TextArea label={t('act.note')} rows={2} maxLength={2000} value={note} onChange={setNote} />
      </form>
      <ActFailure failure={failure} />
    </Dialog>
  );
}
