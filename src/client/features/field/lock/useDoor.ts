import { useEffect, useState } from 'react';
import { mayTry, settleClock } from '../../../vault/pin-attempts.ts';
import { useServices, useStored } from '../common/services.ts';

export type Door =
  | { readonly kind: 'open' }
  | { readonly kind: 'wait'; readonly seconds: number }
  | { readonly kind: 'locked-out' };

/** Whether a PIN may be tried now; counts down by itself. The truth is in storage, so a reload changes nothing. */
export function useDoor(staffId: string): Door | undefined {
  const { now } = useServices();
  const attempts = useStored(`attempts ${staffId}`, ({ storage }) => storage.getPinAttempts(staffId));
  const [, tick] = useState(0);
  const verdict =
    attempts === undefined ? undefined : mayTry(settleClock(attempts, now().getTime()), now().getTime());
  const isWaiting = verdict?.kind === 'wait';
  useEffect(() => {
    if (!isWaiting) return;
    const timer = setInterval(() => tick((count) => count + 1), 500);
    return () => clearInterval(timer);
  }, [isWaiting]);
  if (verdict === undefined) return undefined;
  switch (verdict.kind) {
    case 'yes':
      return { kind: 'open' };
    case 'wait':
      return { kind: 'wait', seconds: Math.ceil(verdict.milliseconds / 1000) };
    case 'locked-out':
      return verdict;
  }
}
