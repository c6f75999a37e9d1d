import type { Change } from '../down/change.ts';
import { catalogueFor2 } from './version-2.ts';
import { catalogueFor3 } from './version-3.ts';

/** A change in the words of the version that the tablet speaks: one step down for each version it is behind. */
export function changeFor(contractVersion: number, change: Change): Change {
  if (change.kind !== 'catalogue') return change;
  const in3 = contractVersion < 4 ? catalogueFor3(change) : change;
  return contractVersion < 3 ? catalogueFor2(in3) : in3;
}
