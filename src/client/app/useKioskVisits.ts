import { useEffect } from 'react';
import { useFoundSession, useServices } from '../features/field/common/services.ts';

/** Takes over what people left at the kiosk for whoever has just unlocked. Its code comes only where something waits. */
export function useKioskVisits(): void {
  const { storage, session } = useServices();
  const found = useFoundSession();
  useEffect(() => {
    if (found === undefined) return;
    const take = async () => {
      if ((await storage.kiosk.listVisits(found.vault.staffId)).length === 0) return;
      const { takeInVisits } = await import('../features/field/common/kiosk/take-in-visits.ts');
      await takeInVisits(storage, found);
    };
    // Locked in the middle: the next unlocking goes on.
    take().catch((error: unknown) => {
      if (session.find() === found) reportError(error);
    });
  }, [storage, session, found]);
}
