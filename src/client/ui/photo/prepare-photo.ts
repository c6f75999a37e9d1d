/** A photo ready to be kept: upright, small, without the camera's metadata (place, device). */
export interface PreparedPhoto {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly mediaType: 'image/jpeg';
  readonly width: number;
  readonly height: number;
}

export type PhotoOutcome =
  | { readonly kind: 'prepared'; readonly photo: PreparedPhoto }
  /** Not a picture this browser can read. */
  | { readonly kind: 'not-a-picture' };

const LONGEST_SIDE = 1600;
const QUALITY = 0.8;

/**
 * Turns the picture upright (its own orientation mark, then `quarterTurns` clockwise), shrinks it to 1600 px on the
 * longest side and writes a fresh JPEG.
 */
export async function preparePhoto(file: Blob, quarterTurns = 0): Promise<PhotoOutcome> {
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch {
    return { kind: 'not-a-picture' };
  }
  const { width, height, swap } = fitPhoto(bitmap.width, bitmap.height, quarterTurns);
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('this browser gave no 2d canvas');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.translate(width / 2, height / 2);
  context.rotate((quarterTurns * Math.PI) / 2);
  const [across, down] = swap ? [height, width] : [width, height];
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, -across / 2, -down / 2, across, down);
  bitmap.close();
  const jpeg = await canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY });
  return {
    kind: 'prepared',
    photo: { bytes: new Uint8Array(await jpeg.arrayBuffer()), mediaType: 'image/jpeg', width, height },
  };
}

/** Size of the kept picture in pixels; never larger than the taken one. `swap`: lying and standing change places. */
export function fitPhoto(
  width: number,
  height: number,
  quarterTurns: number,
): { readonly width: number; readonly height: number; readonly swap: boolean } {
  const scale = Math.min(1, LONGEST_SIDE / Math.max(width, height));
  const across = Math.max(1, Math.round(width * scale));
  const down = Math.max(1, Math.round(height * scale));
  const swap = quarterTurns % 2 !== 0;
  return swap ? { width: down, height: across, swap } : { width: across, height: down, swap };
}
