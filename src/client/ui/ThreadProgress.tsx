import styles from './ThreadProgress.module.css';

interface ThreadProgressProps {
  readonly segments: readonly { readonly id: string; readonly state: 'done' | 'now' | 'todo' }[];
}

/** A thread being woven, one piece for each part. The words beside it say the same, so it is silent. */
export function ThreadProgress({ segments }: ThreadProgressProps) {
  return (
    <div className={styles.thread} aria-hidden="true">
      {segments.map(({ id, state }) => (
        <i key={id} className={styles[state]} />
      ))}
    </div>
  );
}
