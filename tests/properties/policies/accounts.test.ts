import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AccountState } from '../../../src/contract/down/change.ts';
import { Role } from '../../../src/contract/operations/office.ts';
import {
  AccountActionKind,
  type AccountStanding,
  isAccountActionAllowed,
  standAfter,
} from '../../../src/domain/account/actions.ts';
import {
  allowedAccountActions,
  mayActOnAccount,
  mayPairAccounts,
  maySeeAccount,
} from '../../../src/server/policies/account.ts';
import type { Actor } from '../../../src/server/policies/reach.ts';

const commune = fc.constantFrom('14845', '14848');
const roles = fc.uniqueArray(fc.constantFrom(...Role.options), { maxLength: Role.options.length });
const actor: fc.Arbitrary<Actor> = fc.record({
  staffId: fc.constant('s'),
  roles,
  commune,
  department: fc.constant(null),
});
const state = fc.constantFrom(...AccountState.options);
const kind = fc.constantFrom(...AccountActionKind.options);
const account = fc.record({ id: fc.constantFrom('a', 'b'), commune, state });

/** The rules in words, written a second time and without the tables. */
const has = (a: Actor, ...wanted: Role[]) => wanted.some((role) => a.roles.includes(role));
const needsTheCitizen = (k: AccountActionKind) => k === 'activate' || k === 'reissue-code';
const fits = (k: AccountActionKind, s: AccountState) =>
  needsTheCitizen(k)
    ? s === 'pending'
    : k === 'suspend'
      ? s === 'pending' || s === 'active'
      : k === 'reinstate'
        ? s === 'suspended'
        : k === 'undo-merge'
          ? s === 'merged'
          : s !== 'merged';

describe('accounts over role x place x state', () => {
  it('acting: officers of the commune, supervisors where no citizen is needed, and only what the state allows', () => {
    fc.assert(
      fc.property(actor, account, kind, (a, acc, k) => {
        const role = needsTheCitizen(k) ? has(a, 'officer') : has(a, 'officer', 'supervisor');
        const mine = role && a.commune === acc.commune;
        const expected = !mine ? 'forbidden' : fits(k, acc.state) ? 'allowed' : 'state-not-allowed';
        expect(mayActOnAccount(a, k, acc).kind).toBe(expected);
        expect(allowedAccountActions(a, acc).includes(k)).toBe(expected === 'allowed');
        if (mine) expect(maySeeAccount(a, acc).kind).toBe('allowed');
      }),
      { numRuns: 600 },
    );
  });

  it('pairing: both within reach, two of them, and none into one that is merged or suspended', () => {
    fc.assert(
      fc.property(
        actor,
        account,
        account,
        fc.constantFrom('merge' as const, 'keep-apart' as const),
        (a, one, other, k) => {
          const mine =
            has(a, 'officer', 'supervisor') && a.commune === one.commune && a.commune === other.commune;
          const stands = k === 'merge' ? ['pending', 'active'] : ['pending', 'active', 'suspended'];
          const possible = one.state !== 'merged' && stands.includes(other.state);
          const verdict = mayPairAccounts(a, k, one, other);
          expect(verdict.kind === 'allowed').toBe(mine && one.id !== other.id && possible);
        },
      ),
      { numRuns: 600 },
    );
  });
});

const standing: fc.Arbitrary<AccountStanding> = fc.oneof(
  fc.record({
    state: fc.constantFrom('pending' as const, 'active' as const),
    suspendedFrom: fc.constant(null),
    mergedFrom: fc.constant(null),
    mergedInto: fc.constant(null),
  }),
  fc.record({
    state: fc.constant('suspended' as const),
    suspendedFrom: fc.constantFrom('pending' as const, 'active' as const),
    mergedFrom: fc.constant(null),
    mergedInto: fc.constant(null),
  }),
);

describe('standing', () => {
  it('comes back exactly when a merge is undone, and when a suspended account is reinstated', () => {
    fc.assert(
      fc.property(standing, (before) => {
        const merged = standAfter(before, { kind: 'merge', into: 'other' });
        expect(merged).toMatchObject({ state: 'merged', mergedInto: 'other' });
        expect(merged && standAfter(merged, { kind: 'undo-merge' })).toEqual(before);
        const suspended = standAfter(before, { kind: 'suspend' });
        if (before.state === 'suspended') expect(suspended).toBeUndefined();
        else expect(suspended && standAfter(suspended, { kind: 'reinstate' })).toEqual(before);
      }),
    );
  });

  it('is undefined after exactly what the state does not allow', () => {
    fc.assert(
      fc.property(standing, kind, (before, k) => {
        const after = standAfter(before, { kind: k, into: 'other' });
        expect(after !== undefined).toBe(isAccountActionAllowed(k, before.state));
      }),
    );
  });
});
