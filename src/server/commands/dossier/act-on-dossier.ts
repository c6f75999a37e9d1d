import { canonicalJson } from '../../../contract/canonical-json.ts';
import type { DossierAct } from '../../../contract/operations/dossier-actions.ts';
import { life } from '../../../domain/dossier/actions.ts';
import { applyEvent, type DossierState } from '../../../domain/dossier/state.ts';
import type { TimeLimit } from '../../../domain/procedure/definition.ts';
import type { Deps } from '../../deps.ts';
import { mayActOnDossier, maySeeDossier } from '../../policies/dossier.ts';
import type { Actor } from '../../policies/reach.ts';
import { inTransaction, type Trx } from '../../storage/connection.ts';
import {
  endSupplementRequests,
  findActionOfCommand,
  lockDossier,
  recordAction,
} from '../../storage/dossier-life.ts';
import { findDossier, listDossierActions } from '../../storage/dossier-queries.ts';
import { appendAudit, appendChange } from '../../storage/journal.ts';
import type { DossierRow } from '../../storage/rows.ts';
import { getOfficeSettings } from '../../storage/settings.ts';
import { listBringers } from '../../storage/supplements.ts';
import { type Consequence, type Impossible, isImpossible } from './consequence.ts';
import { consequenceOf } from './consequence-of.ts';
import { tellOfDossier } from './tell-of-dossier.ts';

export type ActOnDossierOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'forbidden'; readonly reason: string }
  | { readonly kind: 'conflict'; readonly detail: 'revision' | 'command-id-used' }
  | { readonly kind: 'state-not-allowed'; readonly reason: string }
  | Impossible;

export interface AskedAct {
  readonly dossierId: string;
  readonly commandId: string;
  readonly revision: number;
  readonly act: DossierAct;
}

/**
 * One act of the office on a dossier: what it is now, the action, the change for the tablets of whoever assisted, and the
 * record, all or nothing.
 *
 * Idempotent with `commandId`, which becomes the action's id: the same act again finds its own work and is done again,
 * whatever revision it names; `forbidden` where the dossier went on out of the sight of whoever did it.
 */
export async function actOnDossier(deps: Deps, by: Actor, asked: AskedAct): Promise<ActOnDossierOutcome> {
  const now = deps.clock.now();
  const { act, commandId } = asked;
  return inTransaction(deps.db, async (trx) => {
    await lockDossier(trx, asked.dossierId);
    const dossier = await findDossier(trx, asked.dossierId);
    if (dossier === undefined) return { kind: 'not-found' };

    const earlier = await findActionOfCommand(trx, commandId);
    if (earlier !== undefined) {
      const isSame =
        earlier.dossierId === dossier.id &&
        earlier.staffId === by.staffId &&
        canonicalJson(earlier.act) === canonicalJson(act);
      if (!isSame) return { kind: 'conflict', detail: 'command-id-used' };
      // Who has given it out of their hands hears once more what that led to, and nothing of what others did since.
      const sight = maySeeDossier(by, { commune: dossier.commune, heldBy: dossier.state.heldBy });
      const isLast = (await listDossierActions(trx, dossier.id)).at(-1)?.id === commandId;
      return sight.kind === 'forbidden' && !isLast
        ? { kind: 'forbidden', reason: sight.reason }
        : { kind: 'done' };
    }
    const verdict = mayActOnDossier(by, act.kind, {
      ...dossier.state,
      commune: dossier.commune,
      awaitedAttachments: dossier.attachmentsExpected - dossier.attachmentsStored,
    });
    if (verdict.kind === 'forbidden') return { kind: 'forbidden', reason: verdict.reason };
    if (dossier.revision !== asked.revision) return { kind: 'conflict', detail: 'revision' };
    if (verdict.kind === 'state-not-allowed') return { kind: 'state-not-allowed', reason: verdict.reason };

    const settings = await getOfficeSettings(trx);
    const limit = await limitOf(deps, trx, dossier);
    const { staffId, department } = by;
    const of = { trx, dossier, settings, limit, commandId, staffId, department, now };
    const consequence = await consequenceOf(of, act);
    if (isImpossible(consequence)) return consequence;
    const state = applyEvent(dossier.state, { kind: act.kind, at: now.toISOString(), ...consequence.event });
    if (state === undefined) throw new Error(`the policy allowed ${act.kind} where the record does not`);
    await write(trx, { asked, by, now, dossier }, state, consequence);
    return { kind: 'done' };
  });
}

async function write(
  trx: Trx,
  { asked, by, now, dossier }: { asked: AskedAct; by: Actor; now: Date; dossier: DossierRow },
  state: DossierState,
  consequence: Consequence,
): Promise<void> {
  const { act, commandId } = asked;
  const { recordedAs } = life[act.kind];
  await recordAction(
    trx,
    {
      commandId,
      dossierId: dossier.id,
      action: recordedAs,
      at: now,
      staffId: by.staffId,
      detail: { act, ...consequence.detail },
    },
    { state, dueReason: consequence.dueReason, competentCommune: consequence.competentCommune },
  );
  const excused = state.supplement === null ? await endSupplementRequests(trx, dossier.id, now) : [];
  await consequence.afterwards?.();
  for (const staffId of excused) await appendChange(trx, staffId, { kind: 'work', staffId });
  await tellOfDossier(trx, [dossier.staffId, ...(await listBringers(trx, dossier.id))], dossier, state);
  await appendAudit(trx, {
    at: now,
    staffId: by.staffId,
    deviceId: null,
    action: `dossier-${recordedAs}`,
    subject: dossier.id,
    detail: {
      commandId,
      status: [dossier.status, state.status],
      ...consequence.event,
      ...(consequence.detail?.unitCode !== undefined && { unitCode: consequence.detail.unitCode }),
    },
  });
}

/** The limit of the case that intake decided on. Intake refuses what the catalogue does not know. */
async function limitOf(deps: Deps, trx: Trx, dossier: DossierRow): Promise<TimeLimit> {
  const definition = await deps.procedures.find(trx, dossier.procedureId, dossier.procedureVersion);
  if (definition === undefined)
    throw new Error(`procedure ${dossier.procedureId} ${dossier.procedureVersion} left the catalogue`);
  return definition.cases.find(({ id }) => id === dossier.caseId)?.limit ?? { kind: 'none' };
}
