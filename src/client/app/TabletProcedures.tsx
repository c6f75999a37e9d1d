import type { ReactNode } from 'react';
import { useServices } from '../features/field/common/services.ts';
import { createProcedures, type Procedures } from '../procedures/procedures.ts';
import { ProceduresContext } from '../procedures/procedures-context.ts';
import type { Storage } from '../storage/storage.ts';
import { TabletVoices } from './TabletVoices.tsx';

/** One for each storage: what was read stays read when the screen changes. */
const made = new WeakMap<Storage, Procedures>();

/** Gives the screens behind the lock this tablet's procedures; a chunk of its own, because the lock needs none. */
export function TabletProcedures({ children }: { readonly children: ReactNode }) {
  const { storage, now } = useServices();
  let procedures = made.get(storage);
  if (procedures === undefined) {
    procedures = createProcedures({ storage, now, onBug: reportError });
    made.set(storage, procedures);
  }
  return (
    <ProceduresContext value={procedures}>
      <TabletVoices>{children}</TabletVoices>
    </ProceduresContext>
  );
}
