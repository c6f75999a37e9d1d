import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';
import styles from './Field.module.css';
import { Field, type FieldWords } from './Field.tsx';

type Native =
  | 'autoCapitalize'
  | 'autoFocus'
  | 'disabled'
  | 'inputMode'
  | 'maxLength'
  | 'name'
  | 'onBlur'
  | 'onKeyDown'
  | 'placeholder';

type TextFieldProps = FieldWords &
  Pick<ComponentProps<'input'>, Native> & {
    readonly value: string;
    readonly onChange: (value: string) => void;
    readonly type?: 'text' | 'tel' | 'email' | 'password' | 'search' | 'time';
    /** Never remembered by the browser unless it is the staff member's own sign-in. */
    readonly autoComplete?: string;
    readonly lang?: string;
    /** Digits in columns, for numbers read out and compared; large where they are read from across the table. */
    readonly digits?: boolean | 'large';
  };

/** One line of text. */
export function TextField({
  label,
  hint,
  problem,
  labelHidden = false,
  onChange,
  type = 'text',
  autoComplete = 'off',
  digits = false,
  ...native
}: TextFieldProps) {
  return (
    <Field label={label} hint={hint} problem={problem} labelHidden={labelHidden}>
      {({ id, describedBy }) => (
        <input
          {...native}
          id={id}
          type={type}
          autoComplete={autoComplete}
          spellCheck={false}
          aria-describedby={describedBy}
          aria-invalid={problem !== undefined}
          className={classNames(
            styles.input,
            digits !== false && 'numbers',
            digits === 'large' && styles.largeDigits,
          )}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

type TextAreaProps = FieldWords &
  Pick<ComponentProps<'textarea'>, 'autoFocus' | 'maxLength' | 'name' | 'onBlur' | 'onKeyDown' | 'rows'> & {
    readonly value: string;
    readonly onChange: (value: string) => void;
  };

/** Several lines of text. */
export function TextArea({ label, hint, problem, labelHidden = false, onChange, ...native }: TextAreaProps) {
  return (
    <Field label={label} hint={hint} problem={problem} labelHidden={labelHidden}>
      {({ id, describedBy }) => (
        <textarea
          {...native}
          id={id}
          autoComplete="off"
          spellCheck={false}
          aria-describedby={describedBy}
          aria-invalid={problem !== undefined}
          className={styles.input}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
