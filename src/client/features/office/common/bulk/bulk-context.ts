import { createContext, use, useSyncExternalStore } from 'react';
import type { BulkAct } from './bulk-acts.ts';
import type { BulkRun, BulkState } from './bulk-run.ts';

export const BulkContext = createContext<BulkRun<BulkAct> | undefined>(undefined);

/** The console's one run of bulk acts. Only below the shell. */
export function useBulk(): BulkRun<BulkAct> {
  const run = use(BulkContext);
  if (run === undefined) throw new Error('asked for bulk acts outside of the shell');
  return run;
}

export function useBulkState(run: BulkRun<BulkAct>): BulkState<BulkAct> {
  return useSyncExternalStore(run.subscribe, run.get);
}
