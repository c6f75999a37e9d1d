import { formatMegabytes } from '../../../../i18n/formats.ts';
import { useText } from '../../../../i18n/useText.ts';
import type { Rest } from '../../../../sync/model.ts';
import { Button } from '../../../../ui/Button.tsx';
import { Icon } from '../../../../ui/Icon.tsx';
import { Progress } from '../../../../ui/Notices.tsx';
import { useServices, useStored, useSyncStatus } from '../services.ts';
import { describePanel, describeTimeLeft } from './describe-panel.ts';
import styles from './SendNow.module.css';

/** What waits on this tablet, in dossiers and megabytes, how far sending has come, and the buttons that send and hold. */
export function SendNow() {
  const t = useText('sending');
  const { sync } = useServices();
  const status = useSyncStatus();
  const counts = useStored('counts', ({ storage }) => storage.outbox.counts());
  // "Nothing waits" is said of a disk that was read, never before.
  if (counts === undefined) return null;
  const { words, rest, action, note } = describePanel(status, counts);
  const isSending = action === 'sending';
  const send = () => {
    // Pressing "send now" is also the word to go on, for who had held sending.
    sync.setPaused(false);
    sync.wake('user');
  };
  return (
    <div className={styles.send}>
      {rest === undefined ? (
        <p>{t(words, { count: counts.waiting, size: formatMegabytes(counts.bytesWaiting) })}</p>
      ) : (
        <HowFar rest={rest} />
      )}
      <div className={styles.buttons}>
        <Button
          variant={action === 'ask' ? 'outline' : 'solid'}
          icon={<Icon name="send" />}
          busy={isSending}
          onClick={send}
        >
          {t(action)}
        </Button>
        {/* Beside the button that sends, never in its place: pressed twice in haste, it must not hold. */}
        {isSending && (
          <Button icon={<Icon name="stop" />} onClick={() => sync.setPaused(true)}>
            {t('hold')}
          </Button>
        )}
      </div>
      {note !== undefined && <p className={styles.note}>{t(note)}</p>}
    </div>
  );
}

function HowFar({ rest }: { readonly rest: Rest }) {
  const t = useText('sending');
  const { dossiersLeft, bytesLeft, share, minutesLeft } = rest;
  const left = t(dossiersLeft === 0 ? 'leftPhotos' : 'left', {
    count: dossiersLeft,
    size: formatMegabytes(bytesLeft),
  });
  const time = minutesLeft === undefined ? undefined : describeTimeLeft(minutesLeft);
  const words = time === undefined ? left : `${left} · ${t(time.key, { count: time.count })}`;
  return (
    <div className={styles.howFar}>
      <p>{words}</p>
      <Progress value={share} label={words} />
    </div>
  );
}
