import { civilDate } from '../../domain/calendar/civil-date.ts';
import { dueDate } from '../../domain/calendar/due-date.ts';
import { formatOfficialCode } from '../../domain/dossier/official-code.ts';
import type { TimeLimit } from '../../domain/procedure/definition.ts';
import type { Deps } from '../deps.ts';
import { mayAcceptDossier } from '../policies/dossier.ts';
import type { Actor } from '../policies/reach.ts';
import { takeCodeNumber } from '../storage/code-counters.ts';
import { inTransaction, type Trx } from '../storage/connection.ts';
import { findActionOfCommand, lockDossier, recordAcceptance } from '../storage/dossier-acceptance.ts';
import { findDossier } from '../storage/dossier-queries.ts';
import { appendAudit, appendChange } from '../storage/journal.ts';
import type { DossierRow } from '../storage/rows.ts';
import { getOfficeSettings } from '../storage/settings.ts';

export type AcceptDossierOutcome =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'forbidden'; readonly reason: string }
  | { readonly kind: 'conflict'; readonly detail: string }
  | { readonly kind: 'state-not-allowed'; readonly reason: string };

/**
 * Takes a dossier into the office's books: official code, time of receipt, date of the result (I7), the action, the
 * change for the tablets of whoever assisted, and the record, all or nothing.
 *
 * The time limit runs from this moment: the clock starts when a complete dossier is received by the one-stop office,
 * and it is the officer who finds it complete. The first of the reasons says which moment it was.
 *
 * Idempotent with `commandId`, which becomes the action's id: the same command again finds its own work and is
 * accepted again, whatever revision it names.
 */
export async function acceptDossier(
  deps: Deps,
  by: Actor,
  asked: { readonly dossierId: string; readonly commandId: string; readonly revision: number },
): Promise<AcceptDossierOutcome> {
  const now = deps.clock.now();
  return inTransaction(deps.db, async (trx) => {
    await lockDossier(trx, asked.dossierId);
    const dossier = await findDossier(trx, asked.dossierId);
    if (dossier === undefined) return { kind: 'not-found' };

    const verdict = mayAcceptDossier(by, {
      commune: dossier.commune,
      status: dossier.status,
      awaitedAttachments: dossier.attachmentsExpected - dossier.attachmentsStored,
    });
    if (verdict.kind === 'forbidden') return { kind: 'forbidden', reason: verdict.reason };
    const earlier = await findActionOfCommand(trx, asked.commandId);
    if (earlier !== undefined) {
      const same =
        earlier.dossierId === dossier.id && earlier.action === 'accepted' && earlier.staffId === by.staffId;
      return same ? { kind: 'accepted' } : { kind: 'conflict', detail: 'command-id-used' };
    }
    if (dossier.revision !== asked.revision) return { kind: 'conflict', detail: 'revision' };
    if (verdict.kind === 'state-not-allowed') return { kind: 'state-not-allowed', reason: verdict.reason };

    const settings = await getOfficeSettings(trx);
    const due = dueDate({
      receivedAt: now.toISOString(),
      limit: await limitOf(deps, trx, dossier),
      calendar: settings,
    });
    const unitCode = settings.unitCode.value;
    const day = civilDate(now.toISOString());
    const number = await takeCodeNumber(trx, unitCode, day);
    const code = formatOfficialCode({ unitCode, day, number });
    const dueAt = due.dueAt === null ? null : new Date(due.dueAt);
    await recordAcceptance(trx, {
      dossierId: dossier.id,
      commandId: asked.commandId,
      officialCode: code,
      acceptedAt: now,
      acceptedBy: by.staffId,
      dueAt,
      dueReason: due.because.map(({ key, params }) => ({ key, params: { ...params } })),
    });
    await appendChange(trx, dossier.staffId, {
      kind: 'dossier',
      submissionId: dossier.id,
      status: 'accepted',
      provisionalReference: dossier.provisionalReference,
      officialCode: code,
      receivedAt: dossier.receivedAt.toISOString(),
      acceptedAt: now.toISOString(),
      dueAt: due.dueAt,
      dueDate: due.dueDate,
    });
    await appendAudit(trx, {
      at: now,
      staffId: by.staffId,
      deviceId: null,
      action: 'dossier-accepted',
      subject: dossier.id,
      detail: {
        commandId: asked.commandId,
        officialCode: code,
        dueAt: due.dueAt,
        unitCode: settings.unitCode,
      },
    });
    return { kind: 'accepted' };
  });
}

/** The limit of the case that intake decided on. Intake refuses what the catalogue does not know. */
async function limitOf(deps: Deps, trx: Trx, dossier: DossierRow): Promise<TimeLimit> {
  const definition = await deps.procedures.find(trx, dossier.procedureId, dossier.procedureVersion);
  if (definition === undefined)
    throw new Error(`procedure ${dossier.procedureId} ${dossier.procedureVersion} left the catalogue`);
  return definition.cases.find(({ id }) => id === dossier.caseId)?.limit ?? { kind: 'none' };
}
