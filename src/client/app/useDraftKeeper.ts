import { useEffect } from 'react';
import { useFoundSession, useServices } from '../features/field/common/services.ts';

/** Keeps sealed backups of drafts up to date while somebody is unlocked. Its code comes after the lock is open. */
export function useDraftKeeper(): void {
  const { storage, session } = useServices();
  const found = useFoundSession();
  useEffect(() => {
    if (found === undefined) return;
    let wanted = true;
    let stop = () => {};
    import('../features/field/common/kept/draft-keeper.ts').then(({ startDraftKeeper }) => {
      if (!wanted) return;
      stop = startDraftKeeper({
        storage,
        session: found,
        beforeLock: session.beforeLock,
        onBug: reportError,
      });
    }, reportError);
    return () => {
      wanted = false;
      stop();
    };
  }, [storage, session, found]);
}
