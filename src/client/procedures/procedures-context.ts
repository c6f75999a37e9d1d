import { createContext } from 'react';
import { createProcedures, type Procedures } from './procedures.ts';

/** Where nobody has said otherwise: the procedures of this build alone. */
const shippedAlone = createProcedures({
  storage: {
    packages: { list: async () => [], find: async () => undefined, markDamaged: async () => undefined },
    outbox: { listOfficeNews: async () => [] },
    onChange: () => () => undefined,
  },
  now: () => new Date(),
  onBug: () => undefined,
});

/** The procedures that screens speak of; `client/app` gives the tablet's, the office its own. */
export const ProceduresContext = createContext<Procedures>(shippedAlone);
