import { lazy, Suspense, useEffect, useState } from 'react';
import { useText } from '../../../i18n/useText.ts';
import { Button } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { Notice } from '../../../ui/Notices.tsx';
import { FootBar, Page, ScreenTitle } from '../../../ui/Page.tsx';
import { InstallOffer } from '../common/InstallOffer.tsx';
import { askToKeepStorage, type StorageKeeping } from '../common/keep-storage.ts';
import { useDevice, useSession } from '../common/services.ts';

const RestoreOffer = lazy(async () => ({
  default: (await import('../common/kept/RestoreOffer.tsx')).RestoreOffer,
}));

/** Bound. The browser is asked to keep everything, and its answer told as it is; then the home screen icon. */
export function DoneStep({ onReady }: { readonly onReady: () => void }) {
  const t = useText();
  const device = useDevice();
  const { vault } = useSession();
  const [keeping, setKeeping] = useState<StorageKeeping>();
  useEffect(() => {
    void askToKeepStorage(navigator.storage).then(setKeeping);
  }, []);
  return (
    <Page
      width="narrow"
      align="middle"
      foot={
        <FootBar
          end={
            <Button variant="solid" size="large" iconAfter={<Icon name="next" />} onClick={onReady}>
              {t('enrol.done.go')}
            </Button>
          }
        />
      }
    >
      <ScreenTitle size="question">{t('enrol.done.title')}</ScreenTitle>
      <Notice tone="good">
        {t('enrol.done.bound', { name: vault.displayName, commune: device?.commune.name ?? '' })}
      </Notice>
      {keeping !== undefined && (
        <Notice tone={keeping.kind === 'kept' ? 'good' : 'care'} title={t(`keeping.${keeping.kind}.title`)}>
          {t(`keeping.${keeping.kind}.text`)}
        </Notice>
      )}
      <Suspense fallback={null}>
        <RestoreOffer />
      </Suspense>
      <h2>{t('install.title')}</h2>
      <InstallOffer />
    </Page>
  );
}
