import type { FastifyInstance } from 'fastify';
import { getAccount, listAccounts } from '../../../contract/operations/office.ts';
import type { Deps } from '../../deps.ts';
import { maySeeAccount } from '../../policies/account.ts';
import { dossierScopeOf } from '../../policies/dossier.ts';
import { scopeOf } from '../../policies/reach.ts';
import { presentAccountDetail, presentAccountLine } from '../../presenters/account.ts';
import { findAccount, listAccountLines } from '../../storage/account-queries.ts';
import { listAttachments } from '../../storage/attachment-queries.ts';
import { listDossiersOfAccount } from '../../storage/dossier-queries.ts';
import { addOperation } from '../operation-route.ts';
import { ok, refused } from './outcome.ts';
import { sessionOf } from './session.ts';

/** The list has no pages: whoever is not among the newest is found by searching. */
const NEWEST = 200;

export function addAccounts(scope: FastifyInstance, deps: Deps): void {
  addOperation(scope, listAccounts, async ({ query }, request) => {
    const reach = scopeOf(sessionOf(request).actor, 'see-accounts');
    if (reach.kind === 'none') return refused('forbidden', 'role');
    const rows = await listAccountLines(deps.db, { scope: reach, search: query.search, limit: NEWEST });
    return ok({ accounts: rows.map(presentAccountLine) });
  });

  addOperation(scope, getAccount, async ({ params }, request) => {
    const { actor } = sessionOf(request);
    const row = await findAccount(deps.db, params.id);
    if (row === undefined) return refused('not-found');
    const verdict = maySeeAccount(actor, row);
    if (verdict.kind !== 'allowed') return refused('forbidden', verdict.reason);
    const [attachments, dossiers] = await Promise.all([
      listAttachments(deps.db, row.id),
      listDossiersOfAccount(deps.db, row.id, dossierScopeOf(actor)),
    ]);
    return ok(presentAccountDetail({ row, attachments, dossiers }));
  });
}
