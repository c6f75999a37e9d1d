import type { ReactNode } from 'react';
import styles from './RoomPage.module.css';

/** A room that is one page: its heading, what can be done, and the rest below. */
export function RoomPage({
  title,
  action,
  children,
}: {
  readonly title: string;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <div className={styles.page}>
      <header>
        <h1>{title}</h1>
        {action}
      </header>
      {children}
    </div>
  );
}
