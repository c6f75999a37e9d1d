import type { DeviceRecord } from '../../../storage/model.ts';

/** Whether the office's leave to open drafts offline is over for this person. By this tablet's clock: it only delays. */
export function isLeaseOver(leases: DeviceRecord['leases'], staffId: string, now: Date): boolean {
  const lease = leases.find((one) => one.staffId === staffId);
  return lease !== undefined && new Date(lease.until).getTime() <= now.getTime();
}
