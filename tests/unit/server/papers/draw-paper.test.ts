import { describe, expect, it } from 'vitest';
import { drawPaper } from '../../../../src/server/papers/draw/draw-paper.ts';
import { inLettersOf } from '../../../../src/server/papers/draw/letters.ts';
import { collect, lettersOf, openDocument } from '../../../../src/server/papers/draw/paper-document.ts';
import type { PaperText, Sheet } from '../../../../src/server/papers/facts/sheet.ts';
import { hasPoppler, pdfText } from '../../../support/pdf/poppler.ts';

const AT = new Date('2026-11-27T03:00:00Z');

function sheetOf(mark: string, blocks: Sheet['blocks']): Sheet {
  return {
    authority: 'Ủy ban nhân dân Xã Pù Luông',
    unit: 'Bộ phận Tiếp nhận và Trả kết quả',
    marks: ['Mã hồ sơ: H56-1', mark],
    placeAndDay: null,
    title: 'Giấy thử',
    form: 'Mẫu thử',
    unconfirmed: null,
    blocks,
    signers: [],
    qr: null,
  };
}

function paperOf(...sheets: readonly Sheet[]): PaperText {
  return { title: 'Giấy thử', language: 'vi', foot: ['Ký số'], pageOf: 'Trang {{page}}/{{pages}}', sheets };
}

describe('letters of a paper', () => {
  const hasLetter = lettersOf(openDocument('t', 'vi', AT));
  const write = (text: string) => inLettersOf(hasLetter, { ...paperOf(), foot: [text] }).foot[0];

  it('leave a name as it is, composed where it came in parts', () => {
    const name = 'Nguyễn Thị Ỷ Ưỡng Đặng “Hơ’ Č” – 5.000 ₫';
    expect(write(name)).toBe(name);
    expect(write(name.normalize('NFD'))).toBe(name);
  });

  it.each([
    ['H Bŭ Niê Kđăm Ŏ', 'H Bu\u0306 Niê Kđăm O\u0306'],
    ['Hʼ Lan số № 5', 'H’ Lan số No 5'],
    ['một\u200b hai\u202fba\tbốn\nnăm', 'một hai ba bốn\nnăm'],
    ['chữ ꪹ và ƀ', 'chữ ? và ?'],
  ])('lose nothing in silence: %s', (text, said) => {
    expect(write(text)).toBe(said);
    expect([...said].filter((sign) => sign !== '\n' && !hasLetter(sign.codePointAt(0) ?? 0))).toEqual([]);
  });
});

describe.skipIf(!hasPoppler)('the foot of a page', () => {
  const textOf = async (paper: PaperText) => pdfText(await collect(drawPaper(paper, AT)));

  it('counts the pages of each sheet by itself: who has one copy misses no page', async () => {
    const text = await textOf(paperOf(sheetOf('Liên 1', []), sheetOf('Liên 2', [])));
    expect(text.match(/Trang \d\/\d/g)).toEqual(['Trang 1/1', 'Trang 1/1']);
  });

  it('says on a page that a sheet runs over to whose it is', async () => {
    const items = Array.from({ length: 60 }, (_, index) => `Giấy số ${index}`);
    const text = await textOf(paperOf(sheetOf('Liên 1', []), sheetOf('Liên 2', [{ kind: 'list', items }])));
    expect(text.match(/(Mã hồ sơ: H56-1 · Liên 2 · )?Trang \d\/\d/g)).toEqual([
      'Trang 1/1',
      'Trang 1/2',
      'Mã hồ sơ: H56-1 · Liên 2 · Trang 2/2',
    ]);
  });
});
