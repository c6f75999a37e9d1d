import type { DossierDetail } from '../../../../../contract/operations/office.ts';
import type { SupplementRecord } from '../../../../../contract/operations/supplements.ts';

/** What is awaited of the citizen now: at most one request is. */
export function findAwaited({
  supplements,
}: Pick<DossierDetail, 'supplements'>): SupplementRecord | undefined {
  return supplements.find(({ arrived, endedAt }) => arrived === null && endedAt === null);
}
