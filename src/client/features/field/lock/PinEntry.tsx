import { useState } from 'react';
import { useText } from '../../../i18n/useText.ts';
import type { DeviceRecord } from '../../../storage/model.ts';
import { NoSpaceLeft } from '../../../storage/watch-space.ts';
import { Button, LinkButton } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { Notice } from '../../../ui/Notices.tsx';
import { ScreenTitle } from '../../../ui/Page.tsx';
import type { VaultRecord } from '../../../vault/model.ts';
import { PIN_LENGTH } from '../../../vault/pin-rules.ts';
import { unlockVault } from '../../../vault/unlock.ts';
import { PinPad } from '../common/PinPad.tsx';
import { useServices } from '../common/services.ts';
import styles from './Lock.module.css';
import { isLeaseOver } from './lease.ts';
import { useDoor } from './useDoor.ts';

interface PinEntryProps {
  readonly person: VaultRecord;
  readonly device: DeviceRecord;
  readonly onOpened: () => void;
}

/** One person's door: open, waiting after wrong tries, or closed until the office says otherwise. */
export function PinEntry({ person, device, onOpened }: PinEntryProps) {
  const t = useText();
  const { storage, session, sync, now } = useServices();
  const door = useDoor(person.staffId);
  const [pin, setPin] = useState('');
  const [isTrying, setTrying] = useState(false);
  const [problem, setProblem] = useState<'wrong-pin' | 'damaged' | 'no-space'>();

  const tryPin = async () => {
    if (pin.length < PIN_LENGTH || isTrying) return;
    const deviceKeys = await storage.findDeviceKeys();
    if (deviceKeys === undefined) return setProblem('damaged');
    setTrying(true);
    const outcome = await unlockVault(person, pin, {
      deviceKeys,
      counter: storage,
      now: () => now().getTime(),
    }).catch(sayNoSpace);
    setPin('');
    setTrying(false);
    switch (outcome.kind) {
      case 'opened':
        session.unlock({ vault: outcome.vault, records: await storage.openRecords(outcome.vault) });
        return onOpened();
      case 'wrong-pin':
      case 'damaged':
      case 'no-space':
        return setProblem(outcome.kind);
      case 'wait':
      case 'locked-out':
        return setProblem(undefined);
    }
  };
  const title = <ScreenTitle>{t('lock.hello', { name: person.displayName })}</ScreenTitle>;
  if (door === undefined) return null;
  if (door.kind === 'locked-out') {
    return (
      <div className={styles.who}>
        {title}
        <Notice tone="problem" title={t('lock.lockedOut.title')}>
          {t('lock.lockedOut.text')}
        </Notice>
        <LinkButton href="/enrol" variant="solid" size="large">
          {t('lock.lockedOut.go')}
        </LinkButton>
      </div>
    );
  }
  if (isLeaseOver(device.leases, person.staffId, now())) {
    return (
      <div className={styles.who}>
        {title}
        <Notice tone="care" title={t('lock.leaseOver.title')}>
          {t('lock.leaseOver.text')}
        </Notice>
        <Button variant="solid" size="large" icon={<Icon name="send" />} onClick={() => sync.wake('user')}>
          {t('lock.leaseOver.go')}
        </Button>
      </div>
    );
  }
  const isWaiting = door.kind === 'wait';
  const said = isWaiting
    ? t('lock.wait', { time: formatWait(door.seconds) })
    : problem === undefined
      ? undefined
      : t(`lock.${problem}`);
  return (
    <div className={styles.pin}>
      {title}
      <PinPad
        label={t('lock.pin')}
        value={pin}
        onChange={(digits) => {
          setProblem(undefined);
          setPin(digits);
        }}
        onEnter={() => void tryPin()}
        disabled={isWaiting || isTrying}
        problem={said}
      />
      <Button
        variant="solid"
        size="large"
        icon={<Icon name="lock" />}
        busy={isTrying}
        disabled={isWaiting || pin.length < PIN_LENGTH}
        onClick={() => void tryPin()}
      >
        {t('lock.open')}
      </Button>
    </div>
  );
}

/** A try that cannot be counted is not made. */
function sayNoSpace(error: unknown): { readonly kind: 'no-space' } {
  if (error instanceof NoSpaceLeft) return { kind: 'no-space' };
  throw error;
}

/** Seconds as `m:ss`. */
function formatWait(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
