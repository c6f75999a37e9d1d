import { useRef } from 'react';
import { useText } from '../i18n/useText.ts';
import { classNames } from './class-names.ts';
import styles from './Field.module.css';
import { FieldGroup, type FieldWords } from './Field.tsx';

/** What was typed so far, digit for digit; a part may be empty because nobody knows it. */
export interface DateParts {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

const boxes = [
  { part: 'day', length: 2 },
  { part: 'month', length: 2 },
  { part: 'year', length: 4 },
] as const;

type DateFieldsProps = FieldWords & {
  readonly value: DateParts;
  readonly onChange: (value: DateParts) => void;
};

/** Three boxes, never a calendar: remembered dates are said as numbers. A full box moves on to the next. */
export function DateFields({ value, onChange, ...words }: DateFieldsProps) {
  const t = useText();
  const inputs = useRef<Partial<Record<keyof DateParts, HTMLInputElement | null>>>({});
  const type = (index: number, typed: string) => {
    const box = boxes[index];
    if (box === undefined) return;
    const digits = typed.replace(/\D/g, '').slice(0, box.length);
    onChange({ ...value, [box.part]: digits });
    const next = boxes[index + 1];
    if (digits.length === box.length && digits.length > value[box.part].length && next !== undefined) {
      inputs.current[next.part]?.focus();
      inputs.current[next.part]?.select();
    }
  };
  return (
    <FieldGroup {...words}>
      <div className={styles.dates}>
        {boxes.map(({ part, length }, index) => (
          <label key={part}>
            <span>{t(`date.${part}`)}</span>
            <input
              ref={(element) => {
                inputs.current[part] = element;
              }}
              className={classNames(styles.input)}
              inputMode="numeric"
              autoComplete="off"
              maxLength={length}
              value={value[part]}
              aria-invalid={words.problem !== undefined}
              onChange={(event) => type(index, event.currentTarget.value)}
            />
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}
