import { encode } from 'uqr';

/** A QR code as filled squares, `size` points wide with its quiet zone. */
export function drawQr(doc: PDFKit.PDFDocument, text: string, left: number, top: number, size: number): void {
  const { data, size: modules } = encode(text, { ecc: 'M', border: 2 });
  const step = size / modules;
  // A hair wider than the module: no white seams between neighbours.
  for (const [y, row] of data.entries())
    for (const [x, isDark] of row.entries())
      if (isDark) doc.rect(left + x * step, top + y * step, step + 0.05, step + 0.05);
  doc.fill('#000');
}
