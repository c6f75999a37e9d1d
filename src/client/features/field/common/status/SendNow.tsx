import { formatMegabytes } from '../../../../i18n/formats.ts';
import { useText } from '../../../../i18n/useText.ts';
import { Button } from '../../../../ui/Button.tsx';
import { Icon } from '../../../../ui/Icon.tsx';
import { useServices, useStored, useSyncStatus } from '../services.ts';
import styles from './SendNow.module.css';

/** What waits on this tablet, in dossiers and megabytes, and the button that sends it. */
export function SendNow() {
  const t = useText();
  const { sync } = useServices();
  const { activity, reach } = useSyncStatus();
  const counts = useStored('counts', ({ storage }) => storage.outbox.counts());
  const isSending = activity.kind === 'sending';
  const waiting = counts?.waiting ?? 0;
  const bytes = counts?.bytesWaiting ?? 0;
  const isEmpty = waiting === 0 && bytes === 0;
  return (
    <div className={styles.send}>
      <p>
        {isEmpty
          ? t('send.nothing')
          : waiting === 0
            ? t('send.photos', { size: formatMegabytes(bytes) })
            : t('send.waiting', { count: waiting, size: formatMegabytes(bytes) })}
      </p>
      <Button
        variant={isEmpty ? 'outline' : 'solid'}
        icon={<Icon name="send" />}
        busy={isSending}
        onClick={() => {
          // Pressing "send now" is also the word to go on, for who had held sending.
          sync.setPaused(false);
          sync.wake('user');
        }}
      >
        {t(isSending ? 'send.sending' : isEmpty ? 'send.ask' : 'send.now')}
      </Button>
      {!isSending && !isEmpty && reach === 'unreachable' && (
        <p className={styles.note}>{t('send.offline')}</p>
      )}
    </div>
  );
}
