/** One cell as it was read: its text as an author sees it in the formula bar, numbers and dates as XLSForm writes them. */
export interface Cell {
  readonly text: string;
  /** The text is what a spreadsheet formula last came to. */
  readonly isFormula: boolean;
}

/** `rows[0]` is the first row of the sheet; empty cells are left out of the map, whose keys are columns from 0. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly ReadonlyMap<number, Cell>[];
}

export interface Workbook {
  readonly sheets: readonly Sheet[];
  /** Cells (`survey!C7`) whose formula was never calculated, so that nothing can be read there. */
  readonly emptyFormulas: readonly { readonly sheet: string; readonly cell: string }[];
}

/** Why a file is no workbook that is read here. Nothing of it was used. */
export type WorkbookFault =
  | { readonly kind: 'not-a-workbook' }
  | { readonly kind: 'old-workbook' }
  | { readonly kind: 'broken-file' }
  | { readonly kind: 'file-too-large'; readonly most: number }
  | { readonly kind: 'unpacks-too-large'; readonly most: number }
  | { readonly kind: 'too-many-files'; readonly most: number }
  | { readonly kind: 'too-many-rows'; readonly sheet: string; readonly most: number }
  | { readonly kind: 'too-many-columns'; readonly sheet: string; readonly most: number }
  | { readonly kind: 'cell-too-long'; readonly sheet: string; readonly cell: string; readonly most: number };

export type ReadWorkbook =
  | { readonly kind: 'workbook'; readonly workbook: Workbook }
  | { readonly kind: 'refused'; readonly fault: WorkbookFault };

/** Bounds of what is read. A form of a thousand questions in four languages stays far below all of them. */
export const LIMITS = {
  /** Bytes of the file. */
  file: 4_000_000,
  /** Bytes of all it unpacks to. */
  unpacked: 20_000_000,
  /** Files inside of it. */
  files: 200,
  /** Rows and columns of a sheet. */
  rows: 20_000,
  columns: 300,
  /** Characters of a cell: what spreadsheets themselves allow. */
  cell: 32_767,
} as const;
