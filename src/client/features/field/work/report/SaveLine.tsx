import { useText } from '../../../../i18n/useText.ts';
import { Notice } from '../../../../ui/Notices.tsx';
import styles from './Report.module.css';
import type { Unsent } from './useUnsent.ts';

/** Whether what was typed is on the disk; "saved" is said only after it is (I1). */
export function SaveLine({ save, isFull }: { readonly save: Unsent['save']; readonly isFull: boolean }) {
  const t = useText('reports');
  if (save === 'no-space' || isFull) return <Notice tone="problem">{t('noSpace')}</Notice>;
  return (
    <p className={styles.saved} aria-live="polite">
      {save !== 'empty' && t(`save.${save}`)}
    </p>
  );
}
