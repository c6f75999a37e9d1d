import type { FastifyInstance } from 'fastify';
import {
  type AccountDetail,
  actOnAccount,
  getAccount,
  listAccounts,
  listDoubles,
  MOST_ACCOUNTS,
} from '../../../contract/operations/accounts.ts';
import { actOnAccount as actOnAccountCommand } from '../../commands/act-on-account.ts';
import { triesOfCode } from '../../commands/public-tries.ts';
import type { Deps } from '../../deps.ts';
import { allowedAccountActions, maySeeAccount } from '../../policies/account.ts';
import { dossierScopeOf } from '../../policies/dossier.ts';
import { type Actor, scopeOf } from '../../policies/reach.ts';
import { presentAccountDetail, presentAccountLine } from '../../presenters/account.ts';
import { listAccountHistory } from '../../storage/account-actions.ts';
import { listDoublePairs, listDoublesOf } from '../../storage/account-doubles.ts';
import { findAccount, listAccountLines } from '../../storage/account-queries.ts';
import { listAttachments } from '../../storage/attachment-queries.ts';
import { listDossiersOfAccount } from '../../storage/dossier-queries.ts';
import { lockedUntil } from '../../storage/public-tries.ts';
import { addOperation, type Outcome } from '../operation-route.ts';
import { ok, refused } from './outcome.ts';
import { sessionOf } from './session.ts';

const MOST_PAIRS = 200;

export function addAccounts(scope: FastifyInstance, deps: Deps): void {
  addOperation(scope, listAccounts, async ({ query }, request) => {
    const reach = scopeOf(sessionOf(request).actor, 'see-accounts');
    if (reach.kind === 'none') return refused('forbidden', 'role');
    const rows = await listAccountLines(deps.db, {
      scope: reach,
      search: query.search,
      limit: MOST_ACCOUNTS,
    });
    return ok({ accounts: rows.map(presentAccountLine) });
  });

  addOperation(scope, listDoubles, async (_input, request) => {
    const reach = scopeOf(sessionOf(request).actor, 'see-accounts');
    if (reach.kind === 'none') return refused('forbidden', 'role');
    const pairs = await listDoublePairs(deps.db, reach, MOST_PAIRS);
    return ok({
      pairs: pairs.map(({ a, b, likeness }) => ({
        a: presentAccountLine(a),
        b: presentAccountLine(b),
        likeness,
      })),
    });
  });

  addOperation(scope, getAccount, ({ params }, request) => show(deps, sessionOf(request).actor, params.id));

  addOperation(scope, actOnAccount, async ({ params, body }, request) => {
    const { actor } = sessionOf(request);
    const outcome = await actOnAccountCommand(deps, actor, { accountId: params.id, ...body });
    switch (outcome.kind) {
      case 'done':
        return show(deps, actor, params.id);
      case 'not-found':
        return refused('not-found');
      case 'forbidden':
        return refused('forbidden', outcome.reason);
      case 'conflict':
        return refused('conflict', outcome.detail);
      case 'state-not-allowed':
        return refused('state-not-allowed', outcome.reason);
    }
  });
}

async function show(deps: Deps, actor: Actor, id: string): Promise<Outcome<AccountDetail>> {
  const row = await findAccount(deps.db, id);
  if (row === undefined) return refused('not-found');
  const verdict = maySeeAccount(actor, row);
  if (verdict.kind !== 'allowed') return refused('forbidden', verdict.reason);
  const now = deps.clock.now();
  const [attachments, dossiers, doubles, history, locked] = await Promise.all([
    listAttachments(deps.db, row.id),
    listDossiersOfAccount(deps.db, [row.id, ...row.merged.map((one) => one.id)], dossierScopeOf(actor)),
    listDoublesOf(deps.db, row.id, scopeOf(actor, 'see-accounts')),
    listAccountHistory(deps.db, row.id),
    lockedUntil(deps.db, triesOfCode(row.provisionalReference), now),
  ]);
  return ok(
    presentAccountDetail({
      row,
      attachments,
      dossiers,
      doubles,
      history,
      allowed: allowedAccountActions(actor, row),
      lockedUntil: locked,
      now,
    }),
  );
}
