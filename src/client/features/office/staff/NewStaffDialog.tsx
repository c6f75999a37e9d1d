import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { v7 as newId } from 'uuid';
import { createStaff } from '../../../../contract/operations/office.ts';
import { useText } from '../../../i18n/useText.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { call, problemOf } from '../common/call.ts';
import { useMe } from '../common/me.ts';
import { useCommunes } from '../common/useCommunes.ts';
import { useTried } from '../common/useTried.ts';
import { NotSaved } from './NotSaved.tsx';
import { OneTimePassword } from './OneTimePassword.tsx';
import styles from './StaffDialogs.module.css';
import { useWork, type Work } from './useWork.ts';
import { WorkFields } from './WorkFields.tsx';

const NEWCOMER: Work = { roles: ['field'], departmentId: '' };
const LOGIN = /^[a-z0-9][a-z0-9._-]{1,39}$/;

/** A new staff member; the one-time password is shown in the same dialog, this once. */
export function NewStaffDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useText('office');
  const { commune } = useMe();
  const communes = useCommunes(commune);
  const client = useQueryClient();
  const formId = useId();
  const [id] = useState(() => newId());
  const [name, setName] = useState('');
  const [login, setLogin] = useState('');
  const [where, setWhere] = useState(commune.code);
  const { work, setWork, asksDepartment, isRight: isWorkRight, asked } = useWork(NEWCOMER, where);
  const { form, isTried, setTried } = useTried();
  const create = useMutation({
    mutationFn: () =>
      call(createStaff, {
        body: {
          id,
          login,
          displayName: name.trim(),
          commune: where,
          ...asked,
        },
      }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['staff'] });
      void client.invalidateQueries({ queryKey: ['departments'] });
    },
  });
  if (create.data !== undefined) {
    return (
      <OneTimePassword
        title={t('staff.created', { name: create.data.staff.displayName })}
        login={create.data.staff.login}
        password={create.data.oneTimePassword}
        onClose={onClose}
      />
    );
  }
  const isRight = name.trim() !== '' && LOGIN.test(login) && isWorkRight;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isRight) create.mutate();
    else setTried();
  };
  return (
    <Dialog
      title={t('staff.add')}
      onClose={onClose}
      actions={
        <>
          <Button size="small" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" form={formId} size="small" variant="solid" busy={create.isPending}>
            {t('staff.create')}
          </Button>
        </>
      }
    >
      <form ref={form} id={formId} noValidate className={styles.form} onSubmit={submit}>
        <TextField
          label={t('staff.name')}
          value={name}
          onChange={setName}
          maxLength={80}
          problem={isTried && name.trim() === '' ? t('staff.nameMissing') : undefined}
        />
        <TextField
          label={t('staff.login')}
          hint={t('staff.loginRule')}
          value={login}
          onChange={(text) => setLogin(text.toLowerCase())}
          autoCapitalize="none"
          maxLength={40}
          problem={isTried && !LOGIN.test(login) ? t('staff.loginWrong') : undefined}
        />
        <SelectField
          label={t('staff.commune')}
          value={where}
          onChange={setWhere}
          options={communes.map(({ code, name: label }) => ({ value: code, label }))}
        />
        <WorkFields value={work} onChange={setWork} asksDepartment={asksDepartment} isTried={isTried} />
      </form>
      {create.error !== null && (
        <NotSaved problem={problemOf(create.error)} conflict={t('staff.loginTaken')} />
      )}
    </Dialog>
  );
}
