import { Suspense } from 'react';
import { useText } from '../../../i18n/useText.ts';
import type { ListEntry } from '../../../storage/model.ts';
import { Button, LinkButton } from '../../../ui/Button.tsx';
import { Notice } from '../../../ui/Notices.tsx';
import { useServices, useSession } from '../common/services.ts';
import styles from './Home.module.css';
import type { Queue } from './RecordLists.tsx';
import { findTroubled, type Troubled } from './record-state.ts';

/** What the office could not take: nothing is lost, each says why, and one press tries again (I6). */
export function Needs({ entries, queue }: { readonly entries: readonly ListEntry[]; readonly queue: Queue }) {
  const t = useText();
  const { storage, sync } = useServices();
  const { vault } = useSession();
  const troubled = findTroubled(queue.envelopes, queue.attachments, vault.staffId);
  if (troubled.length === 0) return null;
  const again = async (itemId: string) => {
    await storage.outbox.retry(itemId);
    sync.wake('user');
  };
  return (
    <section className={styles.block}>
      <h2>{t('home.needs')}</h2>
      {troubled.map(({ submissionId, itemId, reason }) => {
        const entry = entries.find(({ id }) => id === submissionId);
        const isReport = queue.envelopes.some(({ id, kind }) => id === submissionId && kind === 'report');
        return (
          <Notice
            key={itemId}
            tone="care"
            title={entry?.title ?? (isReport ? <ReportTitle /> : t('home.noLine'))}
            action={
              <>
                <LinkButton href={`/attention/${submissionId}`}>{t('home.waysOn')}</LinkButton>
                <Button variant="quiet" onClick={() => void again(itemId)}>
                  {t('home.tryAgain')}
                </Button>
              </>
            }
          >
            <Suspense>
              <Short reason={reason} />
            </Suspense>
          </Notice>
        );
      })}
    </section>
  );
}

/** A report has no line in any list: it is none of the records. */
function ReportTitle() {
  return (
    <Suspense>
      <ReportName />
    </Suspense>
  );
}

function ReportName() {
  return useText('attention')('report');
}

/** Why, in a sentence: loaded with its words, because most tablets never need one. */
function Short({ reason }: Pick<Troubled, 'reason'>) {
  const t = useText('attention');
  return <p>{t(`short.${reason}`)}</p>;
}
