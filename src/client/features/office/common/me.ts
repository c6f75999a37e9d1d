import { createContext, use } from 'react';
import type * as z from 'zod';
import type { DossierLine, me, Role } from '../../../../contract/operations/office.ts';

export type Me = z.output<typeof me.answer>;

export const MeContext = createContext<Me | undefined>(undefined);

/** Who is signed in. Only below the sign-in. */
export function useMe(): Me {
  const person = use(MeContext);
  if (person === undefined) throw new Error('asked for the signed-in person outside of a session');
  return person;
}

/** What the screen offers to which role; the server decides each time, and may say no. */
const offered = {
  dossiers: ['officer', 'specialist', 'supervisor'],
  /** Where dossiers arrive and are accepted; a department has those that were forwarded to it. */
  counter: ['officer', 'supervisor'],
  bulk: ['officer', 'specialist'],
  accounts: ['officer', 'supervisor'],
  logbook: ['officer', 'supervisor'],
  handed: ['officer', 'supervisor'],
  visits: ['officer', 'supervisor'],
  problems: ['officer', 'specialist', 'supervisor'],
  courier: ['officer', 'supervisor'],
  staff: ['supervisor', 'administrator'],
  tablets: ['supervisor', 'administrator'],
  drafts: ['supervisor'],
  settings: ['officer', 'supervisor', 'administrator'],
  languages: ['officer', 'specialist', 'supervisor', 'administrator'],
  manage: ['administrator'],
} as const satisfies Record<string, readonly Role[]>;

export function isOffered(person: Me, what: keyof typeof offered): boolean {
  const roles: readonly Role[] = offered[what];
  return person.roles.some((role) => roles.includes(role));
}

/** Whether a dossier still lies where the person works: who works in a department alone no longer sees what it has given on. */
export function isWithin(person: Me, { heldBy }: Pick<DossierLine, 'heldBy'>): boolean {
  return isOffered(person, 'counter') || heldBy?.id === person.department?.id;
}
