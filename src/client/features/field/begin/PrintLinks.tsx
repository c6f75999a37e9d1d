import { useText } from '../../../i18n/useText.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { useKiosk } from '../common/kiosk/kiosk-context.ts';
import styles from './Begin.module.css';

/** For whoever tells a whole village: the procedure as a leaflet, and as a script for the loudspeakers. */
export function PrintLinks({ procedure }: { readonly procedure: string }) {
  const t = useText('paper');
  if (useKiosk() !== undefined) return null;
  return (
    <nav className={styles.ways} aria-label={t('links.title')}>
      <LinkButton href={`/paper/leaflet/${procedure}`} icon={<Icon name="print" />}>
        {t('links.leaflet')}
      </LinkButton>
      <LinkButton href={`/paper/radio/${procedure}`} icon={<Icon name="speaker" />}>
        {t('links.radio')}
      </LinkButton>
    </nav>
  );
}
