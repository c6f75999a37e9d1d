import { closeSync, openSync, writeSync } from 'node:fs';

const WIDTH = 640;
const HEIGHT = 480;
/** Of each code: a camera sees some more than once. */
const TIMES = 3;
const PAPER = 226;
const INK = 34;

/**
 * A y4m film of codes held before a camera, one after another: dark grey on light grey, with noise, never quite in the middle.
 * The noise follows from its place, so the film is the same each time.
 */
export function filmCodes(path: string, codes: readonly boolean[][][]): void {
  const file = openSync(path, 'w');
  const grey = Buffer.alloc((WIDTH * HEIGHT) / 2, 128);
  writeSync(file, `YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420jpeg\n`);
  for (const [index, code] of codes.entries()) {
    for (let time = 0; time < TIMES; time++) {
      writeSync(file, 'FRAME\n');
      writeSync(file, pictureOf(code, index * TIMES + time));
      writeSync(file, grey);
    }
  }
  closeSync(file);
}

function pictureOf(code: readonly boolean[][], seed: number): Buffer {
  const picture = Buffer.alloc(WIDTH * HEIGHT);
  const module = Math.floor((HEIGHT - 8) / code.length);
  const left = Math.floor((WIDTH - module * code.length) / 2) + (seed % 7) * 3;
  const top = Math.floor((HEIGHT - module * code.length) / 2);
  let noise = seed + 1;
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) {
      noise = (Math.imul(noise, 1_664_525) + 1_013_904_223) >>> 0;
      const isDark = code[Math.floor((y - top) / module)]?.[Math.floor((x - left) / module)] === true;
      picture[y * WIDTH + x] = (isDark ? INK : PAPER) + (noise >>> 28);
    }
  }
  return picture;
}
