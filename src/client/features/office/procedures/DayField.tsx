import fieldStyles from '../../../ui/Field.module.css';
import { Field, type FieldWords } from '../../../ui/Field.tsx';

type DayFieldProps = FieldWords & {
  /** `YYYY-MM-DD`; empty while it is not a whole date. */
  readonly value: string;
  readonly min?: string;
  readonly onChange: (value: string) => void;
};

/** The browser's own field for a day: at a desk, for days to come, a calendar helps. */
export function DayField({ value, min, onChange, ...words }: DayFieldProps) {
  return (
    <Field {...words}>
      {({ id, describedBy }) => (
        <input
          id={id}
          type="date"
          className={fieldStyles.input}
          value={value}
          min={min}
          aria-describedby={describedBy}
          aria-invalid={words.problem !== undefined}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
