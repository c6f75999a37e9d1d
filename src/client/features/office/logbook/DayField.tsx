import fieldStyles from '../../../ui/Field.module.css';
import { Field } from '../../../ui/Field.tsx';

/** A day from the platform's own calendar: for desks, where the years are near. */
export function DayField({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  /** `YYYY-MM-DD`; empty where it is not a whole date. */
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  return (
    <Field label={label}>
      {({ id, describedBy }) => (
        <input
          id={id}
          type="date"
          className={fieldStyles.input}
          value={value}
          aria-describedby={describedBy}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
