import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url';

// Ours and precached: the package would fetch it from elsewhere, which neither works offline nor is allowed.
prepareZXingModule({
  overrides: {
    locateFile: (path: string, prefix: string) => (path.endsWith('.wasm') ? wasmUrl : prefix + path),
  },
});

/** The bytes of the QR codes in one picture of the camera; none where there is none that can be read. */
export async function readCodes(picture: ImageData): Promise<readonly Uint8Array<ArrayBuffer>[]> {
  const results = await readBarcodes(picture, {
    formats: ['QRCode'],
    tryHarder: true,
    maxNumberOfSymbols: 1,
  });
  return results.filter(({ isValid }) => isValid).map(({ bytes }) => new Uint8Array(bytes));
}
