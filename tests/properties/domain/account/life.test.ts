import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  AccountActionKind,
  type AccountStanding,
  standAfter,
} from '../../../../src/domain/account/actions.ts';

/*
 * Whatever is done to an account in whatever order, it can be taken back exactly: a merge and a suspension keep what stood.
 */

const OTHER = '0197f3a2-0000-7000-8000-00000000000b';
const pending: AccountStanding = {
  state: 'pending',
  suspendedFrom: null,
  mergedFrom: null,
  mergedInto: null,
};
const actions = fc.array(fc.constantFrom(...AccountActionKind.options), { maxLength: 40 });

function whatHolds({ state, suspendedFrom, mergedFrom, mergedInto }: AccountStanding): void {
  expect(mergedInto !== null).toBe(state === 'merged');
  expect(mergedFrom !== null).toBe(state === 'merged');
  expect(suspendedFrom !== null).toBe(state === 'suspended' || mergedFrom === 'suspended');
}

it('keeps what it was before it was suspended or merged, and is exactly that again', () => {
  fc.assert(
    fc.property(actions, (kinds) => {
      let standing = pending;
      let wasActivated = false;
      for (const kind of kinds) {
        const next = standAfter(standing, { kind, into: OTHER });
        if (next === undefined) continue;
        whatHolds(next);
        if (kind === 'merge') expect(standAfter(next, { kind: 'undo-merge' })).toEqual(standing);
        if (kind === 'suspend') expect(standAfter(next, { kind: 'reinstate' })).toEqual(standing);
        if (kind === 'reissue-code' || kind === 'keep-apart') expect(next).toEqual(standing);
        wasActivated ||= kind === 'activate';
        // Nothing but an activation makes it active, and nothing takes that back.
        if (next.state === 'active' || next.state === 'pending')
          expect(next.state === 'active').toBe(wasActivated);
        standing = next;
      }
    }),
  );
});

it('is merged into nothing by nobody’s word', () => {
  expect(standAfter(pending, { kind: 'merge' })).toBeUndefined();
});
