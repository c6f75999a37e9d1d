import type { Role } from '../../contract/operations/office.ts';
import { allowed, forbidden, type Verdict } from './verdict.ts';

/*
 * Who may do what, as one table (I12). A role not named for an operation may not do it; several roles add up.
 *
 * Administrators reach every commune because settings, keys and staff belong to the whole server, which may serve
 * several communes. They do not read dossiers: running the machine is not a reason to see who was born to whom.
 * Specialists see and work on what was forwarded to their department.
 */

/** How far a role reaches with one operation. */
export type Reach = 'own-commune' | 'any-commune';

export type Operation =
  | 'enter-office'
  | 'see-dossiers'
  | 'act-at-one-stop'
  | 'work-in-department'
  | 'export-records'
  | 'manage-departments'
  | 'see-accounts'
  | 'vouch-for-account'
  | 'restrain-account'
  | 'merge-accounts'
  | 'see-staff'
  | 'see-devices'
  | 'see-handed-items'
  | 'close-handed-item'
  | 'see-visits'
  | 'plan-visits'
  | 'handle-problems'
  | 'see-drafts'
  | 'hand-over-draft'
  | 'bring-courier'
  | 'manage-staff'
  | 'create-enrolment-code'
  | 'see-settings'
  | 'change-settings'
  | 'read-procedures'
  | 'manage-procedures'
  | 'see-languages'
  | 'work-on-languages'
  | 'publish-languages';

export const REACH: Readonly<Record<Operation, Readonly<Partial<Record<Role, Reach>>>>> = {
  'enter-office': {
    officer: 'own-commune',
    specialist: 'own-commune',
    supervisor: 'own-commune',
    administrator: 'any-commune',
  },
  'see-dossiers': { officer: 'own-commune', supervisor: 'own-commune' },
  'act-at-one-stop': { officer: 'own-commune' },
  // Whole dossiers and the logbook as files, which leave the server's keeping.
  'export-records': { officer: 'own-commune', supervisor: 'own-commune' },
  // What was forwarded to their own department, and nothing else: policies/dossier.ts.
  'work-in-department': { specialist: 'own-commune' },
  'manage-departments': { administrator: 'any-commune' },
  'see-accounts': { officer: 'own-commune', supervisor: 'own-commune' },
  // Activating and a new code need the citizen before one's own eyes: that is the officer at the desk.
  'vouch-for-account': { officer: 'own-commune' },
  // Each gives a reason and can be undone; a commune without a supervisor has an officer.
  'restrain-account': { officer: 'own-commune', supervisor: 'own-commune' },
  'merge-accounts': { officer: 'own-commune', supervisor: 'own-commune' },
  'see-staff': { supervisor: 'own-commune', administrator: 'any-commune' },
  'see-devices': { supervisor: 'own-commune', administrator: 'any-commune' },
  // What is handed over may show answers, so the same people as for dossiers: a commune without a supervisor has an officer.
  'see-handed-items': { officer: 'own-commune', supervisor: 'own-commune' },
  'close-handed-item': { officer: 'own-commune', supervisor: 'own-commune' },
  // The calendar shows whose dossier waits for what, so the same people as for dossiers.
  'see-visits': { officer: 'own-commune', supervisor: 'own-commune' },
  // Where people go is for who leads them; a commune without a supervisor has an officer.
  'plan-visits': { officer: 'own-commune', supervisor: 'own-commune' },
  // A department works on those it was given: policies/problem.ts.
  'handle-problems': { officer: 'own-commune', supervisor: 'own-commune' },
  // The list names tablets and staff, no citizen; whose work goes to whom is for who leads them.
  'see-drafts': { supervisor: 'own-commune' },
  'hand-over-draft': { supervisor: 'own-commune' },
  // Nothing of what a courier's file holds is shown to who brings it, so it need not be of their commune.
  'bring-courier': { officer: 'any-commune', supervisor: 'any-commune' },
  'manage-staff': { administrator: 'any-commune' },
  'create-enrolment-code': { administrator: 'any-commune' },
  'see-settings': { officer: 'any-commune', supervisor: 'any-commune', administrator: 'any-commune' },
  'change-settings': { administrator: 'any-commune' },
  // What a procedure asks is public; screens with answers need it.
  'read-procedures': {
    officer: 'any-commune',
    specialist: 'any-commune',
    supervisor: 'any-commune',
    administrator: 'any-commune',
  },
  // One declaration decides what every villager of the server is asked.
  'manage-procedures': { administrator: 'any-commune' },
  // A language is spoken in many communes, and whoever speaks it may write and check: two people stand behind each word.
  'see-languages': {
    officer: 'any-commune',
    specialist: 'any-commune',
    supervisor: 'any-commune',
    administrator: 'any-commune',
  },
  'work-on-languages': {
    officer: 'any-commune',
    specialist: 'any-commune',
    supervisor: 'any-commune',
    administrator: 'any-commune',
  },
  'publish-languages': { supervisor: 'any-commune', administrator: 'any-commune' },
};

/** Who asks: the signed-in staff member, as read from the database for this very request. */
export interface Actor {
  readonly staffId: string;
  readonly roles: readonly Role[];
  readonly commune: string;
  /** Where a specialist works. */
  readonly department: string | null;
}

/** The farthest any of the actor's roles reaches with this operation; undefined when none does. */
export function reachOf(actor: Actor, operation: Operation): Reach | undefined {
  const reaches = actor.roles.map((role) => REACH[operation][role]);
  if (reaches.includes('any-commune')) return 'any-commune';
  return reaches.includes('own-commune') ? 'own-commune' : undefined;
}

/** May the actor do this to something that belongs to that commune? */
export function mayReach(actor: Actor, operation: Operation, commune: string): Verdict {
  const reach = reachOf(actor, operation);
  if (reach === undefined) return forbidden('role');
  return reach === 'any-commune' || commune === actor.commune ? allowed : forbidden('commune');
}

/** Which communes a list shows this actor. */
export type Scope =
  | { readonly kind: 'none' }
  | { readonly kind: 'commune'; readonly commune: string }
  | { readonly kind: 'all' };

/** The scope that lists exactly the things `mayReach` allows one by one. */
export function scopeOf(actor: Actor, operation: Operation): Scope {
  const reach = reachOf(actor, operation);
  if (reach === undefined) return { kind: 'none' };
  return reach === 'any-commune' ? { kind: 'all' } : { kind: 'commune', commune: actor.commune };
}
