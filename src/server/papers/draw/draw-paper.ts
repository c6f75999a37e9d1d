import type { PaperText } from '../facts/sheet.ts';
import { drawSheet } from './draw-sheet.ts';
import { inLettersOf } from './letters.ts';
import { lettersOf, MARGIN, openDocument, PAGE, SIZE, set, WIDTH } from './paper-document.ts';

/**
 * Draws every sheet from the top of a page, and the foot of each page; the document is still open to be signed. Each sheet
 * counts its own pages, because copies of a form go to different hands; a page that a sheet runs over to says whose it is.
 */
export function drawPaper(paper: PaperText, at: Date): PDFKit.PDFDocument {
  const doc = openDocument(paper.title, paper.language, at);
  const { sheets, foot, pageOf } = inLettersOf(lettersOf(doc), paper);
  for (const [index, sheet] of sheets.entries()) {
    if (index > 0) doc.addPage();
    const first = doc.bufferedPageRange().count;
    drawSheet(doc, sheet);
    const pages = doc.bufferedPageRange().count - first + 1;
    for (let page = 1; page <= pages; page += 1) {
      doc.switchToPage(first + page - 2);
      const counted = fill(pageOf, page, pages);
      drawFoot(doc, [...foot, page === 1 ? counted : [...sheet.marks, counted].join(' · ')]);
    }
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
