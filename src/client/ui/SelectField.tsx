import styles from './Field.module.css';
import { Field, type FieldWords } from './Field.tsx';

type SelectFieldProps = FieldWords & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly options: readonly { readonly value: string; readonly label: string }[];
};

/** The platform's own list to choose one from: for desks, where a keyboard finds a line by typing its first letters. */
export function SelectField({ value, onChange, options, ...words }: SelectFieldProps) {
  return (
    <Field {...words}>
      {({ id, describedBy }) => (
        <select
          id={id}
          className={styles.input}
          value={value}
          aria-describedby={describedBy}
          aria-invalid={words.problem !== undefined}
          onChange={(event) => onChange(event.currentTarget.value)}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
