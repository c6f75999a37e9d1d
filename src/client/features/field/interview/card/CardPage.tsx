import type { ReactNode } from 'react';
import type { Sentence } from '../../../../i18n/sentences.ts';
import { ScreenTitle, WovenBand } from '../../../../ui/Page.tsx';
import { SpeakButton } from '../../../../voices/SpeakButton.tsx';
import styles from './card.module.css';

interface CardPageProps {
  readonly title: Sentence;
  readonly hint: Sentence;
  /** What the loudspeaker says after these two. */
  readonly aloud?: readonly Sentence[];
  readonly children: ReactNode;
  /** The ways on: the safe one first, the one to do next last. */
  readonly foot: ReactNode;
}

/** One step over the whole screen: what it is about, read and heard, and a foot that stays in view. */
export function CardPage({ title, hint, aloud = [], children, foot }: CardPageProps) {
  return (
    <div className={styles.page}>
      <WovenBand />
      <div className={styles.middle}>
        <div className={styles.column}>
          <div className={styles.head}>
            <div className={styles.title}>
              <ScreenTitle>{title.text}</ScreenTitle>
              <p className={styles.hint}>{hint.text}</p>
            </div>
            <SpeakButton sentences={[title, hint, ...aloud]} />
          </div>
          {children}
        </div>
      </div>
      <footer className={styles.foot}>{foot}</footer>
    </div>
  );
}
