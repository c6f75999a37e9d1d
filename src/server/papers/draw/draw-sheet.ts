import type { Sheet, Signer } from '../facts/sheet.ts';
import { drawBlock } from './draw-blocks.ts';
import { drawQr } from './draw-qr.ts';
import { GAP, MARGIN, needRoom, SIZE, set, WIDTH } from './paper-document.ts';

const QR = 84;
const SIGNING_ROOM = 150;

/** One sheet from the top of the present page. */
export function drawSheet(doc: PDFKit.PDFDocument, sheet: Sheet): void {
  drawHead(doc, sheet);
  set(doc, 'strong', 14).text(sheet.title.toUpperCase(), MARGIN.left, doc.y + 8, {
    width: WIDTH,
    align: 'center',
  });
  set(doc, 'slanted', SIZE - 2.5).text(sheet.form, { width: WIDTH, align: 'center' });
  doc.y += 2 * GAP;
  if (sheet.unconfirmed !== null) drawBox(doc, sheet.unconfirmed);
  for (const block of sheet.blocks) drawBlock(doc, block);
  drawEnd(doc, sheet);
}

/** Authority on the left, code and number on the right, place and day below. */
function drawHead(doc: PDFKit.PDFDocument, { authority, unit, marks, placeAndDay }: Sheet): void {
  const top = MARGIN.top;
  const half = WIDTH * 0.5;
  set(doc, 'plain', SIZE - 1).text(authority.toUpperCase(), MARGIN.left, top, {
    width: half,
    align: 'center',
  });
  set(doc, 'strong', SIZE - 1).text(unit.toUpperCase(), { width: half, align: 'center' });
  const rule = doc.y + 2;
  const middle = MARGIN.left + half / 2;
  doc
    .lineWidth(0.7)
    .moveTo(middle - 40, rule)
    .lineTo(middle + 40, rule)
    .stroke('#000');
  const leftEnd = rule + 6;
  doc.y = top;
  const right = MARGIN.left + half + 12;
  for (const [index, mark] of marks.entries())
    set(doc, index === 0 ? 'strong' : 'plain', SIZE - 1).text(mark, right, doc.y, {
      width: WIDTH - half - 12,
      align: 'right',
    });
  doc.y = Math.max(leftEnd, doc.y) + GAP;
  doc.x = MARGIN.left;
  if (placeAndDay !== null)
    set(doc, 'slanted').text(placeAndDay, MARGIN.left, doc.y, { width: WIDTH, align: 'right' });
}

function drawBox(doc: PDFKit.PDFDocument, text: string): void {
  const width = WIDTH - 16;
  set(doc, 'slanted', SIZE - 1.5);
  const height = doc.heightOfString(text, { width }) + 10;
  doc.lineWidth(0.8).dash(3, { space: 2 }).rect(MARGIN.left, doc.y, WIDTH, height).stroke('#000').undash();
  doc.text(text, MARGIN.left + 8, doc.y + 5, { width });
  doc.x = MARGIN.left;
  doc.y += 5 + 2 * GAP;
}

/** Places to sign with the QR code between or beside them; they stay together on one page. */
function drawEnd(doc: PDFKit.PDFDocument, { signers, qr }: Sheet): void {
  if (signers.length === 0 && qr === null) return;
  needRoom(doc, SIGNING_ROOM);
  const top = doc.y + 2 * GAP;
  const [first, second] = signers;
  const columns = { left: MARGIN.left, width: WIDTH * 0.36 };
  const right = MARGIN.left + WIDTH - columns.width;
  if (second !== undefined && first !== undefined) {
    drawSigner(doc, first, columns.left, top, columns.width);
    drawSigner(doc, second, right, top, columns.width);
  } else if (first !== undefined) drawSigner(doc, first, right, top, columns.width);
  if (qr !== null) {
    // Between two who sign; on the left where one signs alone.
    const left = second === undefined ? MARGIN.left + 10 : MARGIN.left + (WIDTH - QR) / 2;
    drawQr(doc, qr.text, left, top, QR);
    set(doc, 'plain', SIZE - 3).text(qr.below, left - 20, top + QR + 1, { width: QR + 40, align: 'center' });
  }
  doc.x = MARGIN.left;
  doc.y = Math.max(doc.y, top + SIGNING_ROOM - 2 * GAP);
}

function drawSigner(doc: PDFKit.PDFDocument, signer: Signer, left: number, top: number, width: number): void {
  set(doc, 'strong').text(signer.role.toUpperCase(), left, top, { width, align: 'center' });
  set(doc, 'slanted', SIZE - 1.5).text(signer.hint, left, doc.y, { width, align: 'center' });
  if (signer.by !== null) set(doc, 'plain').text(signer.by, left, doc.y + 52, { width, align: 'center' });
}
