import { useEffect, useRef } from 'react';
import { useText } from '../../../i18n/useText.ts';
import { Button } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import styles from './CoverScreen.module.css';

/** Cloth over the screen while somebody walks past: nothing of the interview is seen or read out. */
export function CoverScreen({ onOpen }: { readonly onOpen: () => void }) {
  const t = useText('interview');
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className={styles.cover} aria-label={t('cover.title')} onClose={onOpen}>
      <div className={styles.middle}>
        <h1>{t('cover.title')}</h1>
        <Button variant="solid" size="large" icon={<Icon name="next" />} onClick={onOpen}>
          {t('cover.open')}
        </Button>
      </div>
    </dialog>
  );
}
