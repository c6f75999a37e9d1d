import { useEffect } from 'react';
import { defaultDevicePolicy } from '../../contract/down/device-policy.ts';
import { useFoundSession, useServices } from '../features/field/common/services.ts';

/** Milliseconds: the lists are on the screen by then. Again twice a day for a tablet that nobody locks. */
const FIRST = 5000;
const AGAIN = 12 * 60 * 60_000;

/** Lets go of readable copies and reports that the office has settled long enough ago, while somebody is unlocked whose they are. */
export function useForgetSettled(): void {
  const { storage } = useServices();
  const session = useFoundSession();
  useEffect(() => {
    if (session === undefined) return;
    const { records, vault } = session;
    const forget = async () => {
      const policy = (await storage.findDevice())?.policy ?? defaultDevicePolicy;
      await records.forgetSettled(policy.keepSummariesDays);
      await (await storage.fieldWork()).forgetReports(vault, policy.keepSummariesDays);
    };
    // Locked in the middle, or a disk that cannot be read: the next time does it, and the screens say what is wrong.
    const run = () => void forget().catch(() => undefined);
    const first = setTimeout(run, FIRST);
    const again = setInterval(run, AGAIN);
    return () => {
      clearTimeout(first);
      clearInterval(again);
    };
  }, [storage, session]);
}
