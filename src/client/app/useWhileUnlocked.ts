import { useEffect } from 'react';
import { useFoundSession, useServices } from '../features/field/common/services.ts';

/** Keeps drafts at the office and the office's work here while somebody is unlocked. Its code comes after the lock is open. */
export function useWhileUnlocked(): void {
  const services = useServices();
  const found = useFoundSession();
  useEffect(() => {
    if (found === undefined) return;
    let wanted = true;
    let stop = () => {};
    import('../features/field/common/while-unlocked.ts').then(({ startWhileUnlocked }) => {
      if (wanted) stop = startWhileUnlocked(services, found);
    }, reportError);
    return () => {
      wanted = false;
      stop();
    };
  }, [services, found]);
}
