import type { PaperText } from '../facts/sheet.ts';
import { drawSheet } from './draw-sheet.ts';
import { MARGIN, openDocument, PAGE, SIZE, set, WIDTH } from './paper-document.ts';

/** Draws every sheet from the top of a page, and the foot of each page; the document is still open to be signed. */
export function drawPaper(paper: PaperText, at: Date): PDFKit.PDFDocument {
  const doc = openDocument(paper.title, paper.language, at);
  for (const [index, sheet] of paper.sheets.entries()) {
    if (index > 0) doc.addPage();
    drawSheet(doc, sheet);
  }
  const { start, count } = doc.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    doc.switchToPage(page);
    drawFoot(doc, [...paper.foot, fill(paper.pageOf, page - start + 1, count)]);
  }
  return doc;
}

function drawFoot(doc: PDFKit.PDFDocument, lines: readonly string[]): void {
  // Text in the margin would open a new page.
  doc.page.margins.bottom = 0;
  let top = PAGE.height - MARGIN.bottom + 8;
  doc
    .lineWidth(0.4)
    .moveTo(MARGIN.left, top)
    .lineTo(MARGIN.left + WIDTH, top)
    .stroke('#555');
  top += 4;
  for (const line of lines) {
    set(doc, 'plain', SIZE - 3.5).text(line, MARGIN.left, top, { width: WIDTH, align: 'center' });
    top = doc.y;
  }
  doc.page.margins.bottom = MARGIN.bottom;
}

function fill(text: string, page: number, pages: number): string {
  return text.replace('{{page}}', String(page)).replace('{{pages}}', String(pages));
}
