import { useState } from 'react';
import { useText } from '../i18n/useText.ts';
import { Button } from '../ui/Button.tsx';
import { Banner } from '../ui/Notices.tsx';
import type { CheckOutcome, WaitingUpdate } from './update.ts';

/** A newer version is on the tablet; one press takes it. */
export function ReadyBanner({
  update,
  isNeeded,
}: {
  readonly update: WaitingUpdate;
  readonly isNeeded: boolean;
}) {
  const t = useText('storage');
  const [isHeld, setHeld] = useState(false);
  const take = async () => setHeld((await update.take()) === 'somebody-works');
  return (
    <Banner
      tone={isNeeded ? 'care' : 'calm'}
      action={
        <Button size="small" onClick={() => void take()}>
          {t('update.take')}
        </Button>
      }
    >
      {t(isHeld ? 'update.othersWork' : isNeeded ? 'update.readyAndNeeded' : 'update.ready')}
    </Banner>
  );
}

/** In the middle of work: only that it waits. */
export function LaterBanner() {
  const t = useText('storage');
  return <Banner>{t('update.later')}</Banner>;
}

/** The office does not understand this version any more, and the newer one is not on the tablet yet. */
export function NeededBanner({ update }: { readonly update: WaitingUpdate }) {
  const t = useText('storage');
  const [outcome, setOutcome] = useState<CheckOutcome | 'checking'>();
  const check = async () => {
    setOutcome('checking');
    setOutcome(await update.check());
  };
  return (
    <Banner
      tone="care"
      action={
        <Button size="small" busy={outcome === 'checking'} onClick={() => void check()}>
          {t('update.fetch')}
        </Button>
      }
    >
      {t('update.needed')} {(outcome === 'none' || outcome === 'unreachable') && t(`update.check.${outcome}`)}
    </Banner>
  );
}
