import { strToU8, Zip, ZipDeflate } from 'fflate';

/*
 * A workbook of one sheet as a stream (ECMA-376): rows are written as they come, with their text in the cells themselves, so a
 * table of any length never lies in memory. The packages that write workbooks want all rows first.
 */

interface Workbook {
  readonly sheet: string;
  /** Of each column, in characters. */
  readonly widths: readonly number[];
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** Rows that go into the packer at once. */
const BATCH = 200;

/** The workbook's bytes as they are made; the first row stands in bold. */
export async function* writeXlsx(
  rows: AsyncIterable<readonly string[]>,
  { sheet, widths }: Workbook,
): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error !== null) throw error;
    ready.push(chunk);
  });
  for (const [path, text] of frameOf(sheet)) {
    const file = new ZipDeflate(path);
    zip.add(file);
    file.push(strToU8(`${HEAD}${text}`), true);
  }
  const table = new ZipDeflate('xl/worksheets/sheet1.xml', { level: 6 });
  zip.add(table);
  table.push(strToU8(`${HEAD}<worksheet xmlns="${MAIN}">${columnsOf(widths)}<sheetData>`));
  let batch = '';
  let number = 0;
  for await (const cells of rows) {
    number += 1;
    batch += rowOf(cells, number);
    if (number % BATCH !== 0) continue;
    table.push(strToU8(batch));
    batch = '';
    yield* ready.splice(0);
  }
  table.push(strToU8(`${batch}</sheetData></worksheet>`), true);
  zip.end();
  yield* ready.splice(0);
}

function frameOf(sheet: string): readonly (readonly [string, string])[] {
  const part = (name: string, type: string) =>
    `<Override PartName="${name}" ContentType="${TYPES}.${type}+xml"/>`;
  return [
    [
      '[Content_Types].xml',
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
        `${part('/xl/workbook.xml', 'sheet.main')}${part('/xl/worksheets/sheet1.xml', 'worksheet')}${part('/xl/styles.xml', 'styles')}</Types>`,
    ],
    ['_rels/.rels', relations(['officeDocument', 'xl/workbook.xml'])],
    [
      'xl/workbook.xml',
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${xml(sheet)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      relations(['worksheet', 'worksheets/sheet1.xml'], ['styles', 'styles.xml']),
    ],
    [
      'xl/styles.xml',
      `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>` +
        '<fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders>' +
        '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="49" fontId="0"/><xf numFmtId="49" fontId="1" applyFont="1"/></cellXfs></styleSheet>',
    ],
  ];
}

function relations(...targets: readonly (readonly [type: string, target: string])[]): string {
  const each = targets.map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${RELATIONS}">${each.join('')}</Relationships>`;
}

function columnsOf(widths: readonly number[]): string {
  const each = widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  return `<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" state="frozen"/></sheetView></sheetViews><cols>${each.join('')}</cols>`;
}

function rowOf(cells: readonly string[], number: number): string {
  const style = number === 1 ? 1 : 0;
  const each = cells.map(
    (text, index) =>
      `<c r="${String.fromCharCode(65 + index)}${number}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xml(text)}</t></is></c>`,
  );
  return `<row r="${number}">${each.join('')}</row>`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** As text of XML 1.0; characters that it cannot hold at all are left out. */
function xml(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replace(/[&<>"]/g, (character) => ENTITIES[character] ?? '')
  );
}
