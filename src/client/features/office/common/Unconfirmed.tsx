import { useText } from '../../../i18n/useText.ts';
import styles from './Unconfirmed.module.css';

/** Beside a fact that nobody has confirmed with the commune yet. */
export function Unconfirmed() {
  const t = useText('office');
  return <span className={styles.mark}>{t('unconfirmed')}</span>;
}
