import { useText } from '../../../i18n/useText.ts';
import styles from './Home.module.css';
import type { Totals } from './record-state.ts';

/** Begun, waiting on this tablet, with the office: the whole truth in three numbers. */
export function ThreeNumbers({ totals }: { readonly totals: Totals }) {
  const t = useText();
  return (
    <dl className={styles.three}>
      {(['drafts', 'waiting', 'received'] as const).map((name) => (
        <div key={name}>
          <dd>{totals[name]}</dd>
          <dt>{t(`home.totals.${name}`)}</dt>
        </div>
      ))}
    </dl>
  );
}
