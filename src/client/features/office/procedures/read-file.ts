import {
  type CheckedProcedure,
  ConvertedXlsForm,
  checkProcedure,
  convertXlsFormPath,
  XLSFORM_MEDIA_TYPE,
} from '../../../../contract/operations/procedures.ts';
import { addressOf, call, postBytes } from '../common/call.ts';

/** What an author's file came to. */
export type ReadFile =
  | {
      readonly kind: 'read';
      readonly name: string;
      readonly checked: CheckedProcedure | null;
      /** Of a spreadsheet: what could not be carried over. */
      readonly report: ConvertedXlsForm['report'];
    }
  /** Neither a spreadsheet nor JSON. */
  | { readonly kind: 'not-readable'; readonly name: string };

/** A spreadsheet is turned into a declaration by the server; JSON is checked as it is. Nothing is kept there. */
export async function readFile(file: File, language: string): Promise<ReadFile> {
  const { name } = file;
  if (name.toLowerCase().endsWith('.xlsx')) {
    const converted = await postBytes(
      {
        id: 'convertXlsForm',
        path: addressOf(convertXlsFormPath, {}, { language, fileName: name.slice(-200) }),
        mediaType: XLSFORM_MEDIA_TYPE,
      },
      await file.arrayBuffer(),
      ConvertedXlsForm,
    );
    return { kind: 'read', name, ...converted };
  }
  const content = parseJson(await file.text());
  if (content === undefined) return { kind: 'not-readable', name };
  return { kind: 'read', name, checked: await check(content, language), report: [] };
}

/** The same under the number that the next version must have. */
export async function renumber(checked: CheckedProcedure, language: string): Promise<CheckedProcedure> {
  const { package: content, nextVersion } = checked;
  if (content === null || nextVersion === null) return checked;
  const next = { ...content, definition: { ...content.definition, version: nextVersion } };
  return await check(next, language);
}

function check(content: unknown, language: string): Promise<CheckedProcedure> {
  return call(checkProcedure, { body: { content, language } });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
