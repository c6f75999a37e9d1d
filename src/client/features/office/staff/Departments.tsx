import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { v7 as newId } from 'uuid';
import { type Department, saveDepartment } from '../../../../contract/operations/dossier-actions.ts';
import { useText } from '../../../i18n/useText.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { TickBox } from '../../../ui/TickBox.tsx';
import { call, problemOf } from '../common/call.ts';
import { DepartmentsNotice } from '../common/DepartmentsNotice.tsx';
import { useDepartments } from '../common/departments.ts';
import { useMe } from '../common/me.ts';
import { ProblemNotice } from '../common/ProblemNotice.tsx';
import { Unconfirmed } from '../common/Unconfirmed.tsx';
import styles from './StaffRoom.module.css';

/** The departments of the commune that dossiers are forwarded to, with who works there. */
export function Departments({ mayManage }: { readonly mayManage: boolean }) {
  const t = useText('office-acts');
  const [editing, setEditing] = useState<Department | undefined>(undefined);
  const departments = useDepartments();
  return (
    <section className={styles.departments} aria-labelledby="departments-title">
      <header>
        <h2 id="departments-title">{t('departments.title')}</h2>
        {mayManage && (
          <Button size="small" onClick={() => setEditing({ id: newId(), name: '', confirmed: false })}>
            {t('departments.add')}
          </Button>
        )}
      </header>
      <DepartmentsNotice />
      {departments?.length === 0 && <p className={styles.soft}>{t('departments.none')}</p>}
      <ul>
        {departments?.map(({ specialists, ...department }) => (
          <li key={department.id}>
            <div>
              <h3>
                {department.name} {!department.confirmed && <Unconfirmed />}
              </h3>
              <p className={styles.soft}>
                {specialists.length === 0 ? t('departments.nobody') : specialists.join(', ')}
              </p>
            </div>
            {mayManage && (
              <Button
                size="small"
                aria-label={t('departments.changeNamed', { name: department.name })}
                onClick={() => setEditing(department)}
              >
                {t('departments.change')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {editing !== undefined && (
        <DepartmentDialog department={editing} onClose={() => setEditing(undefined)} />
      )}
    </section>
  );
}

function DepartmentDialog({
  department,
  onClose,
}: {
  readonly department: Department;
  readonly onClose: () => void;
}) {
  const t = useText('office-acts');
  const office = useText('office');
  const { commune } = useMe();
  const formId = useId();
  const client = useQueryClient();
  const [name, setName] = useState(department.name);
  const [confirmed, setConfirmed] = useState(department.confirmed);
  const [isTried, setTried] = useState(false);
  const save = useMutation({
    mutationFn: () =>
      call(saveDepartment, {
        params: { id: department.id },
        body: { commune: commune.code, name: name.trim(), confirmed },
      }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['departments'] });
      onClose();
    },
  });
  const isNamed = name.trim() !== '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (isNamed) save.mutate();
  };
  const problem = save.error === null ? undefined : problemOf(save.error);
  return (
    <Dialog
      title={t(department.name === '' ? 'departments.add' : 'departments.change')}
      onClose={onClose}
      actions={
        <>
          <Button size="small" onClick={onClose}>
            {office('cancel')}
          </Button>
          <Button type="submit" form={formId} size="small" variant="solid" busy={save.isPending}>
            {t('departments.save')}
          </Button>
        </>
      }
    >
      <p>{t('departments.what', { commune: commune.name })}</p>
      <form id={formId} noValidate onSubmit={submit}>
        <TextField
          label={t('departments.name')}
          value={name}
          onChange={setName}
          maxLength={120}
          problem={isTried && !isNamed ? t('departments.nameMissing') : undefined}
        />
        <TickBox checked={confirmed} onChange={setConfirmed}>
          {t('departments.confirmed')}
        </TickBox>
      </form>
      {problem !== undefined && (
        <ProblemNotice problem={problem}>
          {problem.kind === 'conflict' && <p>{t('departments.taken')}</p>}
        </ProblemNotice>
      )}
    </Dialog>
  );
}
