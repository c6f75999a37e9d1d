declare global {
  /** Where the browser reads codes by itself (Android, macOS, ChromeOS). */
  var BarcodeDetector: NativeDetector | undefined;
}

interface NativeDetector {
  new (options: {
    readonly formats: readonly string[];
  }): {
    detect(picture: ImageData): Promise<readonly { readonly rawValue: string }[]>;
  };
  getSupportedFormats(): Promise<readonly string[]>;
}

/** The texts of the QR codes in one picture. `accepts` says whether a text is what the caller looks for. */
export type ReadQr = (picture: ImageData, accepts: (text: string) => boolean) => Promise<readonly string[]>;

/** Pictures in which the browser's own reader may see nothing before ours looks too. */
const PATIENCE = 25;

/**
 * The browser's own reader where it knows QR codes, because it is quick; ours (precached, so both work offline) where there
 * is none, where it fails, where it sees nothing for a while, and where what it read is not accepted: some of them take
 * UTF-8 for something else.
 */
export async function openQrReader(): Promise<ReadQr> {
  const detector = await openNative();
  let own = detector === undefined ? loadOwn() : undefined;
  let unseen = 0;
  return async (picture, accepts) => {
    const texts = (await detector?.detect(picture).catch(() => undefined))?.map(({ rawValue }) => rawValue);
    if (texts?.some(accepts) === true) return texts;
    unseen = texts?.length === 0 ? unseen + 1 : PATIENCE;
    if (unseen < PATIENCE) return [];
    own ??= loadOwn();
    return [...(texts ?? []), ...(await (await own)(picture))];
  };
}

async function openNative(): Promise<InstanceType<NativeDetector> | undefined> {
  const Native = globalThis.BarcodeDetector;
  if (Native === undefined) return undefined;
  const formats = await Native.getSupportedFormats().catch((): readonly string[] => []);
  return formats.includes('qr_code') ? new Native({ formats: ['qr_code'] }) : undefined;
}

async function loadOwn(): Promise<(picture: ImageData) => Promise<readonly string[]>> {
  const { readCodes } = await import('./read-codes.ts');
  return async (picture) =>
    (await readCodes(picture, 'qr')).map(({ bytes, text }) => readUtf8(bytes) ?? text);
}

/** The bytes as UTF-8, which is what papers carry without saying so; undefined where they are something else. */
function readUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
