import type { Report } from '../../../../../contract/up/report.ts';
import type { ReadAnswers } from '../../../../storage/field-work.ts';
import { useSession, useStored } from '../../common/services.ts';

/** Where a report is on its way to the office. */
export type ReportRoad = 'waiting' | 'attention' | 'received';

export interface OwnReports {
  /** The newest first. */
  readonly reports: readonly Report[];
  readonly roadOf: (id: string) => ReportRoad;
  readonly read: ReadAnswers;
}

/** What this person reported on this tablet, and how far it has come; undefined until read. */
export function useReports(): OwnReports | undefined {
  const { vault } = useSession();
  return useStored(`reports ${vault.staffId}`, async ({ storage }) => {
    const store = await storage.fieldWork();
    const [reports, read, envelopes, attachments] = await Promise.all([
      store.listReports(vault),
      store.findRead(vault),
      storage.outbox.listEnvelopes(),
      storage.outbox.listAttachments(),
    ]);
    const waiting = [
      ...envelopes.map(({ id, state }) => ({ id, state })),
      ...attachments.map(({ submissionId, state }) => ({ id: submissionId, state })),
    ].filter(({ state }) => state !== 'received');
    return {
      reports,
      read,
      roadOf: (id: string): ReportRoad => {
        const mine = waiting.filter((one) => one.id === id);
        if (mine.length === 0) return 'received';
        return mine.some(({ state }) => state === 'attention') ? 'attention' : 'waiting';
      },
    };
  });
}
