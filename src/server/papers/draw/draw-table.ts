import type { Table } from '../facts/sheet.ts';
import { GAP, MARGIN, needRoom, PAGE, SIZE, set, WIDTH } from './paper-document.ts';

const PADDING = 4;
const TEXT = SIZE - 1;

/** A ruled table; a row never breaks over two pages, and the head stands again on each page. */
export function drawTable(doc: PDFKit.PDFDocument, table: Table): void {
  const parts = table.columns.reduce((sum, { part }) => sum + part, 0);
  const widths = table.columns.map(({ part }) => (WIDTH * part) / parts);
  const heads = table.columns.map(({ head }) => head);
  doc.y += GAP;
  const heightOf = (cells: readonly string[], face: 'plain' | 'strong') => {
    set(doc, face, TEXT);
    return Math.max(
      ...cells.map((cell, index) => doc.heightOfString(cell, { width: (widths[index] ?? 0) - 2 * PADDING })),
      TEXT,
    );
  };
  const row = (cells: readonly string[], face: 'plain' | 'strong') => {
    const height = heightOf(cells, face) + 2 * PADDING;
    const top = doc.y;
    let left = MARGIN.left;
    for (const [index, width] of widths.entries()) {
      doc.lineWidth(0.6).rect(left, top, width, height).stroke('#000');
      const align = face === 'strong' || table.columns[index]?.centred === true ? 'center' : 'left';
      set(doc, face, TEXT).text(cells[index] ?? '', left + PADDING, top + PADDING, {
        width: width - 2 * PADDING,
        align,
      });
      left += width;
    }
    doc.x = MARGIN.left;
    doc.y = top + height;
  };
  needRoom(doc, 4 * SIZE);
  row(heads, 'strong');
  for (const cells of table.rows) {
    if (doc.y + heightOf(cells, 'plain') + 2 * PADDING > PAGE.height - MARGIN.bottom) {
      doc.addPage();
      row(heads, 'strong');
    }
    row(cells, 'plain');
  }
  doc.y += GAP;
}
