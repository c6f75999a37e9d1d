import { describe, expect, it } from 'vitest';
import { foldText } from '../../../../src/domain/citizen/fold.ts';
import { parseName } from '../../../../src/domain/citizen/name.ts';

describe('a name', () => {
  it.each([
    'Vi',
    'Y Phôn',
    'Hà Thị H’Lan',
    "H' Hen Niê",
    'Bùi-Trương A',
    'Nguyễn Phúc Bửu Hội Thị Mai',
    'Ksor Ơn',
  ])('%s is kept as written', (name) => {
    expect(parseName(name)).toMatchObject({ kind: 'name', value: name.normalize('NFC') });
  });

  it('is stored in NFC with single spaces', () => {
    expect(parseName(`  ${'Lò Thị Mẩy'.normalize('NFD')}   A `)).toEqual({
      kind: 'name',
      value: 'Lò Thị Mẩy A'.normalize('NFC'),
      words: ['Lò', 'Thị', 'Mẩy', 'A'],
    });
  });

  it('may be longer than sixty letters', () => {
    expect(parseName(`${'a'.repeat(40)} ${'b'.repeat(40)}`).kind).toBe('name');
  });

  it('is refused only for what no name has', () => {
    expect(parseName('   ')).toEqual({ kind: 'empty' });
    expect(parseName('Lò Thị 2')).toEqual({ kind: 'wrong-character', character: '2' });
    expect(parseName('Lò|Thị')).toEqual({ kind: 'wrong-character', character: '|' });
    expect(parseName('- -')).toEqual({ kind: 'wrong-character', character: '-' });
    expect(parseName('a b c d e f g')).toEqual({ kind: 'too-many-words' });
    expect(parseName('a'.repeat(121))).toEqual({ kind: 'too-long' });
  });
});

describe('folding', () => {
  it('makes spellings of one text equal, however the keyboard places its marks', () => {
    expect(foldText('Hoà Bình')).toBe('hoa binh');
    expect(foldText('Hòa  Bình ')).toBe('hoa binh');
    expect(foldText('ĐỖ Thị THUÝ'.normalize('NFD'))).toBe('do thi thuy');
    expect(foldText('Pù Luông')).toBe(foldText('pu luong'));
  });

  it('keeps different letters apart', () => {
    expect(foldText('Mường')).not.toBe(foldText('Mông'));
  });
});
