import { type ReactNode, useCallback, useState } from 'react';
import { useText } from '../../../i18n/useText.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { LessonPanel } from './lesson/LessonPanel.tsx';
import styles from './Practice.module.css';
import { usePractice } from './practice-context.ts';

/**
 * Around every screen of the practice ground: the banner that stays in view, the lesson, and the mark that the style sheet
 * lays over every paper on it, shown or printed.
 */
export function PracticeFrame({ children }: { readonly children: ReactNode }) {
  const t = useText('practice');
  const { leave } = usePractice();
  const [isLeaving, setLeaving] = useState(false);
  const mark = t('mark');
  const line = t('markLine');
  const lay = useCallback(
    (ground: HTMLElement | null) => {
      ground?.style.setProperty('--mark', JSON.stringify(mark));
      ground?.style.setProperty('--mark-line', JSON.stringify(line));
    },
    [mark, line],
  );
  return (
    <div className={styles.ground} ref={lay}>
      <div className={styles.banner} role="status">
        <Icon name="warning" />
        <p>
          <b>{mark}:</b> {t('banner')}
        </p>
        <Button onClick={() => setLeaving(true)}>{t('leave.button')}</Button>
      </div>
      <LessonPanel />
      <div className={styles.screen}>{children}</div>
      {isLeaving && (
        <Dialog
          title={t('leave.title')}
          onClose={() => setLeaving(false)}
          actions={
            <>
              <Button onClick={() => setLeaving(false)}>{t('leave.stay')}</Button>
              <Button variant="solid" onClick={leave}>
                {t('leave.go')}
              </Button>
            </>
          }
        >
          <p>{t('leave.what')}</p>
        </Dialog>
      )}
    </div>
  );
}
