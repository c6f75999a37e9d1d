import { Link } from 'wouter';
import { useText } from '../../../i18n/useText.ts';
import { Icon, type IconName } from '../../../ui/Icon.tsx';
import { Spinner } from '../../../ui/Notices.tsx';
import { useStored } from '../common/services.ts';
import styles from './Courier.module.css';
import { CourierFrame } from './CourierFrame.tsx';
import { listCarriable } from './carriable.ts';
import { countCarriedWaiting, listCarried } from './carried.ts';

/** The three things one does with a courier: give something along, take something along, bring receipts home. */
export function CourierHome() {
  const t = useText('courier');
  const counts = useStored('courier', async ({ storage: { outbox } }) => {
    const [envelopes, attachments] = await Promise.all([outbox.listEnvelopes(), outbox.listAttachments()]);
    const carried = listCarried(envelopes, attachments);
    return {
      waiting: listCarriable(envelopes, attachments).length,
      carried: carried.length,
      carriedWaiting: countCarriedWaiting(carried),
    };
  });
  return (
    <CourierFrame title={t('title')} back="/">
      <p>{t('intro')}</p>
      {counts === undefined ? (
        <Spinner label={t('working')} />
      ) : (
        <nav className={styles.ways} aria-label={t('title')}>
          <Way
            href="/courier/send"
            icon="send"
            title={t('home.send')}
            text={t('home.waiting', { count: counts.waiting })}
          />
          <Way href="/courier/bring" icon="install" title={t('home.bring')} text={t('home.bringText')} />
          <Way
            href="/courier/carried"
            icon="office"
            title={t('home.carried')}
            text={t('home.carriedText', { count: counts.carried, left: counts.carriedWaiting })}
          />
        </nav>
      )}
    </CourierFrame>
  );
}

function Way(of: {
  readonly href: string;
  readonly icon: IconName;
  readonly title: string;
  readonly text: string;
}) {
  return (
    <Link href={of.href} className={styles.way}>
      <Icon name={of.icon} size={40} />
      <span>
        <b>{of.title}</b>
        <small>{of.text}</small>
      </span>
      <Icon name="next" />
    </Link>
  );
}
