import { useState } from 'react';
import { useText } from '../../../i18n/useText.ts';
import { readNetworkHint } from '../../../sync/network-hint.ts';
import { Button } from '../../../ui/Button.tsx';
import { ChoiceCards } from '../../../ui/Choices.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { useServices, useStored, useSyncStatus } from '../common/services.ts';
import { Section } from './Section.tsx';

/** Holding and going on, and by which network: wishes of the people who work on this tablet, kept until they change them. */
export function SendingSetting() {
  const t = useText('sending');
  const { sync } = useServices();
  const isHeld = useSyncStatus().pausedBecause.includes('user');
  return (
    <Section title={t('title')}>
      <p>{t(isHeld ? 'setting.held' : 'setting.goes')}</p>
      <div>
        <Button icon={<Icon name={isHeld ? 'send' : 'stop'} />} onClick={() => sync.setPaused(!isHeld)}>
          {t(isHeld ? 'goOn' : 'hold')}
        </Button>
      </div>
      <NetworkChoice />
    </Section>
  );
}

function NetworkChoice() {
  const t = useText('sending');
  const { storage } = useServices();
  const [canTell] = useState(() => readNetworkHint(navigator).tells);
  const wishes = useStored('sending-wishes', (services) => services.storage.findSendingWishes());
  if (wishes === undefined) return null;
  if (!canTell) return <p>{t('setting.cannotTell')}</p>;
  return (
    <ChoiceCards
      label={t('setting.network')}
      hint={t('setting.networkHint')}
      choices={[
        { value: 'any', label: t('setting.any') },
        { value: 'wifi', label: t('setting.onlyWifi') },
      ]}
      value={wishes.onlyOnWifi ? 'wifi' : 'any'}
      onChange={(value) => void storage.putSendingWishes({ onlyOnWifi: value === 'wifi' })}
    />
  );
}
