import type { AuthorLanguage } from '../../authoring/sentences.ts';
import { exportXlsForm } from '../../authoring/xlsform/export/export-form.ts';
import { sayExport } from '../../authoring/xlsform/export/say-export.ts';
import { writeWorkbook } from '../../authoring/xlsform/write-workbook.ts';
import type { Deps } from '../deps.ts';
import { mayReadProcedure } from '../policies/procedure.ts';
import type { Actor } from '../policies/reach.ts';
import { sharedTexts } from '../texts.ts';

export type WriteXlsFormOutcome =
  | { readonly kind: 'written'; readonly workbook: Uint8Array; readonly notes: readonly string[] }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'forbidden'; readonly reason: string };

/** A version as a spreadsheet, and what of it a spreadsheet has no word for. */
export async function writeXlsForm(
  deps: Deps,
  by: Actor,
  { id, version }: { readonly id: string; readonly version: number },
  language: AuthorLanguage,
): Promise<WriteXlsFormOutcome> {
  const found = (await deps.procedures.list(deps.db)).find((one) => one.id === id && one.version === version);
  if (found === undefined) return { kind: 'not-found' };
  const verdict = mayReadProcedure(by, found);
  if (verdict.kind !== 'allowed') return { kind: 'forbidden', reason: verdict.reason };
  const { sheets, notes } = exportXlsForm(found.definition, found.texts, sharedTexts(deps.texts));
  return { kind: 'written', workbook: await writeWorkbook(sheets), notes: sayExport(notes, language) };
}
