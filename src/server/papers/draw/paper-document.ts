/// <reference types="pdfkit" preserve="true" />
import PDFDocument from 'pdfkit';
import { type Face, faces } from './fonts.ts';

/* A part of pdfkit that its types leave out: the font that is set. */
declare global {
  namespace PDFKit {
    interface PDFDocument {
      readonly _font: { readonly font: { hasGlyphForCodePoint(codePoint: number): boolean } };
    }
  }
}

/** Millimetres as points. */
const mm = (length: number) => (length * 72) / 25.4;

export const PAGE = { width: mm(210), height: mm(297) };
/** Room for a binder on the left; the foot of the page stands in the lower margin. */
export const MARGIN = { top: mm(16), left: mm(24), right: mm(16), bottom: mm(22) };
export const WIDTH = PAGE.width - MARGIN.left - MARGIN.right;
export const SIZE = 11;
export const GAP = 4.5;

/** A4, buffered, so that the foot can say how many pages there are. `at` is the moment the paper was issued. */
export function openDocument(title: string, language: string, at: Date): PDFKit.PDFDocument {
  const doc = new PDFDocument({
    size: 'A4',
    margins: MARGIN,
    bufferPages: true,
    lang: language,
    displayTitle: true,
    pdfVersion: '1.7',
    info: { Title: title, Creator: 'Về Bản', Producer: 'Về Bản', CreationDate: at, ModDate: at },
  });
  for (const [name, path] of Object.entries(faces)) doc.registerFont(name, path);
  return doc;
}

/** Whether the faces of a paper have this letter; all of them have the same. */
export function lettersOf(doc: PDFKit.PDFDocument): (codePoint: number) => boolean {
  const { font } = set(doc, 'plain')._font;
  return (codePoint) => font.hasGlyphForCodePoint(codePoint);
}

/** Sets face and size for what follows. */
export function set(doc: PDFKit.PDFDocument, face: Face, size = SIZE): PDFKit.PDFDocument {
  return doc.font(face).fontSize(size).fillColor('#000');
}

/** Breaks to a new page unless so much room is left on this one. */
export function needRoom(doc: PDFKit.PDFDocument, height: number): void {
  if (doc.y + height > PAGE.height - MARGIN.bottom) doc.addPage();
}

/** All bytes of the document once it is ended. */
export async function collect(doc: PDFKit.PDFDocument): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  const whole = new Promise<void>((resolve, reject) => {
    doc.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    doc.on('end', resolve);
    doc.on('error', reject);
  });
  doc.end();
  await whole;
  return new Uint8Array(Buffer.concat(chunks));
}
