import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countWords,
  intoBreaths,
  MOST_WORDS,
} from '../../../../../../src/client/features/field/paper/radio/breaths.ts';

const wordsOf = (text: string) => text.toLocaleLowerCase('vi').match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];

describe('text taken apart for reading aloud', () => {
  it('keeps a short sentence as it is', () => {
    expect(intoBreaths('Mang theo giấy ủy quyền.')).toEqual(['Mang theo giấy ủy quyền.']);
    expect(intoBreaths('Có đồng ý không?')).toEqual(['Có đồng ý không?']);
  });

  it('breathes at a comma before it breathes at a word', () => {
    expect(
      intoBreaths(
        'Cho người khuyết tật, trẻ em không người nuôi, người già nghèo và người gặp khó khăn khác.',
      ),
    ).toEqual([
      'Cho người khuyết tật, trẻ em không người nuôi.',
      'Người già nghèo và người gặp khó khăn khác.',
    ]);
  });

  it('begins a new sentence with a joining word where there is no comma', () => {
    expect(intoBreaths('Bé dưới 6 tuổi thì nên làm gộp với nơi ở và thẻ bảo hiểm y tế.')).toEqual([
      'Bé dưới 6 tuổi thì nên làm gộp với nơi ở.',
      'Và thẻ bảo hiểm y tế.',
    ]);
  });

  it('leaves out what is for the eye: codes in brackets', () => {
    expect(intoBreaths('Đăng ký lại (1.004884), lần trước khai ở nơi khác')).toEqual([
      'Đăng ký lại, lần trước khai ở nơi khác.',
    ]);
  });

  it('never asks for a longer breath, and loses no word', () => {
    const word = fc.stringMatching(/^[abcdeghiklmnopqrstuvxyàáảãạăâđêếôốơờưữ]{1,7}$/u);
    const text = fc.array(fc.tuple(word, fc.constantFrom('', '', '', '', ',', '.', ';', '?')), {
      maxLength: 80,
    });
    fc.assert(
      fc.property(text, (parts) => {
        const written = parts.map(([one, mark]) => one + mark).join(' ');
        const breaths = intoBreaths(written);
        expect(breaths.every((one) => countWords(one) <= MOST_WORDS)).toBe(true);
        expect(breaths.flatMap(wordsOf)).toEqual(wordsOf(written));
      }),
      { verbose: true },
    );
  });
});
