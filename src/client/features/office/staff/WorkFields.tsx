import { Role } from '../../../../contract/operations/office.ts';
import { useText } from '../../../i18n/useText.ts';
import { FieldGroup } from '../../../ui/Field.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { TickBox } from '../../../ui/TickBox.tsx';
import { DepartmentsNotice } from '../common/DepartmentsNotice.tsx';
import { useDepartments } from '../common/departments.ts';
import styles from './StaffDialogs.module.css';
import type { Work } from './useWork.ts';

interface WorkFieldsProps {
  readonly value: Work;
  readonly onChange: (work: Work) => void;
  readonly asksDepartment: boolean;
  readonly isTried: boolean;
}

/** Roles as ticks, each with what it lets somebody do, and the department of a specialist. */
export function WorkFields({ value, onChange, asksDepartment, isTried }: WorkFieldsProps) {
  const t = useText('office');
  const acts = useText('office-acts');
  const departments = useDepartments() ?? [];
  const { roles, departmentId } = value;
  const toggle = (role: Role, isOn: boolean) =>
    onChange({
      ...value,
      roles: Role.options.filter((one) => (one === role ? isOn : roles.includes(one))),
    });
  return (
    <>
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
      {asksDepartment && (
        <>
          <SelectField
            label={acts('departments.ofSpecialist')}
            hint={acts('departments.ofSpecialistHint')}
            problem={
              isTried && departmentId === ''
                ? acts(departments.length === 0 ? 'departments.makeFirst' : 'field.departmentId.wrong')
                : undefined
            }
            value={departmentId}
            onChange={(chosen) => onChange({ ...value, departmentId: chosen })}
            options={[
              { value: '', label: acts('choose') },
              ...departments.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
          <DepartmentsNotice />
        </>
      )}
    </>
  );
}
