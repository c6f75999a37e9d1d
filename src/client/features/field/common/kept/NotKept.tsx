import { formatDateTime } from '../../../../i18n/formats.ts';
import { useText } from '../../../../i18n/useText.ts';
import type { KeptList } from './ask-drafts.ts';
import styles from './Kept.module.css';

/** What this person's other tablets last said, and what cannot be brought back. Nothing for a first tablet. */
export function NotKept({
  tablets,
  hasDrafts,
}: {
  readonly tablets: KeptList['tablets'];
  readonly hasDrafts: boolean;
}) {
  const t = useText('backup');
  if (tablets.length === 0 && !hasDrafts) return null;
  return (
    <section className={styles.part}>
      {tablets.length > 0 && <h3>{t('not.tablets')}</h3>}
      <ul className={styles.lost}>
        {tablets.map(({ name, lastSeenAt, unsent }) => {
          const at = lastSeenAt === null ? t('not.never') : formatDateTime(lastSeenAt);
          if (unsent === null) return <li key={name}>{t('not.unsaid', { name, at })}</li>;
          return (
            <li key={name}>{t(unsent === 0 ? 'not.nothing' : 'not.unsent', { name, at, count: unsent })}</li>
          );
        })}
      </ul>
      <h3>{t('not.title')}</h3>
      <ul className={styles.lost}>
        <li>{t('not.photos')}</li>
        <li>{t('not.lastWords')}</li>
      </ul>
    </section>
  );
}
