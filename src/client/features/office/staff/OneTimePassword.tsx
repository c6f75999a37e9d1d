import { useState } from 'react';
import { useText } from '../../../i18n/useText.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Notice } from '../../../ui/Notices.tsx';
import styles from './StaffDialogs.module.css';

interface OneTimePasswordProps {
  /** What has happened, and to whom. */
  readonly title: string;
  readonly login: string;
  /** Null for staff who work in the field only: they have no way into the office. */
  readonly password: string | null;
  readonly onClose: () => void;
}

/** The only time this password is seen. */
export function OneTimePassword({ title, login, password, onClose }: OneTimePasswordProps) {
  const t = useText('office');
  const [copied, setCopied] = useState<'yes' | 'failed' | undefined>(undefined);
  const copy = (text: string) => {
    navigator.clipboard.writeText(text).then(
      () => setCopied('yes'),
      () => setCopied('failed'),
    );
  };
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <>
          {password !== null && (
            <Button size="small" onClick={() => copy(password)}>
              {t('staff.copy')}
            </Button>
          )}
          <Button size="small" variant="solid" onClick={onClose}>
            {t('staff.passwordNoted')}
          </Button>
        </>
      }
    >
      {password === null ? (
        <p>{t('staff.noPassword')}</p>
      ) : (
        <>
          <p>{t('staff.loginIs', { login })}</p>
          <p className={styles.secret}>{password}</p>
          <Notice tone="care" title={t('staff.shownOnce')} />
          <p aria-live="polite">
            {copied !== undefined && t(copied === 'yes' ? 'staff.copied' : 'staff.copyFailed')}
          </p>
        </>
      )}
    </Dialog>
  );
}
