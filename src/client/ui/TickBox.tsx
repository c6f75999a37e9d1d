import type { ReactNode } from 'react';
import styles from './TickBox.module.css';

interface TickBoxProps {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly disabled?: boolean;
  readonly children: ReactNode;
}

/** A native checkbox with its words; the whole line, at least 44 px tall, can be pressed. */
export function TickBox({ checked, onChange, disabled = false, children }: TickBoxProps) {
  return (
    <label className={styles.tick}>
      <input
        type="checkbox"
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span>{children}</span>
    </label>
  );
}
