import { v7 } from 'uuid';
import type { DossierAct } from '../../../src/contract/operations/dossier-actions.ts';
import type { SupplementItem } from '../../../src/contract/operations/supplements.ts';
import { actOnDossier } from '../../../src/server/commands/dossier/act-on-dossier.ts';
import type { Deps } from '../../../src/server/deps.ts';
import type { Actor } from '../../../src/server/policies/reach.ts';
import { findDossier } from '../../../src/server/storage/dossier-queries.ts';
import { addColleague, COMMUNE } from '../office/desk.ts';

/** Somebody of the one-stop office who acts on dossiers. */
export async function officerOf(deps: Deps): Promise<Actor> {
  const { id: staffId } = await addColleague(deps, { roles: ['officer'], name: 'Lê Thị Cửa' });
  return { staffId, roles: ['officer'], commune: COMMUNE, department: null };
}

export async function dossierOf(deps: Deps, id: string) {
  const row = await findDossier(deps.db, id);
  if (row === undefined) throw new Error('no dossier');
  return row;
}

/** One act on a dossier as it stands; the id of the command. */
export async function act(deps: Deps, by: Actor, dossierId: string, what: DossierAct): Promise<string> {
  const commandId = v7();
  const { revision } = await dossierOf(deps, dossierId);
  const outcome = await actOnDossier(deps, by, { dossierId, commandId, revision, act: what });
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  return commandId;
}

/** Asks whoever assisted for these things; the id of the request. */
export async function askForSupplement(
  deps: Deps,
  by: Actor,
  dossierId: string,
  items: readonly SupplementItem[],
): Promise<string> {
  const reason = 'Thiếu số của cha.';
  return await act(deps, by, dossierId, {
    kind: 'request-supplement',
    reason,
    items: [...items],
    assignedTo: null,
  });
}
