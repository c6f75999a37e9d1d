import { useState } from 'react';
import type { ReportSubject } from '../../../../storage/field-work.ts';
import { useServices, useSession } from '../../common/services.ts';
import { sendReport } from './send-report.ts';
import type { Unsent } from './useUnsent.ts';

/** The one press: saves what was typed last, seals and queues it, and wakes the sender. */
export function useSend(unsent: Unsent, of: ReportSubject) {
  const services = useServices();
  const { vault } = useSession();
  const [state, setState] = useState<'resting' | 'sending' | 'no-space'>('resting');
  const send = async (): Promise<string | undefined> => {
    if (unsent.report === undefined || state === 'sending') return undefined;
    setState('sending');
    const report = await unsent.flush();
    const outcome =
      report === undefined
        ? 'no-space'
        : await sendReport(report, of, { storage: services.storage, vault, now: services.now });
    if (report !== undefined && outcome === 'queued') {
      unsent.beginAnew(report.id);
      services.sync.wake('finished');
    }
    setState(outcome === 'queued' ? 'resting' : outcome);
    return outcome === 'queued' ? report?.id : undefined;
  };
  return { send, state };
}
