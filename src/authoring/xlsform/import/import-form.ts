import { parseDefinition } from '../../../domain/procedure/run.ts';
import { expandBlocks } from '../../../procedures/expand-blocks.ts';
import { Report, type ReportLine } from '../report.ts';
import { readWorkbook } from '../workbook/read-workbook.ts';
import type { Sheet, Workbook, WorkbookFault } from '../workbook/workbook.ts';
import { findCircle } from './circles.ts';
import { buildDeclaration } from './declaration.ts';
import { reportColumns } from './leftovers.ts';
import { Ids } from './names.ts';
import { outlineOf } from './outline.ts';
import { idsInBlocks } from './own-blocks.ts';
import { readSettings } from './settings.ts';
import { readTable } from './table.ts';
import type { Sentences } from './texts.ts';

/** Rows of the survey sheet, at most: three times the longest form anybody has filled in at a kitchen table. */
const MOST_ROWS = 2000;

export type FormFault =
  | WorkbookFault
  | { readonly kind: 'no-survey' }
  | { readonly kind: 'no-type-column' }
  | { readonly kind: 'nothing-asked' }
  | { readonly kind: 'too-many-questions'; readonly most: number }
  /** Questions that need each other: `a` is shown by `b`, which is calculated from `a`. */
  | { readonly kind: 'circular'; readonly names: string }
  /** What was read is no declaration after all; `faults` are the engine's. */
  | { readonly kind: 'not-a-declaration'; readonly faults: string };

export type ImportedForm =
  | {
      readonly kind: 'imported';
      /** As `procedure.json` has it, with blocks named: `expandBlocks` writes them out. */
      readonly declaration: Readonly<Record<string, unknown>> & { readonly id: string };
      readonly texts: Readonly<Record<string, Sentences>>;
      readonly report: readonly ReportLine[];
    }
  | { readonly kind: 'refused'; readonly fault: FormFault };

export interface ImportOptions {
  /** Named among the declaration's sources. */
  readonly fileName: string;
  /** Instead of the form's own id. */
  readonly id?: string;
  readonly version?: number;
}

/**
 * Reads an XLSForm as a declaration and its texts. Whatever could not be carried over is in the report, line by line; a
 * file that is no form, or one that could not be filled in, is refused whole. Never throws.
 */
export async function importXlsForm(bytes: Uint8Array, options: ImportOptions): Promise<ImportedForm> {
  const read = await readWorkbook(bytes);
  return read.kind === 'refused' ? read : importWorkbook(read.workbook, options);
}

function importWorkbook(workbook: Workbook, options: ImportOptions): ImportedForm {
  const report = new Report();
  const surveySheet = findSheet(workbook, 'survey');
  if (surveySheet === undefined) return refused({ kind: 'no-survey' });
  const survey = readTable(surveySheet);
  if (!survey.headings.some(({ name }) => name === 'type')) return refused({ kind: 'no-type-column' });
  if (survey.rows.length > MOST_ROWS) return refused({ kind: 'too-many-questions', most: MOST_ROWS });
  const choicesSheet = findSheet(workbook, 'choices');
  const settingsSheet = findSheet(workbook, 'settings');
  const choices = choicesSheet === undefined ? undefined : readTable(choicesSheet);
  const settings = readSettings(
    settingsSheet === undefined ? undefined : readTable(settingsSheet),
    options,
    report,
  );
  reportColumns(workbook, survey, choices, report);
  const outline = outlineOf(survey, new Ids(idsInBlocks), new Set(idsInBlocks), report);
  if (outline.steps.length === 0) return refused({ kind: 'nothing-asked' });
  const circle = findCircle(outline);
  if (circle !== undefined) return refused({ kind: 'circular', names: circle.slice(0, 20).join(' → ') });
  const { declaration, texts } = buildDeclaration({ survey, choices, outline, settings, report });
  const parsed = parseDefinition(expandBlocks(declaration));
  if (parsed.kind === 'invalid')
    return refused({ kind: 'not-a-declaration', faults: parsed.faults.slice(0, 10).join('; ') });
  return { kind: 'imported', declaration, texts, report: report.lines };
}

function findSheet(workbook: Workbook, name: string): Sheet | undefined {
  return workbook.sheets.find((sheet) => sheet.name.trim().toLowerCase() === name);
}

function refused(fault: FormFault): ImportedForm {
  return { kind: 'refused', fault };
}
