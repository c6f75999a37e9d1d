import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Role } from '../../../src/contract/operations/office.ts';
import { OfficeAction } from '../../../src/domain/dossier/actions.ts';
import { FinanceState, PapersState, SupplementState } from '../../../src/domain/dossier/state.ts';
import { DossierStatus } from '../../../src/domain/dossier/status.ts';
import {
  allowedDossierActions,
  type DossierFacts,
  dossierScopeOf,
  mayActOnDossier,
  mayManageDepartments,
  maySeeDossier,
} from '../../../src/server/policies/dossier.ts';
import type { Actor } from '../../../src/server/policies/reach.ts';

const DEPARTMENTS = ['0197f3a2-0000-7000-8000-00000000000a', '0197f3a2-0000-7000-8000-00000000000b'] as const;
const commune = fc.constantFrom('14845', '15016');
const department = fc.constantFrom(...DEPARTMENTS, null);
const actor: fc.Arbitrary<Actor> = fc.record({
  staffId: fc.constant('0197f3a2-0000-7000-8000-000000000001'),
  roles: fc.uniqueArray(fc.constantFrom(...Role.options), { maxLength: Role.options.length }),
  commune,
  department,
});
const dossier: fc.Arbitrary<DossierFacts> = fc.record({
  commune,
  status: fc.constantFrom(...DossierStatus.options),
  heldBy: department,
  papers: fc.constantFrom(...PapersState.options),
  finance: fc.constantFrom(...FinanceState.options),
  supplement: fc.constantFrom(...SupplementState.options, null),
  awaitedAttachments: fc.nat({ max: 2 }),
});

/*
 * The rules in words, written a second time and without the table.
 */
const isOfficer = (a: Actor, d: DossierFacts) => a.roles.includes('officer') && a.commune === d.commune;
const isTheirSpecialist = (a: Actor, d: DossierFacts) =>
  a.roles.includes('specialist') && a.commune === d.commune && d.heldBy !== null && d.heldBy === a.department;
const isSeeing = (a: Actor, d: DossierFacts) =>
  isOfficer(a, d) || (a.roles.includes('supervisor') && a.commune === d.commune) || isTheirSpecialist(a, d);

const AT_WORK = ['accepted', 'in-progress'];
const NOT_ENDED = [...AT_WORK, 'registered', 'supplement-requested', 'payment-requested'];
const WHERE: Record<OfficeAction, (d: DossierFacts) => boolean> = {
  accept: (d) => d.status === 'registered' && d.awaitedAttachments === 0,
  refuse: (d) => d.status === 'registered',
  'propose-supplement': (d) => d.status === 'in-progress' && d.heldBy !== null,
  'request-supplement': (d) => d.status === 'registered' || AT_WORK.includes(d.status),
  'reassign-supplement': (d) => d.status === 'supplement-requested' && d.supplement === 'asked',
  'complete-supplement': (d) => d.status === 'supplement-requested',
  begin: (d) => d.status === 'accepted',
  forward: (d) => AT_WORK.includes(d.status),
  'hand-back': (d) => d.status === 'in-progress' && d.heldBy !== null,
  'request-payment': (d) => AT_WORK.includes(d.status),
  'confirm-payment': (d) => d.status === 'payment-requested',
  'cancel-payment': (d) => d.status === 'payment-requested',
  'refund-payment': (d) => d.finance === 'paid',
  'take-papers': (d) => NOT_ENDED.includes(d.status),
  'give-back-papers': (d) => d.papers === 'at-office',
  extend: (d) => AT_WORK.includes(d.status),
  stop: (d) => NOT_ENDED.includes(d.status) && d.status !== 'registered',
  withdraw: (d) => NOT_ENDED.includes(d.status),
  finish: (d) => AT_WORK.includes(d.status),
  'return-result': (d) => d.status === 'done',
};
/** The citizen stands at the counter, or staff are sent to them: only the one-stop office, wherever the dossier lies. */
const AT_COUNTER: readonly OfficeAction[] = [
  'reassign-supplement',
  'confirm-payment',
  'refund-payment',
  'take-papers',
  'give-back-papers',
  'withdraw',
  'return-result',
];
/** Whoever has the dossier, and the one-stop office all the same. */
const BOTH: readonly OfficeAction[] = ['complete-supplement', 'hand-back', 'cancel-payment', 'stop'];

function mayInWords(a: Actor, action: OfficeAction, d: DossierFacts): boolean {
  if (!WHERE[action](d)) return false;
  if (AT_COUNTER.includes(action)) return isOfficer(a, d);
  if (BOTH.includes(action)) return isOfficer(a, d) || isTheirSpecialist(a, d);
  return d.heldBy === null ? isOfficer(a, d) : isTheirSpecialist(a, d);
}

describe('policies over role x status x place', () => {
  it('each action: exactly who has the dossier or stands at the counter, exactly where it begins', () => {
    fc.assert(
      fc.property(actor, dossier, fc.constantFrom(...OfficeAction.options), (a, d, action) => {
        expect(mayActOnDossier(a, action, d).kind === 'allowed').toBe(mayInWords(a, action, d));
      }),
      { numRuns: 3000 },
    );
  });

  it('offers exactly what it allows, and nothing to those who may not even see it', () => {
    fc.assert(
      fc.property(actor, dossier, (a, d) => {
        const offered = allowedDossierActions(a, d);
        expect(offered).toEqual(OfficeAction.options.filter((action) => mayInWords(a, action, d)));
        if (!isSeeing(a, d)) expect(offered).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it('is seen by the one-stop office of its commune and by the department that has it; a list shows the same', () => {
    fc.assert(
      fc.property(actor, dossier, (a, d) => {
        expect(maySeeDossier(a, d).kind).toBe(isSeeing(a, d) ? 'allowed' : 'forbidden');
        const scope = dossierScopeOf(a);
        const isListed =
          scope.kind === 'all' ||
          (scope.kind === 'commune' && scope.commune === d.commune) ||
          (scope.kind === 'department' && scope.commune === d.commune && scope.department === d.heldBy);
        expect(isListed).toBe(isSeeing(a, d));
      }),
      { numRuns: 1000 },
    );
  });

  it('says forbidden to a stranger and why not to everybody else', () => {
    fc.assert(
      fc.property(actor, dossier, fc.constantFrom(...OfficeAction.options), (a, d, action) => {
        const isStranger = !isOfficer(a, d) && !(isTheirSpecialist(a, d) && !AT_COUNTER.includes(action));
        expect(mayActOnDossier(a, action, d).kind === 'forbidden').toBe(isStranger);
      }),
      { numRuns: 1000 },
    );
  });

  it('departments are named by administrators', () => {
    fc.assert(
      fc.property(actor, (a) => {
        const expected = a.roles.includes('administrator') ? 'allowed' : 'forbidden';
        expect(mayManageDepartments(a).kind).toBe(expected);
      }),
    );
  });
});
