import { useEffect, useState } from 'react';
import { currentVersions } from '../../procedures/current-versions.ts';
import { useText } from '../i18n/useText.ts';
import { openStorageAsItIs } from '../storage/dexie-storage.ts';
import type { Outbox, Storage } from '../storage/storage.ts';
import type { SyncDriver } from '../sync/model.ts';
import { createPageDriver } from '../sync/page-driver.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Notice } from '../ui/Notices.tsx';
import { Page, ScreenTitle } from '../ui/Page.tsx';
import { appVersion } from './app-version.ts';

type Counts = Awaited<ReturnType<Outbox['counts']>>;

/**
 * Shown when this version could not take over what the one before had written: nothing was changed, and what is finished
 * is sealed, so it can be sent from here without anybody's PIN.
 */
export function OldLayoutPage() {
  const t = useText('storage');
  const [counts, setCounts] = useState<Counts>();
  const [driver, setDriver] = useState<SyncDriver>();
  useEffect(() => {
    let storage: Storage | undefined;
    let sender: SyncDriver | undefined;
    let wanted = true;
    // Once the page is gone its storage is closed, and what was under way breaks off.
    const report = (error: unknown) => {
      if (wanted) reportError(error);
    };
    const open = async () => {
      storage = await openStorageAsItIs();
      if (!wanted) return storage.close();
      const { outbox } = storage;
      const count = async () => {
        const now = await outbox.counts();
        if (wanted) setCounts(now);
      };
      storage.onChange(() => void count().catch(report));
      await count();
      sender = createPageDriver({ storage, appVersion, catalogue: currentVersions, onlySends: true });
      setDriver(sender);
    };
    open().catch(report);
    return () => {
      wanted = false;
      sender?.stop();
      storage?.close();
    };
  }, []);
  const waiting = counts?.waiting ?? 0;
  return (
    <Page align="middle" width="narrow">
      <Icon name="warning" size={72} />
      <ScreenTitle>{t('oldLayout.title')}</ScreenTitle>
      <p>{t('oldLayout.text')}</p>
      {counts !== undefined && (
        <Notice
          tone={waiting === 0 ? 'good' : 'care'}
          title={waiting === 0 ? t('oldLayout.nothingWaits') : t('oldLayout.waiting', { count: waiting })}
          action={
            driver !== undefined &&
            waiting > 0 && (
              <Button variant="solid" icon={<Icon name="send" />} onClick={() => driver.wake('user')}>
                {t('oldLayout.send')}
              </Button>
            )
          }
        >
          {waiting > 0 && t('oldLayout.sendText')}
        </Notice>
      )}
      <p>{t('oldLayout.next')}</p>
      <div>
        <Button icon={<Icon name="turn" />} onClick={() => location.reload()}>
          {t('oldLayout.again')}
        </Button>
      </div>
    </Page>
  );
}
