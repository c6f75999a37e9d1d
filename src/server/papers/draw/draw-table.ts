import type { Table } from '../facts/sheet.ts';
import { GAP, MARGIN, needRoom, PAGE, SIZE, set, WIDTH } from './paper-document.ts';

const PADDING = 4;
const TEXT = SIZE - 1;

/** A ruled table; a row that fits on a page never breaks over two, and the head stands again on each page. */
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
  const room = PAGE.height - MARGIN.top - MARGIN.bottom - heightOf(heads, 'strong') - 4 * PADDING;
  /** What an officer wrote may be longer than a page: as rows of which each fits on one. */
  const pieces = (cells: readonly string[]): readonly (readonly string[])[] => {
    if (heightOf(cells, 'plain') <= room) return [cells];
    const ends = cells.map((cell, index) =>
      endOfWhatFits(
        cell,
        (part) =>
          heightOf(
            cells.map((_, at) => (at === index ? part : '')),
            'plain',
          ) <= room,
      ),
    );
    const rest = cells.map((cell, index) => cell.slice(ends[index]).trimStart());
    return [cells.map((cell, index) => cell.slice(0, ends[index])), ...pieces(rest)];
  };
  const rows = table.rows.flatMap(pieces);
  // No head that stands alone at the foot of a page.
  needRoom(doc, heightOf(heads, 'strong') + heightOf(rows[0] ?? [], 'plain') + 4 * PADDING);
  row(heads, 'strong');
  for (const cells of rows) {
    if (doc.y + heightOf(cells, 'plain') + 2 * PADDING > PAGE.height - MARGIN.bottom) {
      doc.addPage();
      row(heads, 'strong');
    }
    row(cells, 'plain');
  }
  doc.y += GAP;
}

/** Where the longest beginning that fits ends: after a word, or in the middle of one that is too long by itself; at least 1. */
function endOfWhatFits(text: string, fits: (part: string) => boolean): number {
  if (fits(text)) return text.length;
  let [fitting, tooLong] = [1, text.length];
  while (tooLong - fitting > 1) {
    const middle = Math.floor((fitting + tooLong) / 2);
    if (fits(text.slice(0, middle))) fitting = middle;
    else tooLong = middle;
  }
  const blank = text.lastIndexOf(' ', fitting);
  return blank > 0 ? blank : fitting;
}
