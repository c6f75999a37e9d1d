import type { DossierDetail } from '../../../../../contract/operations/office.ts';
import { useText } from '../../../../i18n/useText.ts';
import type { FieldWords } from '../../../../ui/Field.tsx';
import { Notice } from '../../../../ui/Notices.tsx';
import { SelectField } from '../../../../ui/SelectField.tsx';
import { DepartmentsNotice } from '../../common/DepartmentsNotice.tsx';
import { useDepartments, useFieldStaff } from '../../common/departments.ts';
import { useCommunes } from '../../common/useCommunes.ts';
import { type ActValues, NOBODY_YET } from './act-values.ts';
import { findAwaited } from './find-awaited.ts';

type PlaceFieldProps = FieldWords & {
  readonly dossier: DossierDetail;
  readonly values: ActValues;
  readonly onChange: (part: Partial<ActValues>) => void;
};

/** Where it goes: any department but the one that has it; each with the people who work there. */
export function DepartmentField({ dossier, values, onChange, ...words }: PlaceFieldProps) {
  const t = useText('office-acts');
  const departments = useDepartments()?.filter(({ id }) => id !== dossier.heldBy?.id);
  if (departments?.length === 0) return <Notice tone="care" title={t('noDepartments')} />;
  return (
    <>
      <SelectField
        {...words}
        value={values.departmentId}
        onChange={(departmentId) => onChange({ departmentId })}
        options={[
          { value: '', label: t('choose') },
          ...(departments ?? []).map(({ id, name, specialists }) => ({
            value: id,
            label: specialists.length === 0 ? name : `${name} (${specialists.join(', ')})`,
          })),
        ]}
      />
      <DepartmentsNotice />
    </>
  );
}

/** Who goes to the citizen for what is missing: whoever assisted, or a colleague in the field; not who was to go until now. */
export function AssigneeField({ dossier, values, onChange, ...words }: PlaceFieldProps) {
  const t = useText('office-acts');
  const before = findAwaited(dossier)?.assignedTo;
  const colleagues = useFieldStaff()?.filter(({ id }) => id !== before);
  const { staffId, staffName } = dossier.assistedBy;
  if (before === staffId && colleagues?.length === 0) return <Notice tone="care" title={t('nobodyElse')} />;
  return (
    <>
      <SelectField
        {...words}
        value={values.assignedTo}
        onChange={(assignedTo) => onChange({ assignedTo })}
        options={[
          before === staffId
            ? { value: NOBODY_YET, label: t('choose') }
            : { value: '', label: t('whoAssisted', { name: staffName }) },
          ...(colleagues ?? []).map(({ id, displayName }) => ({ value: id, label: displayName })),
        ]}
      />
      <DepartmentsNotice />
    </>
  );
}

/** Whose authority decides: a centre receives for the whole province (Decree 118/2025/NĐ-CP). */
export function CompetentCommuneField({ dossier, values, onChange, ...words }: PlaceFieldProps) {
  const communes = useCommunes(dossier.receivingOffice);
  return (
    <SelectField
      {...words}
      value={values.competentCommune === '' ? dossier.receivingOffice.code : values.competentCommune}
      onChange={(code) => onChange({ competentCommune: code === dossier.receivingOffice.code ? '' : code })}
      options={communes.map(({ code, name }) => ({ value: code, label: name }))}
    />
  );
}
