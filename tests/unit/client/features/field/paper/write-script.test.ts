import { describe, expect, it } from 'vitest';
import { countWords, MOST_WORDS } from '../../../../../../src/client/features/field/paper/radio/breaths.ts';
import {
  scriptAsText,
  writeScript,
} from '../../../../../../src/client/features/field/paper/radio/write-script.ts';
import { getCurrentProcedure, procedures } from '../../../../../../src/procedures/catalogue.ts';
import { vietnamese, vietnameseOf } from '../../../../../support/procedures/vietnamese.ts';

const t = vietnamese('paper');
const scriptOf = (id: string) => writeScript(getCurrentProcedure(id), 'Xã Pù Luông', t, vietnameseOf(id));

describe('the script for the loudspeakers', () => {
  it('says of a residence what a household must know, in the order in which it needs it', () => {
    const { opening, body } = scriptOf('permanent-residence');
    expect(opening).toEqual(['Xã Pù Luông xin gửi tới bà con một tin.']);
    const at = (sentence: string) => body.indexOf(sentence);
    const told = [
      'Đăng ký thường trú.',
      'Khi đi, bà con nhớ mang theo.',
      'Giấy tờ về chỗ ở hoặc quan hệ với chủ hộ.',
      'Có người phải mang thêm, tùy hoàn cảnh.',
      'Thứ nhất, ý kiến đồng ý của chủ hộ hoặc chủ nhà.',
      'Thời hạn là 7 ngày làm việc.',
      'Trường hợp: Nộp trực tiếp.',
      'Lệ phí là 20.000 đồng.',
      'Công an xã.',
    ];
    expect(told.map(at)).not.toContain(-1);
    expect(told.map(at)).toEqual([...told.map(at)].sort((a, b) => a - b));
  });

  it('says aloud what nobody has confirmed', () => {
    const { body } = scriptOf('permanent-residence');
    const limit = body.indexOf('Thời hạn là 7 ngày làm việc.');
    expect(body[limit + 1]).toBe('Điều này còn phải xác nhận với xã.');
  });

  it('says a clock as people say it', () => {
    expect(scriptOf('birth-registration').body).toContain('Nộp trước 15 giờ thì có kết quả trong ngày.');
  });

  it('is read twice, and copied as it is read', () => {
    const script = scriptOf('burial-support');
    const lines = scriptAsText(script).split('\n').filter(Boolean);
    const [first] = script.body;
    expect(lines.filter((line) => line === first)).toHaveLength(2);
    expect(lines[0]).toBe(script.opening[0]);
    expect(lines.at(-1)).toBe(script.closing.at(-1));
    expect(script.words).toBe(lines.reduce((sum, line) => sum + countWords(line), 0));
    expect(script.seconds).toBeGreaterThan((script.words / 150) * 60);
  });

  it.each([...new Set(procedures.map(({ id }) => id))])('of %s never asks for a longer breath', (id) => {
    const { opening, body, again, closing } = scriptOf(id);
    const lines = [...opening, ...body, ...again, ...closing];
    expect(lines.filter((line) => countWords(line) > MOST_WORDS)).toEqual([]);
    // A text key shows where a sentence is missing.
    expect(lines.filter((line) => /\w\.\w|\{\{/.test(line.replaceAll(/\d\.\d/g, '')))).toEqual([]);
  });
});
