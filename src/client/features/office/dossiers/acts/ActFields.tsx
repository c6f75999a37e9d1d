import { useText } from '../../../../i18n/useText.ts';
import { SelectField } from '../../../../ui/SelectField.tsx';
import { TextArea, TextField } from '../../../../ui/TextField.tsx';
import { DayField } from '../../common/DayField.tsx';
import styles from './Acts.module.css';
import type { ActFieldsProps } from './act-fields-props.ts';
import { type ActField, fieldsOf } from './act-values.ts';
import { AssigneeField, CompetentCommuneField, DepartmentField } from './PlaceFields.tsx';
import { SupplementItems } from './SupplementItems.tsx';

const GROUNDS = ['not-supplemented', 'citizen-asked', 'other'] as const;
const TAKERS = ['owner', 'authorised', 'relative'] as const;
const SIGNS = ['signature', 'thumbprint', 'postal-receipt'] as const;

/** The fields of one act, each with what is wrong beside it. */
export function ActFields(props: ActFieldsProps) {
  const { action } = props;
  return (
    <div className={styles.fields}>
      {fieldsOf[action].map((field) => (
        <OneField key={field} field={field} {...props} />
      ))}
    </div>
  );
}

function OneField({ field, ...props }: ActFieldsProps & { readonly field: ActField }) {
  const { values, onChange, wrong, dossier } = props;
  const t = useText('office-acts');
  const problem = wrong.includes(field) ? t(`field.${field}.wrong`) : undefined;
  const words = { label: t(`field.${field}.label`), problem };
  switch (field) {
    case 'reason':
    case 'note':
    case 'forWhat':
      return (
        <TextArea
          {...words}
          rows={3}
          maxLength={2000}
          value={values[field]}
          onChange={(text) => onChange({ [field]: text })}
        />
      );
    case 'receiptNumber':
    case 'takenBy':
      return (
        <TextField
          {...words}
          maxLength={field === 'takenBy' ? 120 : 60}
          value={values[field]}
          onChange={(text) => onChange({ [field]: text })}
        />
      );
    case 'amount':
      return (
        <TextField
          {...words}
          hint={t('field.amount.hint')}
          inputMode="numeric"
          digits
          maxLength={15}
          value={values.amount}
          onChange={(amount) => onChange({ amount })}
        />
      );
    case 'until':
      return (
        <DayField
          {...words}
          hint={t('field.until.hint')}
          initial={values.until}
          onChange={(day) => onChange({ until: day ?? '' })}
        />
      );
    case 'ground':
      return (
        <SelectField
          {...words}
          value={values.ground}
          onChange={(ground) => onChange({ ground: GROUNDS.find((one) => one === ground) ?? 'other' })}
          options={GROUNDS.map((one) => ({ value: one, label: t(`ground.${one}`) }))}
        />
      );
    case 'as':
      return (
        <SelectField
          {...words}
          value={values.as}
          onChange={(as) => onChange({ as: TAKERS.find((one) => one === as) ?? 'owner' })}
          options={TAKERS.map((one) => ({ value: one, label: t(`as.${one}`) }))}
        />
      );
    case 'signedBy':
      return (
        <SelectField
          {...words}
          value={values.signedBy}
          onChange={(by) => onChange({ signedBy: SIGNS.find((one) => one === by) ?? 'signature' })}
          options={SIGNS.map((one) => ({ value: one, label: t(`signedBy.${one}`) }))}
        />
      );
    case 'departmentId':
      return <DepartmentField {...words} dossier={dossier} values={values} onChange={onChange} />;
    case 'assignedTo':
      return <AssigneeField {...words} dossier={dossier} values={values} onChange={onChange} />;
    case 'competentCommune':
      return <CompetentCommuneField {...words} dossier={dossier} values={values} onChange={onChange} />;
    case 'items':
      return <SupplementItems {...props} {...words} />;
  }
}
