import { useText } from '../i18n/useText.ts';
import type { StorageLost } from '../storage/storage-lost.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Page, ScreenTitle } from '../ui/Page.tsx';
import type { MissingFeature } from './browser-features.ts';

/** Shown instead of the app where it cannot run: what is the matter, and what to do. */
export function BrokenPage({
  reason,
}: {
  readonly reason: 'broken' | 'no-storage' | 'blocked' | StorageLost['why'] | MissingFeature;
}) {
  const t = useText();
  return (
    <Page align="middle" width="narrow">
      <Icon name="warning" size={72} />
      <ScreenTitle>{t(`broken.${reason}.title`)}</ScreenTitle>
      <p>{t(`broken.${reason}.text`)}</p>
      <div>
        <Button variant="solid" icon={<Icon name="turn" />} onClick={() => location.reload()}>
          {t('broken.reload')}
        </Button>
      </div>
    </Page>
  );
}
