import { type ReactNode, Suspense, useEffect, useRef } from 'react';
import { useSearch } from 'wouter';
import { Icon } from '../../../ui/Icon.tsx';
import styles from './ListPane.module.css';

interface SplitProps {
  readonly list: ReactNode;
  /** What is opened from the list; beside it on a wide screen, in its place on a narrow one. */
  readonly detail: ReactNode | undefined;
  /** Beside the list while nothing is open; narrow screens do not show it. */
  readonly nothingOpen: ReactNode;
}

/** List and detail: side by side from 1100 px on, one after the other below. What the detail waits for takes neither list nor focus away. */
export function Split({ list, detail, nothingOpen }: SplitProps) {
  return (
    <div className={styles.split} data-open={detail !== undefined}>
      <section className={styles.list}>{list}</section>
      <section className={styles.detail}>
        <Suspense>{detail ?? nothingOpen}</Suspense>
      </section>
    </div>
  );
}

interface SearchBoxProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
}

/** The search of the list; `/` jumps to it. `?find` in the address means the jump was made from another screen. */
export function SearchBox({ label, value, onChange }: SearchBoxProps) {
  const box = useRef<HTMLInputElement>(null);
  const isAskedFor = new URLSearchParams(useSearch()).has('find');
  useEffect(() => {
    if (isAskedFor) box.current?.focus();
  }, [isAskedFor]);
  return (
    <label className={styles.search}>
      <Icon name="search" size={20} />
      <span className="visually-hidden">{label}</span>
      <input
        ref={box}
        data-search
        type="search"
        autoComplete="off"
        spellCheck={false}
        maxLength={80}
        placeholder={label}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
      />
      <span className={styles.key} aria-hidden="true">
        /
      </span>
    </label>
  );
}
