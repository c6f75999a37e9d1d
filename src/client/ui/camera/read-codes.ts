import { prepareZXingModule, type ReadInputBarcodeFormat, readBarcodes } from 'zxing-wasm/reader';
import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url';

// Ours and precached: the package would fetch it from elsewhere, which neither works offline nor is allowed.
prepareZXingModule({
  overrides: {
    locateFile: (path: string, prefix: string) => (path.endsWith('.wasm') ? wasmUrl : prefix + path),
  },
});

/** A code as it was read: its bytes, and the text they spell (UTF-8 where the code says nothing else). */
export interface ReadCode {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly text: string;
}

/** Codes that stand on papers, cards and medicine; QR alone where only that can come. */
const FORMATS: Readonly<Record<'qr' | 'any', ReadInputBarcodeFormat[]>> = {
  qr: ['QRCode'],
  any: ['QRCode', 'DataMatrix', 'PDF417', 'Code128', 'Code39', 'EAN13', 'EAN8', 'ITF'],
};

/** The codes in one picture of the camera; none where there is none that can be read. */
export async function readCodes(picture: ImageData, of: 'qr' | 'any'): Promise<readonly ReadCode[]> {
  const results = await readBarcodes(picture, {
    formats: FORMATS[of],
    tryHarder: true,
    maxNumberOfSymbols: 1,
  });
  return results
    .filter(({ isValid }) => isValid)
    .map(({ bytes, text }) => ({ bytes: new Uint8Array(bytes), text }));
}
