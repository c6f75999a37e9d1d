import { describe, expect, it } from 'vitest';
import { notesFor } from '../../../../src/domain/money/banknotes.ts';
import { sayDong } from '../../../../src/domain/money/say-dong.ts';

describe('an amount as people say it', () => {
  it.each([
    [0, 'không đồng'],
    [2000, 'hai nghìn đồng'],
    [7000, 'bảy nghìn đồng'],
    [10_000, 'mười nghìn đồng'],
    [15_000, 'mười lăm nghìn đồng'],
    [20_000, 'hai mươi nghìn đồng'],
    [21_000, 'hai mươi mốt nghìn đồng'],
    [24_000, 'hai mươi tư nghìn đồng'],
    [11_000, 'mười một nghìn đồng'],
    [14_000, 'mười bốn nghìn đồng'],
    [105_000, 'một trăm linh năm nghìn đồng'],
    [110_500, 'một trăm mười nghìn năm trăm đồng'],
    [540_000, 'năm trăm bốn mươi nghìn đồng'],
    [1_005_000, 'một triệu không trăm linh năm nghìn đồng'],
    [2_000_050, 'hai triệu không trăm năm mươi đồng'],
    [3_000_000_000, 'ba tỷ đồng'],
    [1_000_000_000_001, 'một nghìn tỷ không trăm linh một đồng'],
  ])('%i is "%s"', (dong, words) => {
    expect(sayDong(dong)).toBe(words);
  });

  it.each([-1, 0.5, Number.NaN, 2 ** 60])('%d is no amount', (dong) => {
    expect(() => sayDong(dong)).toThrow(RangeError);
  });
});

describe('the notes that make an amount', () => {
  it('is one note of twenty thousand, or several of several kinds', () => {
    expect(notesFor(20_000)).toEqual([{ note: 20_000, count: 1 }]);
    expect(notesFor(7000)).toEqual([
      { note: 5000, count: 1 },
      { note: 2000, count: 1 },
    ]);
    expect(notesFor(48_000)).toEqual([
      { note: 20_000, count: 2 },
      { note: 5000, count: 1 },
      { note: 2000, count: 1 },
      { note: 1000, count: 1 },
    ]);
  });

  it('is nothing where notes cannot make it', () => {
    expect(notesFor(0)).toBeUndefined();
    expect(notesFor(1500)).toBeUndefined();
  });
});
