import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BANKNOTES, notesFor } from '../../../../src/domain/money/banknotes.ts';
import { sayDong } from '../../../../src/domain/money/say-dong.ts';

const ONES = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];
const OTHER_ONES: Readonly<Record<string, number>> = { mốt: 1, tư: 4, lăm: 5, mười: 10 };
const SCALES: Readonly<Record<string, number>> = { nghìn: 1000, triệu: 1_000_000 };

/** Hears an amount word by word, as somebody who counts along would; knows nothing of how it is said. */
function hear(words: string): number {
  let whole = 0;
  let below = 0;
  let group = 0;
  let last = 0;
  const close = () => {
    group += last;
    last = 0;
  };
  for (const word of words.split(' ')) {
    const scale = SCALES[word];
    if (word === 'đồng') break;
    if (word === 'tỷ') {
      close();
      whole = (whole + below + group) * 1_000_000_000;
      below = 0;
      group = 0;
    } else if (scale !== undefined) {
      close();
      below += group * scale;
      group = 0;
    } else if (word === 'trăm') {
      group += last * 100;
      last = 0;
    } else if (word === 'mươi') {
      group += last * 10;
      last = 0;
    } else if (word !== 'linh') {
      close();
      last = OTHER_ONES[word] ?? ONES.indexOf(word);
    }
  }
  close();
  return whole + below + group;
}

describe('money in words', () => {
  it('is heard as the amount that was said', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.integer({ min: 0, max: 2_000_000 }),
          fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }),
        ),
        (dong) => hear(sayDong(dong)) === dong,
      ),
      { numRuns: 2000 },
    );
  });

  it('has only words of the language, single spaces, and its unit at the end', () => {
    const known = new Set([
      ...ONES,
      ...Object.keys(OTHER_ONES),
      ...Object.keys(SCALES),
      'tỷ',
      'trăm',
      'mươi',
      'linh',
      'đồng',
    ]);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }), (dong) => {
        const words = sayDong(dong).split(' ');
        expect(words.filter((word) => !known.has(word))).toEqual([]);
        expect(words.indexOf('đồng')).toBe(words.length - 1);
      }),
    );
  });
});

describe('notes for an amount', () => {
  it('make exactly the amount, and no fewer would', () => {
    const most = 2000;
    const fewest = [0];
    for (let thousands = 1; thousands <= most; thousands++)
      fewest[thousands] =
        1 +
        Math.min(
          ...BANKNOTES.filter((note) => note <= thousands * 1000).map(
            (note) => fewest[thousands - note / 1000] ?? 0,
          ),
        );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: most }), (thousands) => {
        const notes = notesFor(thousands * 1000) ?? [];
        expect(notes.reduce((sum, { note, count }) => sum + note * count, 0)).toBe(thousands * 1000);
        expect(notes.reduce((sum, { count }) => sum + count, 0)).toBe(fewest[thousands]);
      }),
      { numRuns: 500 },
    );
  });
});
