import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { v7 as newId } from 'uuid';
import { createStaff, Role } from '../../../../contract/operations/office.ts';
import { useText } from '../../../i18n/useText.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { FieldGroup } from '../../../ui/Field.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { TickBox } from '../../../ui/TickBox.tsx';
import { call, problemOf } from '../common/call.ts';
import { DepartmentsNotice } from '../common/DepartmentsNotice.tsx';
import { useDepartments } from '../common/departments.ts';
import { useMe } from '../common/me.ts';
import { ProblemNotice } from '../common/ProblemNotice.tsx';
import { useCommunes } from '../common/useCommunes.ts';
import { useTried } from '../common/useTried.ts';
import { OneTimePassword } from './OneTimePassword.tsx';
import styles from './StaffDialogs.module.css';

const LOGIN = /^[a-z0-9][a-z0-9._-]{1,39}$/;

/** A new staff member; the one-time password is shown in the same dialog, this once. */
export function NewStaffDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useText('office');
  const acts = useText('office-acts');
  const { commune } = useMe();
  const communes = useCommunes(commune);
  const client = useQueryClient();
  const formId = useId();
  const [id] = useState(() => newId());
  const [name, setName] = useState('');
  const [login, setLogin] = useState('');
  const [roles, setRoles] = useState<readonly Role[]>(['field']);
  const [where, setWhere] = useState(commune.code);
  const [departmentId, setDepartmentId] = useState('');
  const departments = useDepartments() ?? [];
  const isSpecialist = roles.includes('specialist') && where === commune.code;
  const isPlaced = !isSpecialist || departmentId !== '';
  const { form, isTried, setTried } = useTried();
  const create = useMutation({
    mutationFn: () =>
      call(createStaff, {
        body: {
          id,
          login,
          displayName: name.trim(),
          roles: [...roles],
          commune: where,
          ...(isSpecialist && departmentId !== '' && { departmentId }),
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
  const isRight = name.trim() !== '' && LOGIN.test(login) && roles.length > 0 && isPlaced;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isRight) create.mutate();
    else setTried();
  };
  const toggle = (role: Role, isOn: boolean) =>
    setRoles(Role.options.filter((one) => (one === role ? isOn : roles.includes(one))));
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
      {create.error !== null && (
        <ProblemNotice problem={problemOf(create.error)}>
          {problemOf(create.error).kind === 'conflict' ? t('staff.loginTaken') : null}
        </ProblemNotice>
      )}
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
        <FieldGroup
          label={t('staff.roles')}
          problem={isTried && roles.length === 0 ? t('staff.roleMissing') : undefined}
        >
          <div className={styles.roles}>
            {Role.options.map((role) => (
              <TickBox key={role} checked={roles.includes(role)} onChange={(isOn) => toggle(role, isOn)}>
                <b>{t(`role.${role}`)}</b> · {t(`roleDoes.${role}`)}
              </TickBox>
            ))}
          </div>
        </FieldGroup>
        <SelectField
          label={t('staff.commune')}
          value={where}
          onChange={setWhere}
          options={communes.map(({ code, name: label }) => ({ value: code, label }))}
        />
        {isSpecialist && (
          <>
            <SelectField
              label={acts('departments.ofSpecialist')}
              hint={acts('departments.ofSpecialistHint')}
              problem={
                isTried && !isPlaced
                  ? acts(departments.length === 0 ? 'departments.makeFirst' : 'field.departmentId.wrong')
                  : undefined
              }
              value={departmentId}
              onChange={setDepartmentId}
              options={[
                { value: '', label: acts('choose') },
                ...departments.map(({ id: value, name: label }) => ({ value, label })),
              ]}
            />
            <DepartmentsNotice />
          </>
        )}
      </form>
    </Dialog>
  );
}
