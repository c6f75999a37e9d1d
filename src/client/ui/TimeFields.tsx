import styles from './Field.module.css';
import { FieldGroup, type FieldWords } from './Field.tsx';

/** Hour and minute as typed, digit for digit. */
export interface TimeParts {
  readonly hour: string;
  readonly minute: string;
}

type TimeFieldsProps = FieldWords & {
  readonly hourLabel: string;
  readonly minuteLabel: string;
  readonly value: TimeParts;
  readonly onChange: (value: TimeParts) => void;
};

/** Two boxes of 24 hours: a native time field asks for morning or afternoon in some languages. */
export function TimeFields({ hourLabel, minuteLabel, value, onChange, ...words }: TimeFieldsProps) {
  const boxes = [
    { part: 'hour', label: hourLabel },
    { part: 'minute', label: minuteLabel },
  ] as const;
  return (
    <FieldGroup {...words}>
      <div className={styles.dates}>
        {boxes.map(({ part, label }) => (
          <label key={part}>
            <span>{label}</span>
            <input
              className={styles.input}
              inputMode="numeric"
              autoComplete="off"
              maxLength={2}
              value={value[part]}
              aria-invalid={words.problem !== undefined}
              onChange={(event) =>
                onChange({ ...value, [part]: event.currentTarget.value.replace(/\D/g, '') })
              }
            />
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}
