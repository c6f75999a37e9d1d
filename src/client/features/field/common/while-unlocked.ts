import { randomBytes } from '../../../sync/browser-ports.ts';
import { startDraftKeeper } from './kept/draft-keeper.ts';
import type { Services, Session } from './services.ts';
import { startWorkKeeper } from './work/work-keeper.ts';

/** What goes on beside the screens for as long as this person is unlocked. Returns "stop". */
export function startWhileUnlocked({ storage, session, now }: Services, open: Session): () => void {
  const stopDrafts = startDraftKeeper({
    storage,
    session: open,
    beforeLock: session.beforeLock,
    onBug: reportError,
  });
  const stopWork = startWorkKeeper({
    http: { origin: location.origin, fetch: (...request) => fetch(...request), randomBytes },
    storage,
    vault: open.vault,
    now,
    onBug: reportError,
  });
  return () => {
    stopDrafts();
    stopWork();
  };
}
