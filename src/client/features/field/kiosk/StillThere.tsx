import { useEffect } from 'react';
import { useText } from '../../../i18n/useText.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { chime } from '../../../ui/sound/chime.ts';
import styles from './Kiosk.module.css';

const TONE_EVERY = 5;

/** Time is running out for somebody who went away: seen, heard, and stopped by any touch. */
export function StillThere({ seconds }: { readonly seconds: number }) {
  const t = useText('kiosk');
  useEffect(() => {
    if (seconds % TONE_EVERY === 0) chime();
  }, [seconds]);
  return (
    <Dialog
      title={t('stillThere.title')}
      // A touch anywhere is what closes it; Escape is one.
      onClose={() => undefined}
      actions={
        <Button size="large" variant="solid">
          {t('stillThere.yes')}
        </Button>
      }
    >
      <p role="timer" className={styles.countdown}>
        {seconds}
      </p>
      <p>{t('stillThere.what')}</p>
    </Dialog>
  );
}
