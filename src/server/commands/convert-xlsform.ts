import type { AuthorLanguage } from '../../authoring/sentences.ts';
import { importXlsForm } from '../../authoring/xlsform/import/import-form.ts';
import { sayFault, sayReport } from '../../authoring/xlsform/say-report.ts';
import type { ConvertedXlsForm } from '../../contract/operations/procedures.ts';
import type { Deps } from '../deps.ts';
import { mayManageProcedures } from '../policies/procedure.ts';
import type { Actor } from '../policies/reach.ts';
import { presentChecked } from '../presenters/procedure.ts';
import { nextVersionOf } from '../procedure-states.ts';
import { checkProcedure } from './check-procedure.ts';

export type ConvertXlsFormOutcome =
  | { readonly kind: 'converted'; readonly converted: ConvertedXlsForm }
  | { readonly kind: 'forbidden'; readonly reason: string };

/**
 * Turns an author's spreadsheet into a declaration with its texts, and judges it as any other. It gets the number that is its
 * procedure's next: what spreadsheets call their version counts something else. Keeps nothing.
 */
export async function convertXlsForm(
  deps: Deps,
  by: Actor,
  brought: { readonly bytes: Uint8Array; readonly fileName: string; readonly language: AuthorLanguage },
): Promise<ConvertXlsFormOutcome> {
  const verdict = mayManageProcedures(by);
  if (verdict.kind !== 'allowed') return { kind: 'forbidden', reason: verdict.reason };
  const { bytes, fileName, language } = brought;
  const form = await importXlsForm(bytes, { fileName });
  if (form.kind === 'refused') {
    const message = sayFault(form.fault, language);
    const why = { severity: 'error' as const, sheet: '', row: null, column: '', message };
    return { kind: 'converted', converted: { checked: null, report: [why] } };
  }
  const version = nextVersionOf(await deps.procedures.list(deps.db), form.declaration.id);
  const content = { definition: { ...form.declaration, version }, texts: form.texts };
  const checked = presentChecked(await checkProcedure(deps, deps.db, content, language));
  return { kind: 'converted', converted: { checked, report: [...sayReport(form.report, language)] } };
}
