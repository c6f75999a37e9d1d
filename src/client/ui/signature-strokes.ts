export interface Point {
  readonly x: number;
  readonly y: number;
}
export type Stroke = readonly Point[];

const PEN_WIDTH = 3;
const MARGIN = 12;
const PICTURE_SCALE = 2;

/** Draws on a canvas that is shown, as sharp as the screen allows. */
export function drawStrokes(canvas: HTMLCanvasElement, strokes: readonly Stroke[], pixelRatio: number): void {
  const { width, height } = canvas.getBoundingClientRect();
  canvas.width = Math.round(width * pixelRatio);
  canvas.height = Math.round(height * pixelRatio);
  const context = canvas.getContext('2d');
  if (context === null) return;
  context.scale(pixelRatio, pixelRatio);
  paint(context, strokes);
}

/** The signature on white, cropped to what was drawn, as PNG. */
export async function strokesToPng(strokes: readonly Stroke[]): Promise<Blob> {
  const points = strokes.flat();
  const left = Math.min(...points.map((p) => p.x)) - MARGIN;
  const top = Math.min(...points.map((p) => p.y)) - MARGIN;
  const width = Math.max(...points.map((p) => p.x)) + MARGIN - left;
  const height = Math.max(...points.map((p) => p.y)) + MARGIN - top;
  const canvas = new OffscreenCanvas(Math.ceil(width * PICTURE_SCALE), Math.ceil(height * PICTURE_SCALE));
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('this browser gave no 2d canvas');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.scale(PICTURE_SCALE, PICTURE_SCALE);
  context.translate(-left, -top);
  paint(context, strokes);
  return canvas.convertToBlob({ type: 'image/png' });
}

function paint(
  context: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D,
  strokes: readonly Stroke[],
): void {
  context.lineWidth = PEN_WIDTH;
  context.lineCap = 'round';
  context.lineJoin = 'round';
  context.strokeStyle = '#171d40';
  for (const stroke of strokes) {
    const [first, ...rest] = stroke;
    if (first === undefined) continue;
    context.beginPath();
    context.moveTo(first.x, first.y);
    let last = first;
    for (const point of rest) {
      // Through the middles, so that a fast hand still draws a curve and not a polygon.
      context.quadraticCurveTo(last.x, last.y, (last.x + point.x) / 2, (last.y + point.y) / 2);
      last = point;
    }
    context.lineTo(last.x + 0.01, last.y);
    context.stroke();
  }
}
