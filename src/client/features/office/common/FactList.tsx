import type { ReactNode } from 'react';
import styles from './FactList.module.css';

interface FactListProps {
  readonly title: string;
  readonly facts: readonly { readonly label: string; readonly value: ReactNode }[];
}

/** Facts with their names, a line each. */
export function FactList({ title, facts }: FactListProps) {
  return (
    <section className={styles.facts}>
      <h2>{title}</h2>
      <dl>
        {facts.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
