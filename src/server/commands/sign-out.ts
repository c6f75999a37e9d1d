import type { Deps } from '../deps.ts';
import { inTransaction } from '../storage/connection.ts';
import { appendAudit } from '../storage/journal.ts';
import { deleteSession } from '../storage/sessions.ts';
import { hashSessionToken } from './session-token.ts';

/** Ends the session of this token; a token that is not known is signed out already. */
export async function signOut(deps: Deps, token: string): Promise<void> {
  await inTransaction(deps.db, async (trx) => {
    const staffId = await deleteSession(trx, hashSessionToken(token));
    if (staffId === undefined) return;
    await appendAudit(trx, {
      at: deps.clock.now(),
      staffId,
      deviceId: null,
      action: 'signed-out',
      subject: staffId,
      detail: {},
    });
  });
}
