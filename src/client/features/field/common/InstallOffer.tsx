import { useState, useSyncExternalStore } from 'react';
import { useText } from '../../../i18n/useText.ts';
import { Button } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { Notice } from '../../../ui/Notices.tsx';
import { installPrompt, isInstalled } from './install-prompt.ts';

/** "Put it on the home screen": by the browser's own question where it has one, else how to do it by hand. */
export function InstallOffer() {
  const t = useText();
  const isOffered = useSyncExternalStore(installPrompt.subscribe, installPrompt.isOffered);
  const [isDone, setDone] = useState(() => isInstalled(window));
  if (isDone) return <Notice tone="good">{t('install.done')}</Notice>;
  if (!isOffered) {
    return (
      <Notice title={t('install.byHand.title')}>
        <p>{t('install.byHand.android')}</p>
        <p>{t('install.byHand.ipad')}</p>
      </Notice>
    );
  }
  const ask = async () => setDone((await installPrompt.ask()) === 'accepted');
  return (
    <Button icon={<Icon name="install" />} onClick={() => void ask()}>
      {t('install.now')}
    </Button>
  );
}
