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
  /** The boxes that are asked for; all three where left out. */
  readonly shown?: readonly (keyof DateParts)[];
  /** What the boxes are called where they are no day of the usual calendar. */
  readonly called?: Readonly<Record<keyof DateParts, string>>;
  /** Digits that are read from across the table. */
  readonly large?: boolean;
};

/** Three boxes, never a calendar: remembered dates are said as numbers. A full box moves on to the next. */
export function DateFields({
  value,
  onChange,
  shown = ['day', 'month', 'year'],
  called,
  large = false,
  ...words
}: DateFieldsProps) {
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
      <div className={classNames(styles.dates, large && styles.largeDates)} data-boxes={shown.length}>
        {boxes.map(({ part, length }, index) =>
          !shown.includes(part) ? null : (
            <label key={part}>
              <span>{called?.[part] ?? t(`date.${part}`)}</span>
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
          ),
        )}
      </div>
    </FieldGroup>
  );
}
