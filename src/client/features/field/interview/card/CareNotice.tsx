import { use } from 'react';
import type { Sentence } from '../../../../i18n/sentences.ts';
import { AloudContext } from '../../../../ui/aloud.ts';
import { Notice } from '../../../../ui/Notices.tsx';
import styles from './card.module.css';

/** Something doubtful, read and heard; it stops nothing. */
export function CareNotice({ sentence }: { readonly sentence: Sentence }) {
  const aloud = use(AloudContext);
  return (
    <Notice tone="care">
      <span className={styles.heard}>
        <span>{sentence.text}</span>
        {aloud?.(sentence)}
      </span>
    </Notice>
  );
}
