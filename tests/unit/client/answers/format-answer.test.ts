import i18next from 'i18next';
import { describe, expect, it } from 'vitest';
import en from '../../../../locales/en/answers.json' with { type: 'json' };
import vi from '../../../../locales/vi/answers.json' with { type: 'json' };
import { formatAnswer, type PlaceNames } from '../../../../src/client/answers/format-answer.ts';
import type { AnswerValue } from '../../../../src/domain/procedure/contract/answers.ts';
import { Question } from '../../../../src/domain/procedure/definition.ts';

const texts = i18next.createInstance();
await texts.init({
  lng: 'vi',
  resources: {
    vi: {
      answers: vi,
      form: {
        choices: { sex: { female: 'Nữ' }, help: { read: 'Đọc', write: 'Viết' } },
        papers: { birthNote: { name: 'Giấy chứng sinh' } },
      },
    },
    en: { answers: en, form: {} },
  },
  interpolation: { escapeValue: false },
});

const places: PlaceNames = {
  province: (code) => (code === '38' ? 'Thanh Hóa' : undefined),
  commune: (code) => (code === '14956' ? 'Xã Pù Luông' : undefined),
  country: (code) => (code === 'LA' ? 'Lào' : undefined),
};

const say = (question: object, value: AnswerValue | undefined, language = 'vi') => {
  const t = texts.getFixedT(language, ['form', 'answers']);
  return formatAnswer(
    Question.parse({ id: 'child.fact', ...question }),
    value,
    (key, params) => String(t(key, { ...params })),
    places,
  );
};

describe('an answer in plain words', () => {
  it('keeps an unknown day and month unknown', () => {
    expect(say({ type: 'date' }, { year: 1968 })).toBe('năm 1968');
    expect(say({ type: 'date' }, { year: 1968, month: 3 })).toBe('tháng 03/1968');
    expect(say({ type: 'date' }, { year: 1968, month: 3, day: 9 })).toBe('09/03/1968');
    expect(say({ type: 'date' }, { year: 1968, month: 3, day: 9 }, 'en')).toBe('09/03/1968');
  });

  it('tells "not known" from "not answered"', () => {
    expect(say({ type: 'name' }, { unknown: true })).toBe('không biết');
    expect(say({ type: 'name' }, undefined)).toBe('chưa trả lời');
  });

  it('reads a choice by its list, whatever the question is called', () => {
    const options = [{ value: 'female' }, { value: 'male' }];
    expect(say({ type: 'choice', list: 'sex', options }, 'female')).toBe('Nữ');
    expect(
      say({ type: 'choices', list: 'help', options: [{ value: 'read' }, { value: 'write' }] }, [
        'read',
        'write',
      ]),
    ).toBe('Đọc; Viết');
    expect(say({ type: 'choices', list: 'help', options: [{ value: 'read' }, { value: 'write' }] }, [])).toBe(
      'không có',
    );
  });

  it('writes a place from the house up and shows a code it cannot name', () => {
    expect(say({ type: 'place' }, { province: '38', commune: '14956', village: 'Bản Đôn' })).toBe(
      'Bản Đôn, Xã Pù Luông, Thanh Hóa',
    );
    expect(say({ type: 'place' }, { province: '11', commune: '03127' })).toBe('03127, 11');
    expect(say({ type: 'place' }, { country: 'LA', detail: 'Sầm Nưa' })).toBe('Sầm Nưa, Lào');
  });

  it('says what was done about a paper, with the number of photos', () => {
    const attachments = ['019ab000-0000-7000-8000-000000000001', '019ab000-0000-7000-8000-000000000002'];
    expect(
      say(
        { type: 'document', document: 'birthNote' },
        { alternative: 'birthNote', attachments, paper: 'photographed' },
      ),
    ).toBe('Giấy chứng sinh · đã chụp 2 ảnh');
    expect(
      say({ type: 'document', document: 'birthNote' }, { attachments: [], paper: 'at-home' }, 'en'),
    ).toBe('paper is at home');
    expect(
      say(
        { type: 'document', document: 'birthNote' },
        { attachments: attachments.slice(1), paper: 'photographed' },
        'en',
      ),
    ).toBe('1 photo taken');
  });

  it('does not show a value of the wrong shape as if it were an answer', () => {
    expect(say({ type: 'date' }, 'hôm qua')).toBe('không đọc được câu trả lời này');
    expect(say({ type: 'name' }, 12)).toBe('không đọc được câu trả lời này');
  });

  it('groups a ten-digit phone number and leaves any other as it was said', () => {
    expect(say({ type: 'phone' }, '0912345678')).toBe('0912 345 678');
    expect(say({ type: 'phone' }, '+84 912 345')).toBe('+84 912 345');
  });
});
