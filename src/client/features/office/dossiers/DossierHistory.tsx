import type { DossierDetail } from '../../../../contract/operations/office.ts';
import { formatDateTime } from '../../../i18n/formats.ts';
import { useText } from '../../../i18n/useText.ts';
import styles from './DossierHistory.module.css';

/** What happened, by whom and when, the first first. */
export function DossierHistory({ history }: { readonly history: DossierDetail['history'] }) {
  const t = useText('office');
  return (
    <section className={styles.history}>
      <h2>{t('history.title')}</h2>
      <ol>
        {history.map((one) => (
          <li key={one.id}>
            <b>{t(`history.action.${one.action}`)}</b>
            <span>
              {one.byName}
              {one.deviceName !== null && <> · {one.deviceName}</>}
            </span>
            <time dateTime={one.at}>{formatDateTime(one.at)}</time>
          </li>
        ))}
      </ol>
    </section>
  );
}
