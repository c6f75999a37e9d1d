import { deflateSync } from 'node:zlib';

/** Grey value from 0 to 255 at a point. */
type Shade = (x: number, y: number) => number;

/** A small grey PNG, drawn point by point: stands for a photo, and shows nobody. */
export function drawPng(width: number, height: number, shade: Shade): Uint8Array<ArrayBuffer> {
  const raw = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) raw[y * (width + 1) + 1 + x] = shade(x, y);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const parts = [chunk('IHDR', header), chunk('IDAT', deflateSync(raw)), chunk('IEND', Buffer.alloc(0))];
  return new Uint8Array(Buffer.concat([signature, ...parts]));
}

/** A sheet with lines where writing would be. */
export function drawPaper(page: number): Uint8Array<ArrayBuffer> {
  return drawPng(480, 680, (x, y) => {
    if (x < 30 || x > 450 || y < 30 || y > 650) return 246;
    const line = Math.floor(y / 24);
    const isInk = y % 24 > 9 && y % 24 < 14 && x < 300 + ((line * (37 + page)) % 150) && x % 53 > 6;
    return isInk ? 120 : 238;
  });
}

/** A stroke that goes up and down. */
export function drawSignature(): Uint8Array<ArrayBuffer> {
  return drawPng(360, 140, (x, y) => {
    const stroke = 70 + 40 * Math.sin(x / 17) * Math.cos(x / 61);
    return x > 30 && x < 330 && Math.abs(y - stroke) < 2.5 ? 30 : 255;
  });
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** ISO 3309, as PNG asks for it. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
