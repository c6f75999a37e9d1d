import { useText } from '../../../i18n/useText.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { useStored } from './services.ts';
import styles from './status/SendNow.module.css';

/** The way to the courier, where something waits here: our own, or what is carried for others. */
export function CourierLink() {
  const t = useText('courier');
  const waiting = useStored('courier link', async ({ storage: { outbox } }) => {
    const rows = (await outbox.listEnvelopes()).filter(({ state }) => state !== 'received');
    return { all: rows.length, carried: rows.filter((row) => row.carriedFor !== undefined).length };
  });
  if (waiting === undefined || waiting.all === 0) return null;
  return (
    <div className={styles.send}>
      {waiting.carried > 0 && <p>{t('entry.carried', { count: waiting.carried })}</p>}
      <LinkButton href="/courier" icon={<Icon name="qr" />}>
        {t('entry.open')}
      </LinkButton>
    </div>
  );
}
