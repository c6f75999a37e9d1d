import { useEffect, useState } from 'react';
import { defaultDevicePolicy } from '../../../../../contract/down/device-policy.ts';
import { type GuardFacts, type GuardVerdict, judgeGuard } from '../../../../../domain/device/guard-rails.ts';
import { lookAtStorage, type StorageKeeping } from '../keep-storage.ts';
import { useServices, useStorageVersion, useStored } from '../services.ts';
import { guardFacts, oldestWaiting } from './guard-facts.ts';

export interface Guard {
  readonly facts: GuardFacts;
  readonly verdict: GuardVerdict;
}

/** Whether new dossiers may be begun now; looks again after each committed change. Undefined until first looked. */
export function useGuard(): Guard | undefined {
  const { storage, now } = useServices();
  const keeping = useKeeping();
  const stored = useStored('guard', async ({ storage: { outbox, findDevice } }) => ({
    oldest: oldestWaiting(await outbox.listEnvelopes(), await outbox.listAttachments()),
    policy: (await findDevice())?.policy ?? defaultDevicePolicy,
  }));
  if (stored === undefined || keeping === undefined) return undefined;
  const facts = guardFacts({ keeping, isFull: storage.isFull(), oldest: stored.oldest, now: now() });
  return { facts, verdict: judgeGuard(facts, stored.policy.guard) };
}

/** What the browser says of keeping, and of space: at once, and after each write of this tablet. */
function useKeeping(): StorageKeeping | undefined {
  const version = useStorageVersion();
  const [keeping, setKeeping] = useState<StorageKeeping>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a write is what changes the answer
  useEffect(() => {
    let wanted = true;
    void lookAtStorage(navigator.storage).then((seen) => {
      if (wanted) setKeeping(seen);
    });
    return () => {
      wanted = false;
    };
  }, [version]);
  return keeping;
}
