/** Millimetres, rounded: what a ruler says. */
export interface PdfPage {
  readonly width: number;
  readonly height: number;
}

const MM_PER_POINT = 25.4 / 72;

/** The pages of a PDF as Chromium writes it: each page object stands in the clear, with its own size. */
export function pdfPages(pdf: Buffer): readonly PdfPage[] {
  const text = pdf.toString('latin1');
  return [...text.matchAll(/\/Type \/Page\b(?!s)[\s\S]*?\/MediaBox \[([\d.\s]+)\]/g)].map(([, box = '']) => {
    const [left = 0, bottom = 0, right = 0, top = 0] = box.trim().split(/\s+/).map(Number);
    return {
      width: Math.round((right - left) * MM_PER_POINT),
      height: Math.round((top - bottom) * MM_PER_POINT),
    };
  });
}
