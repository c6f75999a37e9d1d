import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId } from 'react';
import { changeWork, type Person } from '../../../../contract/operations/office.ts';
import { useText } from '../../../i18n/useText.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { call, problemOf } from '../common/call.ts';
import { useTried } from '../common/useTried.ts';
import { NotSaved } from './NotSaved.tsx';
import { OneTimePassword } from './OneTimePassword.tsx';
import styles from './StaffDialogs.module.css';
import { useWork } from './useWork.ts';
import { WorkFields } from './WorkFields.tsx';

interface ChangeWorkDialogProps {
  readonly staff: Person;
  readonly onClose: () => void;
}

/** A colleague who moves to other work: says that they sign in anew, and shows a password where they had none before. */
export function ChangeWorkDialog({ staff, onClose }: ChangeWorkDialogProps) {
  const t = useText('office');
  const client = useQueryClient();
  const formId = useId();
  const before = { roles: staff.roles, departmentId: staff.department?.id ?? '' };
  const { work, setWork, asksDepartment, isRight, asked } = useWork(before, staff.commune.code);
  const { form, isTried, setTried } = useTried();
  const change = useMutation({
    mutationFn: () => call(changeWork, { params: { id: staff.id }, body: asked }),
    onSuccess: ({ oneTimePassword }) => {
      void client.invalidateQueries({ queryKey: ['staff'] });
      void client.invalidateQueries({ queryKey: ['departments'] });
      if (oneTimePassword === null) onClose();
    },
  });
  if (change.data !== undefined && change.data.oneTimePassword !== null)
    return (
      <OneTimePassword
        title={t('staff.renewed', { name: change.data.staff.displayName })}
        login={change.data.staff.login}
        password={change.data.oneTimePassword}
        onClose={onClose}
      />
    );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isRight) change.mutate();
    else setTried();
  };
  return (
    <Dialog
      title={t('staff.workOf', { name: staff.displayName })}
      onClose={onClose}
      actions={
        <>
          <Button size="small" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" form={formId} size="small" variant="solid" busy={change.isPending}>
            {t('staff.changeWork')}
          </Button>
        </>
      }
    >
      <form ref={form} id={formId} noValidate className={styles.form} onSubmit={submit}>
        <WorkFields value={work} onChange={setWork} asksDepartment={asksDepartment} isTried={isTried} />
        <p>{t('staff.changeWhat')}</p>
      </form>
      {change.error !== null && (
        <NotSaved problem={problemOf(change.error)} conflict={t('staff.hasTablets')} />
      )}
    </Dialog>
  );
}
