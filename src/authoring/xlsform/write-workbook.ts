import writeXlsxFile from 'write-excel-file/universal';
import { isReserved } from './import/names.ts';

/** A sheet as rows of texts, the headings first. */
export interface WrittenSheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

/** The bytes of a workbook. Everything is text: a spreadsheet must not take `1/2` for a day. */
export async function writeWorkbook(sheets: readonly WrittenSheet[]): Promise<Uint8Array> {
  const file = writeXlsxFile(
    sheets.map(({ name, rows }) => ({
      sheet: name,
      data: rows.map((row) =>
        row.map((text) => (text === '' ? null : { type: String, value: written(text) })),
      ),
      stickyRowsCount: 1,
    })),
  );
  const blob: { arrayBuffer(): Promise<ArrayBuffer> } = await file.toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}

/**
 * The library keeps the texts it has written in a plain object, where `constructor` is always found already. With a blank
 * behind it is another word, and who reads a cell takes the blank away.
 */
function written(text: string): string {
  return isReserved(text) ? `${text} ` : text;
}
