import { lazy, Suspense, useDeferredValue, useMemo, useState } from 'react';
import { civilDate, formatDate } from '../../../i18n/formats.ts';
import { useText } from '../../../i18n/useText.ts';
import { Button, LinkButton } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { Notice } from '../../../ui/Notices.tsx';
import { Page, TopBar } from '../../../ui/Page.tsx';
import { CourierLink } from '../common/CourierLink.tsx';
import { KeptLine } from '../common/kept/KeptLine.tsx';
import { PracticeOffer } from '../common/PracticeOffer.tsx';
import { useDevice, useServices, useSession, useStorageVersion, useStored } from '../common/services.ts';
import { SendNow } from '../common/status/SendNow.tsx';
import { StatusBar } from '../common/status/StatusBar.tsx';
import { EventCards } from './EventCards.tsx';
import styles from './Home.module.css';
import { Needs } from './Needs.tsx';
import { DraftList, RecordList } from './RecordLists.tsx';
import { countRecords } from './record-state.ts';
import { SearchBox } from './SearchBox.tsx';
import { ThreeNumbers } from './ThreeNumbers.tsx';

const MOST_SHOWN = 30;
const WorkLine = lazy(async () => ({ default: (await import('../common/work/WorkLine.tsx')).WorkLine }));

/** What the family needs today, what was begun, what waits, what the office has. */
export function HomePage() {
  const t = useText();
  const { session, now } = useServices();
  const { records, vault } = useSession();
  const device = useDevice();
  useStorageVersion();
  const [query, setQuery] = useState('');
  const wanted = useDeferredValue(query.trim());
  const queue = useStored('queue', async ({ storage: { outbox } }) => ({
    envelopes: await outbox.listEnvelopes(),
    attachments: await outbox.listAttachments(),
    office: await outbox.listOfficeStates(),
  }));
  const entries = records.listEntries();
  const { drafts, finished } = useMemo(
    () => ({
      drafts: entries.filter((entry) => entry.state === 'draft'),
      finished: entries.filter((entry) => entry.state === 'finished'),
    }),
    [entries],
  );
  // Pressing a key must not wait for the lists: they change a moment later, and only when what they show does.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `entries` is what `search` looks through
  const found = useMemo(() => records.search(wanted, MOST_SHOWN), [records, entries, wanted]);
  const newest = useMemo(() => finished.slice(0, MOST_SHOWN), [finished]);
  return (
    <Page
      top={
        <TopBar>
          <div className={styles.top}>
            <b className={styles.brand}>{t('app.name')}</b>
            <span className={styles.place}>
              {device?.commune.name} · {formatDate(civilDate(now()))} · {vault.displayName}
            </span>
            <div className={styles.status}>
              <StatusBar />
            </div>
            <div className={styles.tools}>
              <LinkButton href="/settings" variant="quiet" icon={<Icon name="settings" />}>
                <span>{t('home.settings')}</span>
              </LinkButton>
              <Button icon={<Icon name="lock" />} onClick={session.lock}>
                <span>{t('home.lock')}</span>
              </Button>
            </div>
          </div>
        </TopBar>
      }
    >
      <div className={styles.home}>
        <div className={styles.left}>
          <SearchBox value={query} onChange={setQuery} />
          {wanted === '' ? (
            <Suspense>
              <EventCards />
            </Suspense>
          ) : (
            <section className={styles.block} aria-live="polite">
              <h2>{t('home.found')}</h2>
              <RecordList entries={found} queue={queue} empty={t('home.foundNone')} />
            </section>
          )}
          {wanted === '' && (
            <section className={styles.block}>
              <h2>{t('home.records')}</h2>
              <RecordList entries={newest} queue={queue} empty={t('home.noRecords')} />
              {finished.length === 0 && (
                <Suspense>
                  <PracticeOffer />
                </Suspense>
              )}
              {finished.length > MOST_SHOWN && <p className={styles.more}>{t('home.moreRecords')}</p>}
            </section>
          )}
        </div>
        <aside className={styles.right}>
          <Suspense>
            <WorkLine />
          </Suspense>
          {queue !== undefined && (
            <ThreeNumbers totals={countRecords(drafts.length, queue.envelopes, vault.staffId)} />
          )}
          <SendNow />
          <Suspense>
            <CourierLink />
          </Suspense>
          {records.unreadablePages() > 0 && (
            <Notice tone="care" title={t('home.unreadable.title')}>
              {t('home.unreadable.text')}
            </Notice>
          )}
          {queue !== undefined && <Needs entries={finished} queue={queue} />}
          <section className={styles.block}>
            <h2>{t('home.goOn')}</h2>
            <DraftList entries={drafts.slice(0, MOST_SHOWN)} />
            <Suspense>
              <KeptLine />
            </Suspense>
            {drafts.length > MOST_SHOWN && <p className={styles.more}>{t('home.moreRecords')}</p>}
          </section>
        </aside>
      </div>
    </Page>
  );
}
