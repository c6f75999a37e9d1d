import type { ProcedureFinding } from '../../contract/operations/procedures.ts';
import type { Deps } from '../deps.ts';
import { mayManageProcedures } from '../policies/procedure.ts';
import type { Actor } from '../policies/reach.ts';
import { inTransaction } from '../storage/connection.ts';
import { appendAudit } from '../storage/journal.ts';
import { holdProcedureVersions, saveDraftVersion } from '../storage/procedure-versions.ts';
import { checkProcedure } from './check-procedure.ts';

export type UploadProcedureOutcome =
  | { readonly kind: 'kept'; readonly id: string; readonly version: number }
  | { readonly kind: 'forbidden'; readonly reason: string }
  | { readonly kind: 'procedure-invalid'; readonly findings: readonly ProcedureFinding[] }
  /** Somebody published that version meanwhile. */
  | { readonly kind: 'conflict' };

/** Keeps what an author brought as a draft that administrators see; an earlier draft of the same version goes. */
export async function uploadProcedure(
  deps: Deps,
  by: Actor,
  asked: { readonly content: unknown; readonly note: string },
): Promise<UploadProcedureOutcome> {
  const verdict = mayManageProcedures(by);
  if (verdict.kind !== 'allowed') return { kind: 'forbidden', reason: verdict.reason };
  const at = deps.clock.now();
  return inTransaction(deps.db, async (trx) => {
    await holdProcedureVersions(trx);
    const { findings, readable } = await checkProcedure(deps, trx, asked.content, 'vi');
    if (readable === undefined || findings.some(({ severity }) => severity === 'error'))
      return { kind: 'procedure-invalid', findings };
    const { definition, json, digest } = readable;
    const { id, version } = definition;
    const draft = { id, version, package: json, digest, note: asked.note, at, by: by.staffId };
    if (!(await saveDraftVersion(trx, draft))) return { kind: 'conflict' };
    await appendAudit(trx, {
      at,
      staffId: by.staffId,
      deviceId: null,
      action: 'procedure-uploaded',
      subject: id,
      detail: { version, digest },
    });
    return { kind: 'kept', id, version };
  });
}
