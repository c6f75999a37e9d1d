import type { ReactNode } from 'react';
import { ScreenTitle, WovenBand } from '../../../../ui/Page.tsx';
import styles from './card.module.css';

interface CardPageProps {
  readonly title: string;
  readonly hint?: string;
  readonly children: ReactNode;
  /** The ways on: the safe one first, the one to do next last. */
  readonly foot: ReactNode;
}

/** One step over the whole screen: what it is about, and a foot that stays in view. */
export function CardPage({ title, hint, children, foot }: CardPageProps) {
  return (
    <div className={styles.page}>
      <WovenBand />
      <div className={styles.middle}>
        <div className={styles.column}>
          <div className={styles.title}>
            <ScreenTitle>{title}</ScreenTitle>
            {hint !== undefined && <p className={styles.hint}>{hint}</p>}
          </div>
          {children}
        </div>
      </div>
      <footer className={styles.foot}>{foot}</footer>
    </div>
  );
}
