import { type ReactNode, useCallback, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { useText } from '../../../i18n/useText.ts';
import { Button } from '../../../ui/Button.tsx';
import { Banner, StatusPill } from '../../../ui/Notices.tsx';
import { WovenBand } from '../../../ui/Page.tsx';
import { BulkContext } from '../common/bulk/bulk-context.ts';
import { problemOf } from '../common/call.ts';
import { LanguageSwitch } from '../common/LanguageSwitch.tsx';
import { isOffered, useMe } from '../common/me.ts';
import { ProblemNotice } from '../common/ProblemNotice.tsx';
import { BulkToast } from './BulkToast.tsx';
import { HelpDialog } from './HelpDialog.tsx';
import { Nav } from './Nav.tsx';
import styles from './Shell.module.css';
import { useBulkRun } from './useBulkRun.ts';
import { useNewArrivals } from './useNewArrivals.ts';
import { useOfficeEvents } from './useOfficeEvents.ts';
import { useShortcuts } from './useShortcuts.ts';
import { useSignOut } from './useSignOut.ts';

/** The console: the way around on the left, what is new at the top, one room in the middle. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const t = useText('office');
  const person = useMe();
  const [, navigate] = useLocation();
  const [isHelpOpen, setHelpOpen] = useState(false);
  const [isMenuOpen, setMenuOpen] = useState(false);
  const title = t('title', { commune: person.commune.name });
  const seesDossiers = isOffered(person, 'dossiers');
  const arrivals = useNewArrivals(title, seesDossiers);
  useOfficeEvents(seesDossiers);
  const bulk = useBulkRun();
  const openHelp = useCallback(() => setHelpOpen(true), []);
  const searchAll = useCallback(() => {
    if (seesDossiers) navigate('/queue/all?find');
  }, [navigate, seesDossiers]);
  useShortcuts({ onSearchElsewhere: searchAll, onHelp: openHelp });
  const signOut = useSignOut();
  const leave = async () => {
    const { kind } = bulk.get();
    await bulk.sendNow();
    const after = bulk.get();
    // The page is loaded anew: what could not be done is read first, and the next press leaves.
    const isUnread =
      (kind === 'waiting' || kind === 'sending') && after.kind === 'done' && after.failures.length > 0;
    if (!isUnread) signOut.mutate();
  };
  return (
    <BulkContext value={bulk}>
      <div className={styles.shell} data-menu={isMenuOpen}>
        <WovenBand />
        <header className={styles.top}>
          <button
            type="button"
            className={styles.menu}
            aria-expanded={isMenuOpen}
            aria-controls="office-nav"
            onClick={() => setMenuOpen(!isMenuOpen)}
          >
            {t('nav.menu')}
          </button>
          <b className={styles.house}>{title}</b>
          {arrivals !== undefined && isOffered(person, 'counter') && (
            <Link href="/queue/registered" className={styles.arrivals}>
              <StatusPill state={arrivals.waiting === 0 ? 'off' : 'good'}>
                {t('arrivals.waiting', { count: arrivals.waiting, devices: arrivals.devices })}
              </StatusPill>
            </Link>
          )}
          <div className={styles.tools}>
            <Button size="small" variant="quiet" onClick={openHelp}>
              {t('help.open')}
            </Button>
            <LanguageSwitch />
            <span className={styles.person}>{person.displayName}</span>
            <Button size="small" variant="quiet" busy={signOut.isPending} onClick={() => void leave()}>
              {t('signOut')}
            </Button>
          </div>
        </header>
        <div>
          {signOut.error !== null && <ProblemNotice problem={problemOf(signOut.error)} />}
          {person.demo && <Banner tone="care">{t('demo')}</Banner>}
        </div>
        <div className={styles.desk}>
          <Nav arrivals={arrivals} onGo={() => setMenuOpen(false)} />
          <main className={styles.room}>{children}</main>
        </div>
        {isHelpOpen && <HelpDialog onClose={() => setHelpOpen(false)} />}
        <BulkToast />
      </div>
    </BulkContext>
  );
}
