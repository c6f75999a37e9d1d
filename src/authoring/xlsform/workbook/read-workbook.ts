import readXlsxFile from 'read-excel-file/universal';
import * as z from 'zod';
import { addressOf, type ScannedSheet, scanSheet } from './scan-sheet.ts';
import { sheetFilesIn } from './sheet-files.ts';
import { unpack } from './unpack.ts';
import { type Cell, LIMITS, type ReadWorkbook, type Sheet, type WorkbookFault } from './workbook.ts';

const Value = z.union([z.string(), z.number(), z.boolean(), z.date(), z.null(), z.undefined()]);
const Sheets = z.array(z.object({ sheet: z.string(), data: z.array(z.array(Value)) }));

/**
 * Reads a workbook (`.xlsx`) from its bytes. Every bound is checked before the library sees the file: what it refuses
 * after that is broken. Merged cells have their text in the first of them, and rich text is read as plain.
 */
export async function readWorkbook(bytes: Uint8Array): Promise<ReadWorkbook> {
  const unpacked = unpack(bytes);
  if (unpacked.kind === 'refused') return unpacked;
  const files = sheetFilesIn(unpacked.files);
  const scans = new Map<string, Extract<ScannedSheet, { kind: 'scanned' }>>();
  for (const [path, xml] of unpacked.files) {
    if (!path.startsWith('xl/worksheets/') && !files.has(path)) continue;
    const name = files.get(path) ?? path;
    const scan = scanSheet(xml);
    if (scan.kind !== 'scanned') return refused(faultOf(scan.kind, name));
    scans.set(name, scan);
  }
  const read = await readSheets(bytes);
  if (read === undefined) return refused({ kind: 'broken-file' });
  const sheets: Sheet[] = [];
  for (const { sheet, data } of read) {
    const formulas = scans.get(sheet)?.formulas ?? new Set<string>();
    const rows: ReadonlyMap<number, Cell>[] = [];
    for (const [row, values] of data.entries()) {
      const cells = new Map<number, Cell>();
      for (const [column, value] of values.entries()) {
        const text = textOf(value);
        const cell = addressOf(row, column);
        if (text.length > LIMITS.cell)
          return refused({ kind: 'cell-too-long', sheet, cell, most: LIMITS.cell });
        if (text !== '') cells.set(column, { text, isFormula: formulas.has(cell) });
      }
      rows.push(cells);
    }
    sheets.push({ name: sheet, rows });
  }
  const emptyFormulas = [...scans].flatMap(([sheet, { withoutValue }]) =>
    withoutValue.map((cell) => ({ sheet, cell })),
  );
  return { kind: 'workbook', workbook: { sheets, emptyFormulas } };
}

/** What the library throws is always about the file: there is nothing else it could be about. */
async function readSheets(bytes: Uint8Array): Promise<z.infer<typeof Sheets> | undefined> {
  try {
    return Sheets.safeParse(await readXlsxFile(new Uint8Array(bytes).buffer)).data;
  } catch {
    return undefined;
  }
}

function refused(fault: WorkbookFault): ReadWorkbook {
  return { kind: 'refused', fault };
}

function faultOf(kind: 'too-many-rows' | 'too-many-columns' | 'broken', sheet: string): WorkbookFault {
  if (kind === 'broken') return { kind: 'broken-file' };
  return { kind, sheet, most: kind === 'too-many-rows' ? LIMITS.rows : LIMITS.columns };
}

/** As XLSForm writes it: a date without its time where it has none, yes and no as `TRUE` and `FALSE` are shown. */
function textOf(value: z.infer<typeof Value>): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime())) return '';
    const iso = value.toISOString();
    return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 16);
  }
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return String(value).trim();
}
