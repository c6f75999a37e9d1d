import { createContext, useContext } from 'react';

/** What a screen may ask of the kiosk around it: a person who is there alone goes no other way than through it. */
export interface KioskDoor {
  /** They have said everything: it goes to the staff now. */
  readonly handOver: () => void;
  /** They want to stop here: asked once more, with what happens then. */
  readonly askToLeave: () => void;
}

export const KioskContext = createContext<KioskDoor | undefined>(undefined);

/** Undefined at a table with staff. */
export function useKiosk(): KioskDoor | undefined {
  return useContext(KioskContext);
}
