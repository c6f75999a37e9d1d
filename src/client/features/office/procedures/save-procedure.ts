import { fromBase64url } from '../../../../contract/base64url.ts';
import { exportXlsForm, XLSFORM_MEDIA_TYPE } from '../../../../contract/operations/procedures.ts';
import type { ProcedurePackage } from '../../../../contract/procedure-package.ts';
import { saveFile } from '../../../ui/save-file.ts';
import { call } from '../common/call.ts';

/** Readable by people too: the next version is often made from it. */
export function packageFile(id: string, version: number, content: ProcedurePackage): File {
  return new File([`${JSON.stringify(content, undefined, 2)}\n`], `${id}-${version}.json`, {
    type: 'application/json',
  });
}

/** Into the browser's downloads; answers what of the version a spreadsheet has no word for. */
export async function saveSpreadsheet(
  id: string,
  version: number,
  language: string,
): Promise<readonly string[]> {
  const asked = { params: { id, version: String(version) }, query: { language } };
  const { workbook, notes } = await call(exportXlsForm, asked);
  const bytes = fromBase64url(workbook);
  if (bytes === undefined) throw new Error('the contract lets only base64url through');
  saveFile(new File([bytes], `${id}-${version}.xlsx`, { type: XLSFORM_MEDIA_TYPE }));
  return notes;
}
