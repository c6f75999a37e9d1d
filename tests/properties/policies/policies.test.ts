import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HandedState } from '../../../src/contract/down/change.ts';
import { Role } from '../../../src/contract/operations/office.ts';
import { maySeeAccount } from '../../../src/server/policies/account.ts';
import { mayBringCourier } from '../../../src/server/policies/courier.ts';
import { mayCloseHandedItem, maySeeHandedItem } from '../../../src/server/policies/handed-item.ts';
import { logbookOf, mayExportDossier, mayIssuePaper } from '../../../src/server/policies/paper.ts';
import { type Actor, mayReach, type Operation, REACH, scopeOf } from '../../../src/server/policies/reach.ts';
import { mayChangeSettings, maySeeSettings } from '../../../src/server/policies/settings.ts';
import {
  mayChangeWork,
  mayCreateEnrolmentCode,
  mayEnterOffice,
  mayManageStaff,
  mayRenewPassword,
  needsPassword,
} from '../../../src/server/policies/staff.ts';

const STAFF_ID = '0197f3a2-0000-7000-8000-000000000001';
const commune = fc.constantFrom('14845', '14848', '15016');
const roles = fc.uniqueArray(fc.constantFrom(...Role.options), { maxLength: Role.options.length });
const actor: fc.Arbitrary<Actor> = fc.record({
  staffId: fc.constant(STAFF_ID),
  roles,
  commune,
  department: fc.constant(null),
});
const operation = fc.constantFrom(...(Object.keys(REACH) as Operation[]));

/** The rules in words, written a second time and without the table. */
const has = (a: Actor, ...wanted: Role[]) => wanted.some((role) => a.roles.includes(role));

describe('policies over role x commune', () => {
  it('see an account: officers and supervisors of the same commune', () => {
    fc.assert(
      fc.property(actor, commune, (a, place) => {
        const expected = has(a, 'officer', 'supervisor') && a.commune === place ? 'allowed' : 'forbidden';
        expect(maySeeAccount(a, { commune: place }).kind).toBe(expected);
      }),
    );
  });

  it('staff and codes: administrators, any commune; codes only for field staff', () => {
    fc.assert(
      fc.property(actor, commune, roles, (a, place, theirs) => {
        expect(mayManageStaff(a, { commune: place }).kind).toBe(
          has(a, 'administrator') ? 'allowed' : 'forbidden',
        );
        expect(mayCreateEnrolmentCode(a, { commune: place, roles: theirs }).kind).toBe(
          has(a, 'administrator') && theirs.includes('field') ? 'allowed' : 'forbidden',
        );
      }),
    );
  });

  it('a new password: administrators, for whoever has one, and never their own', () => {
    fc.assert(
      fc.property(actor, commune, roles, fc.boolean(), (a, place, theirs, isOneself) => {
        const of = { id: isOneself ? a.staffId : `${a.staffId}-other`, commune: place, roles: theirs };
        const isExpected = has(a, 'administrator') && !isOneself && theirs.some((role) => role !== 'field');
        expect(mayRenewPassword(a, of).kind).toBe(isExpected ? 'allowed' : 'forbidden');
      }),
    );
  });

  it('what a colleague does: administrators, and never their own', () => {
    fc.assert(
      fc.property(actor, commune, fc.boolean(), (a, place, isOneself) => {
        const of = { id: isOneself ? a.staffId : `${a.staffId}-other`, commune: place };
        expect(mayChangeWork(a, of).kind).toBe(
          has(a, 'administrator') && !isOneself ? 'allowed' : 'forbidden',
        );
      }),
    );
  });

  it('the office door: everyone but field-only staff, and exactly those get a password', () => {
    fc.assert(
      fc.property(actor, (a) => {
        const officePerson = has(a, 'officer', 'specialist', 'supervisor', 'administrator');
        expect(mayEnterOffice(a).kind).toBe(officePerson ? 'allowed' : 'forbidden');
        expect(needsPassword(a.roles)).toBe(officePerson);
      }),
    );
  });

  it('handed items: whoever may read dossiers of the commune sees and closes them, and each is closed once', () => {
    fc.assert(
      fc.property(actor, commune, fc.constantFrom(...HandedState.options), (a, place, state) => {
        const mine = has(a, 'officer', 'supervisor') && a.commune === place;
        expect(maySeeHandedItem(a, { commune: place }).kind).toBe(mine ? 'allowed' : 'forbidden');
        expect(mayCloseHandedItem(a, { commune: place, state }).kind).toBe(
          !mine ? 'forbidden' : state === 'waiting' ? 'allowed' : 'state-not-allowed',
        );
      }),
    );
  });

  it('papers: officers issue, and with who leads them take records out, all of it of their own commune alone', () => {
    fc.assert(
      fc.property(actor, commune, (a, place) => {
        const issues = has(a, 'officer') && a.commune === place;
        expect(mayIssuePaper(a, { commune: place }).kind).toBe(issues ? 'allowed' : 'forbidden');
        const takesOut = has(a, 'officer', 'supervisor');
        expect(mayExportDossier(a, { commune: place }).kind).toBe(
          takesOut && a.commune === place ? 'allowed' : 'forbidden',
        );
        expect(logbookOf(a)).toBe(takesOut ? a.commune : undefined);
      }),
    );
  });

  it('settings: administrators change, those who work with dates see', () => {
    fc.assert(
      fc.property(actor, (a) => {
        expect(mayChangeSettings(a).kind).toBe(has(a, 'administrator') ? 'allowed' : 'forbidden');
        expect(maySeeSettings(a).kind).toBe(
          has(a, 'administrator', 'officer', 'supervisor') ? 'allowed' : 'forbidden',
        );
      }),
    );
  });

  it("a courier's file: officers and supervisors of any commune, because nothing of it is shown to them", () => {
    fc.assert(
      fc.property(actor, (a) => {
        expect(mayBringCourier(a).kind).toBe(has(a, 'officer', 'supervisor') ? 'allowed' : 'forbidden');
      }),
    );
  });

  it('a list shows exactly what may be opened one by one', () => {
    fc.assert(
      fc.property(actor, operation, commune, (a, op, place) => {
        const scope = scopeOf(a, op);
        const listed = scope.kind === 'all' || (scope.kind === 'commune' && scope.commune === place);
        expect(mayReach(a, op, place).kind === 'allowed').toBe(listed);
      }),
    );
  });

  it('another role never takes a right away, and nobody without a role has any', () => {
    fc.assert(
      fc.property(actor, operation, commune, fc.constantFrom(...Role.options), (a, op, place, extra) => {
        const more: Actor = { ...a, roles: [...a.roles, extra] };
        if (mayReach(a, op, place).kind === 'allowed') expect(mayReach(more, op, place).kind).toBe('allowed');
        expect(mayReach({ ...a, roles: [] }, op, place).kind).toBe('forbidden');
      }),
    );
  });
});
