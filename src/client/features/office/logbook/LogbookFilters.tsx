import { useText } from '../../../i18n/useText.ts';
import { SelectField } from '../../../ui/SelectField.tsx';
import { DayField } from '../common/DayField.tsx';
import styles from './LogbookRoom.module.css';

export interface LogbookDays {
  /** Civil days, both counted; empty while they are being typed. */
  readonly from: string;
  readonly to: string;
  /** Empty for every procedure. */
  readonly procedure: string;
}

/** Which part of the book is read. */
export function LogbookFilters({
  value,
  procedures,
  onChange,
}: {
  readonly value: LogbookDays;
  readonly procedures: readonly { readonly id: string; readonly name: string }[];
  readonly onChange: (value: LogbookDays) => void;
}) {
  const t = useText('office-papers');
  return (
    <div className={styles.filters}>
      <DayField
        label={t('logbook.from')}
        initial={value.from}
        onChange={(from = '') => onChange({ ...value, from })}
      />
      <DayField
        label={t('logbook.to')}
        initial={value.to}
        onChange={(to = '') => onChange({ ...value, to })}
      />
      <SelectField
        label={t('logbook.procedure')}
        value={value.procedure}
        onChange={(procedure) => onChange({ ...value, procedure })}
        options={[
          { value: '', label: t('logbook.allProcedures') },
          ...procedures.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
    </div>
  );
}
