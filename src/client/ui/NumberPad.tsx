import { useEffect, useEffectEvent } from 'react';
import { useText } from '../i18n/useText.ts';
import { classNames } from './class-names.ts';
import { Icon } from './Icon.tsx';
import styles from './NumberPad.module.css';

interface NumberPadProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (digits: string) => void;
  readonly minLength: number;
  readonly maxLength: number;
  readonly onEnter?: () => void;
  readonly disabled?: boolean;
  readonly problem?: string | undefined;
}

const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

/** Big keys for a secret number; what was typed shows as dots and is said as a count. A real keyboard works too. */
export function NumberPad(props: NumberPadProps) {
  const { label, value, onChange, minLength, maxLength, onEnter, disabled = false, problem } = props;
  const t = useText();
  const press = (digit: string) => {
    if (!disabled && value.length < maxLength) onChange(value + digit);
  };
  const erase = () => {
    if (!disabled) onChange(value.slice(0, -1));
  };
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.target instanceof HTMLInputElement) return;
    if (/^\d$/.test(event.key)) press(event.key);
    else if (event.key === 'Backspace') erase();
    else if (event.key === 'Enter' && !(event.target instanceof HTMLButtonElement)) onEnter?.();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
  const places = Math.max(minLength, value.length);
  return (
    <fieldset className={styles.pad}>
      <legend className={styles.legend}>{label}</legend>
      <p className="visually-hidden" aria-live="polite">
        {t('pad.typed', { count: value.length })}
      </p>
      <div className={classNames(styles.dots, problem !== undefined && styles.wrong)} aria-hidden="true">
        {Array.from({ length: places }, (_, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a place in the row has no other name
          <i key={place} className={place < value.length ? styles.full : styles.open} />
        ))}
      </div>
      <p className={styles.problem} role="alert">
        {problem}
      </p>
      <div className={styles.keys}>
        {keys.map((key) => (
          <button
            key={key}
            type="button"
            className={styles.key}
            disabled={disabled}
            onClick={() => press(key)}
          >
            {key}
          </button>
        ))}
        <span />
        <button type="button" className={styles.key} disabled={disabled} onClick={() => press('0')}>
          0
        </button>
        <button
          type="button"
          className={classNames(styles.key, styles.erase)}
          disabled={disabled || value === ''}
          aria-label={t('pad.erase')}
          onClick={erase}
        >
          <Icon name="erase" size={32} />
        </button>
      </div>
    </fieldset>
  );
}
