import { afterAll, beforeAll, expect, it } from 'vitest';
import { AccountState } from '../../../src/contract/down/change.ts';
import { type AccountAct, actOnAccount } from '../../../src/contract/operations/accounts.ts';
import { Role } from '../../../src/contract/operations/office.ts';
import { AccountActionKind } from '../../../src/domain/account/actions.ts';
import { mayActOnAccount } from '../../../src/server/policies/account.ts';
import type { Actor } from '../../../src/server/policies/reach.ts';
import { buildTestApp, type TestApp } from '../../support/server/test-app.ts';
import {
  addAccount,
  addColleague,
  addTablet,
  type Browser,
  COMMUNE,
  id,
  OTHER_COMMUNE,
  signedIn,
  type Tablet,
} from './desk.ts';

/* For every role, state and place, what the policy says is what the server does: all of them, each over HTTP. */

const HTTP = { allowed: 200, forbidden: 403, 'state-not-allowed': 409 } as const;
const check = { how: 'card-seen' } as const;
const reason = 'Vì sao';

let office: TestApp;
let tablet: Tablet;
const callers: { readonly actor: Actor; readonly browser: Browser }[] = [];

beforeAll(async () => {
  office = await buildTestApp();
  const field = await addColleague(office.deps, { roles: ['field'], withoutPassword: true });
  tablet = await addTablet(office.deps, field.id);
  for (const role of Role.options.filter((one) => one !== 'field'))
    for (const commune of [COMMUNE, OTHER_COMMUNE]) {
      const person = await addColleague(office.deps, { roles: [role], commune });
      callers.push({
        actor: { staffId: person.id, roles: [role], commune, department: null },
        browser: await signedIn(office.app, person),
      });
    }
});
afterAll(() => office.close());

const row = (accountId: string) =>
  office.deps.db.selectFrom('accounts').selectAll().where('id', '=', accountId).executeTakeFirstOrThrow();

/** An account in this state, as the actions would have left it. */
async function accountIn(state: AccountState, under: string): Promise<string> {
  const accountId = await addAccount(office.deps, tablet, 'Hà Thị Thử');
  await office.deps.db
    .updateTable('accounts')
    .set({
      state,
      suspended_from: state === 'suspended' ? 'pending' : null,
      merged_from: state === 'merged' ? 'pending' : null,
      merged_into: state === 'merged' ? under : null,
    })
    .where('id', '=', accountId)
    .execute();
  return accountId;
}

function actOf(kind: AccountActionKind, other: string): AccountAct {
  switch (kind) {
    case 'activate':
      return { kind, check };
    case 'reissue-code':
      return { kind, check, codeHash: 'A'.repeat(43) };
    case 'merge':
      return { kind, into: other, intoRevision: 1, reason };
    case 'keep-apart':
      return { kind, other, reason };
    case 'suspend':
    case 'reinstate':
    case 'undo-merge':
      return { kind, reason };
  }
}

it.each(AccountState.options)('of an account that is %s', async (state) => {
  const other = await addAccount(office.deps, tablet, 'Hà Thị Ở Lại');
  for (const { actor, browser } of callers)
    for (const kind of AccountActionKind.options) {
      const accountId = await accountIn(state, other);
      const before = await row(accountId);
      const { status } = await browser.call('POST', actOnAccount.path.replace(':id', accountId), {
        commandId: id(),
        revision: 1,
        act: actOf(kind, other),
      });
      const verdict = mayActOnAccount(actor, kind, { commune: COMMUNE, state });
      expect(status, `${actor.roles} of ${actor.commune}: ${kind}`).toBe(HTTP[verdict.kind]);
      const after = await row(accountId);
      if (verdict.kind === 'allowed') expect(after.revision).toBe(before.revision + 1);
      else expect(after).toEqual(before);
    }
});
