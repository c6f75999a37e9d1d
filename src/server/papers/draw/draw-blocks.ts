import type { Block, Line } from '../facts/sheet.ts';
import { drawTable } from './draw-table.ts';
import { GAP, MARGIN, needRoom, SIZE, set, WIDTH } from './paper-document.ts';

/** Where numbered lines and what stands below them begin. */
const NUMBER = 18;

/** Draws one block below the last one and leaves the pen below it. */
export function drawBlock(doc: PDFKit.PDFDocument, block: Block): void {
  needRoom(doc, 2 * SIZE);
  switch (block.kind) {
    case 'line':
      drawLine(doc, block);
      return;
    case 'paragraph':
      set(doc, block.style ?? 'plain').text(block.text, MARGIN.left, doc.y, { width: WIDTH });
      doc.y += GAP;
      return;
    case 'list':
      for (const [index, item] of block.items.entries()) {
        needRoom(doc, 2 * SIZE);
        const top = doc.y;
        set(doc, 'plain').text(`${index + 1}.`, MARGIN.left + NUMBER, top, { width: NUMBER });
        doc.text(item, MARGIN.left + 2 * NUMBER, top, { width: WIDTH - 2 * NUMBER });
        doc.y += GAP / 2;
      }
      doc.y += GAP / 2;
      return;
    case 'table':
      drawTable(doc, block);
  }
}

function drawLine(doc: PDFKit.PDFDocument, line: Line): void {
  const top = doc.y;
  const indent = line.number === undefined ? 0 : NUMBER;
  if (line.number !== undefined)
    set(doc, 'plain').text(`${line.number}.`, MARGIN.left, top, { width: NUMBER });
  const width = WIDTH - indent;
  const { label, value } = line;
  set(doc, 'plain').text(value ? `${label} ` : label, MARGIN.left + indent, top, {
    width,
    continued: Boolean(value),
  });
  if (value) set(doc, line.isStrong ? 'strong' : 'plain').text(value, { width });
  if (value === null) dots(doc, label, MARGIN.left + indent, width, top);
  doc.x = MARGIN.left;
  doc.y += GAP;
}

/** A dotted rule from behind the label to the end of the line, for a pen. */
function dots(doc: PDFKit.PDFDocument, label: string, left: number, width: number, top: number): void {
  const base = top + SIZE * 1.05;
  const from = left + doc.widthOfString(`${label} `);
  const end = left + width;
  // A long label leaves no room behind it: the pen gets a line of its own.
  const [start, y] = end - from < 60 ? [left, doc.y + SIZE * 1.05] : [from, base];
  doc.lineWidth(0.7).dash(1, { space: 2 }).moveTo(start, y).lineTo(end, y).stroke('#000').undash();
  if (y !== base) doc.y += SIZE * 1.3;
}
