import { LIMITS } from './workbook.ts';

/*
 * What the reader of workbooks does not say, or says only after it has filled the memory: how far a sheet reaches, and
 * which cells are formulas. The XML is walked tag by tag, once; attributes that hide what they say are not believed.
 */

export type ScannedSheet =
  | {
      readonly kind: 'scanned';
      /** Addresses of cells with a formula, and of those among them that have no value. */
      readonly formulas: ReadonlySet<string>;
      readonly withoutValue: readonly string[];
    }
  | { readonly kind: 'too-many-rows' | 'too-many-columns' | 'broken' };

const TAG = /<(\/?)(?:[A-Za-z_][\w.-]*:)?(row|c|f|v)(?=[\s/>])/g;

export function scanSheet(xml: string): ScannedSheet {
  const formulas = new Set<string>();
  const withoutValue: string[] = [];
  let cell: string | undefined;
  let [isFormula, hasValue]: [boolean, boolean] = [false, false];
  const leaveCell = () => {
    if (cell !== undefined && isFormula) {
      formulas.add(cell);
      if (!hasValue) withoutValue.push(cell);
    }
    cell = undefined;
  };
  TAG.lastIndex = 0;
  for (let tag = TAG.exec(xml); tag !== null; tag = TAG.exec(xml)) {
    const end = xml.indexOf('>', TAG.lastIndex);
    if (end < 0) return { kind: 'broken' };
    const attributes = xml.slice(TAG.lastIndex, end);
    TAG.lastIndex = end;
    const [, slash, name] = tag;
    if (name === 'f') isFormula = true;
    // `<v></v>` and `<v/>` hold nothing.
    if (name === 'v' && slash === '' && !attributes.endsWith('/') && xml.charAt(end + 1) !== '<')
      hasValue = true;
    if (name === 'f' || name === 'v' || slash === '/') continue;
    leaveCell();
    const address = addressIn(attributes);
    if (address === 'hidden') return { kind: 'broken' };
    if (address === undefined) continue;
    const [, letters = '', digits = ''] = /^([A-Z]{0,3})(\d{1,10})$/.exec(address) ?? [];
    if (digits === '') return { kind: 'broken' };
    if (Number(digits) > LIMITS.rows) return { kind: 'too-many-rows' };
    if (columnOf(letters) > LIMITS.columns) return { kind: 'too-many-columns' };
    if (name === 'c') [cell, isFormula, hasValue] = [address, false, false];
  }
  leaveCell();
  return { kind: 'scanned', formulas, withoutValue };
}

/** The attribute `r`; `hidden` where quotes or character references could make it mean something else. */
function addressIn(attributes: string): string | 'hidden' | undefined {
  if (attributes.includes('&') || (attributes.match(/["']/g) ?? []).length % 2 !== 0) return 'hidden';
  return /\sr\s*=\s*["']([^"']*)["']/.exec(attributes)?.[1];
}

/** `A` is 1, `AA` is 27. */
function columnOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

/** The address of a cell by its row and column, both from 0. */
export function addressOf(row: number, column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return `${letters}${row + 1}`;
}
