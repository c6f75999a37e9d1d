import { Link } from 'wouter';
import { useText } from '../../../i18n/useText.ts';
import type { ListEntry } from '../../../storage/model.ts';
import { Button } from '../../../ui/Button.tsx';
import { Notice } from '../../../ui/Notices.tsx';
import { useServices } from '../common/services.ts';
import styles from './Home.module.css';
import type { Queue } from './RecordLists.tsx';
import { findSyncState } from './record-state.ts';

/** What the office could not take: nothing is lost, each says why, and one press tries again (I6). */
export function Needs({ entries, queue }: { readonly entries: readonly ListEntry[]; readonly queue: Queue }) {
  const t = useText();
  const { storage, sync } = useServices();
  const troubled = entries.flatMap((entry) => {
    const state = findSyncState(entry.id, queue.envelopes, queue.attachments);
    return state?.kind === 'attention' ? [{ entry, state }] : [];
  });
  if (troubled.length === 0) return null;
  const again = async (itemId: string) => {
    await storage.outbox.retry(itemId);
    sync.wake('user');
  };
  return (
    <section className={styles.block}>
      <h2>{t('home.needs')}</h2>
      {troubled.map(({ entry, state }) => (
        <Notice
          key={state.itemId}
          tone="care"
          title={entry.title}
          action={<Button onClick={() => void again(state.itemId)}>{t('home.tryAgain')}</Button>}
        >
          <p>{t(`home.attention.${state.reason}`)}</p>
          <Link href={`/summary/${entry.id}`}>{t('home.look')}</Link>
        </Notice>
      ))}
    </section>
  );
}
