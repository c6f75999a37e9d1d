import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Role } from '../../../src/contract/operations/office.ts';
import {
  allowedProcedureActions,
  mayActOnProcedure,
  mayManageProcedures,
  mayReadProcedure,
  type VersionState,
} from '../../../src/server/policies/procedure.ts';
import type { Actor } from '../../../src/server/policies/reach.ts';

const actor: fc.Arbitrary<Actor> = fc.record({
  staffId: fc.constant('0197f3a2-0000-7000-8000-000000000001'),
  roles: fc.uniqueArray(fc.constantFrom(...Role.options), { maxLength: Role.options.length }),
  commune: fc.constantFrom('14845', '15016'),
  department: fc.constant(null),
});
const version: fc.Arbitrary<VersionState> = fc.record({
  stored: fc.constantFrom('shipped', 'draft', 'published', 'withdrawn'),
  isNext: fc.boolean(),
});
const isAdministrator = ({ roles }: Actor) => roles.includes('administrator');

it('nobody but an administrator lists, uploads, publishes, withdraws or discards, whatever the version is', () => {
  fc.assert(
    fc.property(actor, version, (a, v) => {
      expect(mayManageProcedures(a).kind).toBe(isAdministrator(a) ? 'allowed' : 'forbidden');
      if (isAdministrator(a)) return;
      expect(allowedProcedureActions(a, v)).toEqual([]);
      for (const action of ['publish', 'withdraw', 'discard'] as const)
        expect(mayActOnProcedure(a, action, v)).toEqual({ kind: 'forbidden', reason: 'role' });
    }),
  );
});

it('a draft that is the next is published or discarded, what is out is withdrawn, and what was withdrawn stays so', () => {
  fc.assert(
    fc.property(actor.filter(isAdministrator), version, (a, v) => {
      const expected = {
        shipped: ['withdraw'],
        published: ['withdraw'],
        withdrawn: [],
        draft: v.isNext ? ['publish', 'discard'] : ['discard'],
      };
      expect(allowedProcedureActions(a, v)).toEqual(expected[v.stored]);
    }),
  );
});

it('whoever works in the office reads what is out; drafts are the administrators’', () => {
  fc.assert(
    fc.property(actor, version, (a, v) => {
      const worksThere = a.roles.some((role) => role !== 'field');
      const expected = v.stored === 'draft' ? isAdministrator(a) : worksThere;
      expect(mayReadProcedure(a, v).kind).toBe(expected ? 'allowed' : 'forbidden');
    }),
  );
});
