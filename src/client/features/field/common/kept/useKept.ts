import { useCallback, useEffect, useMemo, useState } from 'react';
import { randomBytes } from '../../../../sync/browser-ports.ts';
import { useServices, useSession } from '../services.ts';
import { askForKept, type DraftPorts, type KeptList } from './ask-drafts.ts';

/** What the office said; `asking` until it has. */
export type Kept =
  | { readonly kind: 'asking' | 'no-answer' | 'refused' }
  | { readonly kind: 'listed'; readonly list: KeptList };

/** What asking the office for drafts needs, for the person who is unlocked. */
export function useDraftPorts(): DraftPorts {
  const { storage } = useServices();
  const session = useSession();
  return useMemo(
    () => ({
      storage,
      session,
      http: { origin: location.origin, fetch: (...request) => fetch(...request), randomBytes },
    }),
    [storage, session],
  );
}

/** Asks the office once, and again with `again`. */
export function useKept(ports: DraftPorts): { readonly kept: Kept; readonly again: () => void } {
  const [times, setTimes] = useState(0);
  const [kept, setKept] = useState<Kept>({ kind: 'asking' });
  const [failure, setFailure] = useState<{ readonly of: unknown }>();
  const again = useCallback(() => setTimes((n) => n + 1), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new number asks again
  useEffect(() => {
    let wanted = true;
    askForKept(ports).then(
      (asked) => {
        if (!wanted) return;
        setKept(asked.kind === 'answered' ? { kind: 'listed', list: asked.answer } : { kind: asked.kind });
      },
      (error: unknown) => {
        if (wanted) setFailure({ of: error });
      },
    );
    return () => {
      wanted = false;
    };
  }, [ports, times]);
  if (failure !== undefined) throw failure.of;
  return { kept, again };
}
