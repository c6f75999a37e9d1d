import { crc32, deflateSync } from 'node:zlib';

/** A PNG of coloured noise: stands for a photographed paper, and no two seeds look alike. Labelled as test material by its look. */
export function makePicture(seed: number, width = 640, height = 480): Buffer {
  const rows = Buffer.alloc((width * 3 + 1) * height);
  let state = seed * 2654435761 + 1;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      const at = y * (width * 3 + 1) + 1 + x * 3;
      rows[at] = (x * 3 + seed * 40) & 255;
      rows[at + 1] = (y * 2 + (state >>> 28)) & 255;
      rows[at + 2] = (state >>> 24) & 255;
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  framed.set(body, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
