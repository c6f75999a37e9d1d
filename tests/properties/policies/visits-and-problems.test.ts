import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Role } from '../../../src/contract/operations/office.ts';
import { ProblemAction, ProblemState } from '../../../src/domain/problem/life.ts';
import { TaskAction, TaskStatus } from '../../../src/domain/task/life.ts';
import {
  allowedProblemActions,
  mayActOnProblem,
  maySeeProblem,
  type ProblemFacts,
  problemScopeOf,
} from '../../../src/server/policies/problem.ts';
import type { Actor } from '../../../src/server/policies/reach.ts';
import { mayActOnVisit, mayBeSent, mayPlanVisits, maySeeVisit } from '../../../src/server/policies/visit.ts';

const DEPARTMENTS = ['0197f3a2-0000-7000-8000-00000000000a', '0197f3a2-0000-7000-8000-00000000000b'] as const;
const commune = fc.constantFrom('14845', '15016');
const department = fc.constantFrom(...DEPARTMENTS, null);
const roles = fc.uniqueArray(fc.constantFrom(...Role.options), { maxLength: Role.options.length });
const actor: fc.Arbitrary<Actor> = fc.record({
  staffId: fc.constant('0197f3a2-0000-7000-8000-000000000001'),
  roles,
  commune,
  department,
});
const problem: fc.Arbitrary<ProblemFacts> = fc.record({
  commune,
  state: fc.constantFrom(...ProblemState.options),
  department,
});
const visit = fc.record({ commune, status: fc.constantFrom(...TaskStatus.options) });

/* The rules in words, written a second time and without the tables. */
const has = (a: Actor, ...wanted: Role[]) => wanted.some((role) => a.roles.includes(role));
const isOfOffice = (a: Actor, of: { commune: string }) =>
  has(a, 'officer', 'supervisor') && a.commune === of.commune;
const isOfItsDepartment = (a: Actor, p: ProblemFacts) =>
  has(a, 'specialist') && a.commune === p.commune && p.department !== null && p.department === a.department;

const WHERE: Record<ProblemAction, readonly ProblemState[]> = {
  route: ['sent', 'routed'],
  take: ['sent', 'routed'],
  answer: ['sent', 'routed', 'answered'],
  close: ['answered'],
  reopen: ['answered', 'closed'],
};
const IN_A_DEPARTMENT: readonly ProblemAction[] = ['take', 'answer'];

describe('problems over role x state x place', () => {
  it('each action: the office, or for working on it the department that has it, where it begins', () => {
    fc.assert(
      fc.property(actor, problem, fc.constantFrom(...ProblemAction.options), (a, p, action) => {
        const mine = isOfOffice(a, p) || (IN_A_DEPARTMENT.includes(action) && isOfItsDepartment(a, p));
        const expected = !mine
          ? 'forbidden'
          : WHERE[action].includes(p.state)
            ? 'allowed'
            : 'state-not-allowed';
        expect(mayActOnProblem(a, action, p).kind).toBe(expected);
        expect(allowedProblemActions(a, p).includes(action)).toBe(expected === 'allowed');
      }),
      { numRuns: 2000 },
    );
  });

  it('is seen by the office and by the department that has it; a list shows the same', () => {
    fc.assert(
      fc.property(actor, problem, (a, p) => {
        const isSeen = isOfOffice(a, p) || isOfItsDepartment(a, p);
        expect(maySeeProblem(a, p).kind).toBe(isSeen ? 'allowed' : 'forbidden');
        const scope = problemScopeOf(a);
        const isListed =
          scope.kind === 'all' ||
          (scope.kind === 'commune' && scope.commune === p.commune) ||
          (scope.kind === 'department' && scope.commune === p.commune && scope.department === p.department);
        expect(isListed).toBe(isSeen);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('visits over role x status x place', () => {
  it('seen, planned, and changed while planned by officers and supervisors of the commune', () => {
    fc.assert(
      fc.property(actor, visit, fc.constantFrom(...TaskAction.options), (a, v, action) => {
        expect(maySeeVisit(a, v).kind).toBe(isOfOffice(a, v) ? 'allowed' : 'forbidden');
        expect(mayPlanVisits(a).kind).toBe(has(a, 'officer', 'supervisor') ? 'allowed' : 'forbidden');
        expect(mayActOnVisit(a, action, v).kind).toBe(
          !isOfOffice(a, v) ? 'forbidden' : v.status === 'planned' ? 'allowed' : 'state-not-allowed',
        );
      }),
      { numRuns: 1000 },
    );
  });

  it('only field staff of the same commune are sent', () => {
    fc.assert(
      fc.property(roles, commune, commune, (theirs, home, place) => {
        expect(mayBeSent({ roles: theirs, commune: home }, { commune: place }).kind).toBe(
          home === place && theirs.includes('field') ? 'allowed' : 'forbidden',
        );
      }),
    );
  });
});
