import { describe, expect, it } from 'vitest';
import { findProcedures } from '../../../../src/domain/finding/find-procedures.ts';

const birth = {
  name: 'Đăng ký khai sinh',
  purpose: 'Để bé có giấy khai sinh và số định danh.',
  keywords: 'sinh con, đẻ, em bé, làm giấy cho con',
};
const copy = {
  name: 'Cấp bản sao trích lục hộ tịch',
  purpose: 'Để có bản sao giấy khai sinh, kết hôn hoặc khai tử.',
  keywords: 'mất giấy khai sinh, xin lại giấy, trích lục',
};
const pension = {
  name: 'Trợ cấp hưu trí xã hội',
  purpose: 'Để người già có tiền hằng tháng.',
  keywords: 'người già, ông bà, tiền già, trợ cấp',
};
const all = [birth, copy, pension];

describe('finding what a family needs', () => {
  it('does not ask for accents', () => {
    expect(findProcedures('nguoi gia', all)).toEqual([pension]);
    expect(findProcedures('Người Già', all)).toEqual([pension]);
  });

  it('finds what is called so before what only mentions it', () => {
    expect(findProcedures('khai sinh', all)).toEqual([birth, copy]);
  });

  it('finds by everyday words that stand together', () => {
    expect(findProcedures('mất giấy', all)).toEqual([copy]);
    expect(findProcedures('em be', all)).toEqual([birth]);
  });

  it('finds while a word is still being typed, from its beginning', () => {
    expect(findProcedures('tri', all)).toEqual([copy, pension]);
    expect(findProcedures('inh', all)).toEqual([]);
  });

  it('needs every word', () => {
    expect(findProcedures('khai sinh trâu', all)).toEqual([]);
  });

  it('finds by a name written out with its commas', () => {
    expect(findProcedures('sinh con, đẻ', all)).toEqual([birth]);
  });

  it('finds nothing for nothing, and is not confused by signs', () => {
    expect(findProcedures('   ', all)).toEqual([]);
    expect(findProcedures('(.*)+$', all)).toEqual([]);
  });
});
