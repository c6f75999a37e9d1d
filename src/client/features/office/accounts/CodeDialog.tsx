import { lookUpAddress } from '../../../../contract/look-up-address.ts';
import type { AccountDetail } from '../../../../contract/operations/accounts.ts';
import { formatDateTime } from '../../../i18n/formats.ts';
import { useText } from '../../../i18n/useText.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { Notice } from '../../../ui/Notices.tsx';
import { QrCode } from '../../../ui/QrCode.tsx';
import styles from './Accounts.module.css';

const ACTIVATE_PATH = '/kich-hoat';

interface CodeDialogProps {
  readonly account: AccountDetail;
  readonly code: string;
  readonly onClose: () => void;
}

/** The only time this code is seen: to print, or to write down. The square code holds the reference and not this code. */
export function CodeDialog({ account, code, onClose }: CodeDialogProps) {
  const t = useText('office-accounts');
  const office = useText('office');
  const reference = account.provisionalReference;
  return (
    <Dialog
      title={t('code.new')}
      onClose={onClose}
      actions={
        <>
          <Button size="small" icon={<Icon name="print" size={20} />} onClick={() => window.print()}>
            {office('print')}
          </Button>
          <Button size="small" variant="solid" onClick={onClose}>
            {office('close')}
          </Button>
        </>
      }
    >
      <div className={styles.code} data-print="">
        <p>
          <b>{t('code.of', { name: account.name })}</b>
        </p>
        <p className={styles.secret}>{code}</p>
        <QrCode
          text={lookUpAddress(location.origin, reference)}
          label={t('code.qr', { reference })}
          size={140}
        />
        <p>{t('code.how', { address: `${location.host}${ACTIVATE_PATH}`, reference })}</p>
        <p>{t('code.valid', { when: formatDateTime(account.code.expiresAt) })}</p>
        <p>{t('code.keep')}</p>
        <div data-screen-only="">
          <Notice tone="care" title={t('code.once')} />
        </div>
      </div>
    </Dialog>
  );
}
