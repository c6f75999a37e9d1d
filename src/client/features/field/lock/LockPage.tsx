import { useState } from 'react';
import { Redirect, useLocation } from 'wouter';
import { useHistoryState } from 'wouter/use-browser-location';
import * as z from 'zod';
import { useText } from '../../../i18n/useText.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { Landscape } from '../../../ui/Landscape.tsx';
import { Page, TopBar } from '../../../ui/Page.tsx';
import type { VaultRecord } from '../../../vault/model.ts';
import { LanguageSwitch } from '../common/LanguageSwitch.tsx';
import { useDevice, useFoundSession, useServices, useStored } from '../common/services.ts';
import { StatusBar } from '../common/status/StatusBar.tsx';
import styles from './Lock.module.css';
import { PinEntry } from './PinEntry.tsx';
import { WhoIsIt } from './WhoIsIt.tsx';

/** Where the lock came down, and on whose screen. */
const LeftSchema = z.object({ path: z.string().startsWith('/'), staffId: z.string().optional() });

/** Who is it, and the PIN. Nothing readable lies behind this screen: keys and records are out of memory. */
export function LockPage() {
  const t = useText();
  const services = useServices();
  const [, navigate] = useLocation();
  const left = LeftSchema.safeParse(useHistoryState<unknown>());
  const device = useDevice();
  const people = useStored('people', ({ storage }) => storage.listVaults());
  const isUnlocked = useFoundSession() !== undefined;
  const [chosen, setChosen] = useState(left.success ? left.data.staffId : undefined);
  if (people === undefined || device === undefined) return null;
  const person =
    people.find((one) => one.staffId === chosen) ?? (people.length === 1 ? people[0] : undefined);

  const opened = (record: VaultRecord) => {
    const comesBack = left.success && left.data.staffId === record.staffId;
    navigate(comesBack ? left.data.path : '/', { replace: true });
    services.sync.wake('visible');
  };
  if (isUnlocked && person === undefined) return <Redirect to="/" replace />;
  return (
    <Page
      align="middle"
      width="wide"
      top={
        <TopBar end={<LanguageSwitch />}>
          <StatusBar />
        </TopBar>
      }
    >
      <div className={styles.lock}>
        <div className={styles.place}>
          <Landscape />
          <p className={styles.brand}>{t('app.name')}</p>
          <p>{t('lock.where', { commune: device.commune.name, device: device.deviceName })}</p>
          {people.length > 1 && person !== undefined && (
            <button type="button" className={styles.other} onClick={() => setChosen(undefined)}>
              {t('lock.other')}
            </button>
          )}
          {person !== undefined && (
            <LinkButton href="/enrol" variant="quiet" icon={<Icon name="lock" />}>
              {t('lock.forgotten')}
            </LinkButton>
          )}
          <LinkButton href="/enrol" variant="quiet" icon={<Icon name="add" />}>
            {t('lock.addColleague')}
          </LinkButton>
        </div>
        {person === undefined ? (
          <WhoIsIt people={people} onChoose={setChosen} />
        ) : (
          <PinEntry key={person.staffId} person={person} device={device} onOpened={() => opened(person)} />
        )}
      </div>
    </Page>
  );
}
