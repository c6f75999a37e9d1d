import { createProcedures, type Procedures } from '../../../src/client/procedures/procedures.ts';
import type { Storage } from '../../../src/client/storage/storage.ts';

/** The day of most tests. */
export const NOW = () => new Date('2026-11-23T03:00:00Z');

/** The procedures of a tablet with this storage; a bug in it fails the test. */
export function tabletProcedures(storage: Storage): Procedures {
  const onBug = (error: unknown) => {
    throw error;
  };
  return createProcedures({ storage, now: NOW, onBug });
}
