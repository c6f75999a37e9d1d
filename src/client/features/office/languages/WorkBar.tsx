import styles from './Languages.module.css';

interface WorkBarProps {
  readonly label: string;
  /** The same in words, beside the bar. */
  readonly said: string;
  readonly checked: number;
  readonly draft: number;
  readonly all: number;
}

/** How many of all are checked (full) and drafts (hatched); the words beside it say the same. */
export function WorkBar({ label, said, checked, draft, all }: WorkBarProps) {
  // The first sentence of thousands is seen too.
  const part = (count: number) => (count === 0 ? 0 : Math.max(0.8, (100 * count) / all));
  return (
    <div className={styles.work}>
      <p>
        <b>{label}</b>{' '}
        <span className="numbers">
          {checked + draft}/{all}
        </span>
      </p>
      <svg className={styles.bar} viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
        <rect className={styles.none} width="100" height="6" />
        <rect className={styles.checked} width={part(checked)} height="6" />
        <rect className={styles.draft} x={part(checked)} width={part(draft)} height="6" />
      </svg>
      <p className={styles.soft}>{said}</p>
    </div>
  );
}
