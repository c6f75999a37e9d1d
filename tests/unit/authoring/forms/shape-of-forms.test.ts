import { describe, expect, it } from 'vitest';
import { day, fillForm } from '../../../support/authoring/fill-form.ts';

/* Groups in groups, each with a relevance of its own, questions before, between and after them. */
const nested = await fillForm({
  survey: `
    | type          | name    | label            | relevant              | appearance
    | text          | ten     | Họ tên?          |
    | select_one yn | land    | Có đất không?    |
    | begin group   | outer   | Đất đai          | \${land} = 'yes'
    | integer       | plots   | Mấy thửa?        |
    | begin group   | inner   | Thửa lớn         | \${plots} > 1         | field-list
    | decimal       | area    | Rộng bao nhiêu?  |
    | begin_group   | deepest | Giấy tờ          | \${area} >= 100.5
    | barcode       | code    | Mã trên giấy?    |
    | end_group     |
    | end group     |
    | geopoint      | where   | Đất ở đâu?       |
    | end group     |
    | image         | house   | Ảnh nhà          |
    | audio         | story   | Lời kể           |
  `,
  choices: `
    | list_name | name | label
    | yn | yes | Có
    | yn | no | Không
  `,
});

describe('groups in groups', () => {
  it.each([
    [{}, ['house', 'story']],
    [{ land: 'yes' }, ['plots', 'where', 'house', 'story']],
    [{ land: 'yes', plots: 2 }, ['plots', 'area', 'where', 'house', 'story']],
    [{ land: 'yes', plots: 2, area: 100.5 }, ['plots', 'area', 'code', 'where', 'house', 'story']],
    [{ land: 'no', plots: 2, area: 200 }, ['house', 'story']],
  ])('shows a group only inside of what shows it: %j', (answers, shown) => {
    expect(nested.asked(answers).filter((id) => !['ten', 'land'].includes(id))).toEqual(shown);
  });

  it('makes a step of each stretch of questions, under the titles of the groups around it', () => {
    expect(nested.definition.steps.map(({ id }) => id)).toEqual([
      'consents',
      'main',
      'outer',
      'inner',
      'deepest',
      'outer2',
      'main2',
      'read-back',
      'signature',
    ]);
    expect(nested.texts.vi).toMatchObject({
      steps: { deepest: { title: 'Đất đai: Thửa lớn: Giấy tờ' }, outer2: { title: 'Đất đai' } },
    });
  });

  it('carries places, codes, pictures and voices', () => {
    const types = nested.definition.steps.flatMap((step) => step.questions).map((one) => [one.id, one.type]);
    expect(types).toEqual(
      expect.arrayContaining([
        ['code', 'barcode'],
        ['where', 'location'],
        ['house', 'media'],
        ['story', 'media'],
      ]),
    );
  });
});

/* Three languages, one of them without a word for everything, and a default that names none. */
const spoken = await fillForm({
  survey: `
    | type          | name | label::Tiếng Việt (vi) | label::English (en) | label::Hmoob (hmn) | hint::English (en) | constraint | constraint_message::English (en) | constraint_message::Tiếng Việt (vi) | media::audio::Hmoob (hmn)
    | text          | ten  | Tên là gì?             | What is the name?   | Koj lub npe?       | As on the card     |            |                                  |                                     | npe.mp3
    | integer       | age  | Bao nhiêu tuổi?        | How old?            | Hnub nyoog?        |                    | . < 150    | Too old                          | Quá tuổi
    | select_one yn | ok   | Có được không?         | All right?          | Puas yog?
  `,
  choices: `
    | list_name | name | label::Tiếng Việt (vi) | label::English (en) | label::Hmoob (hmn)
    | yn        | yes  | Có                     | Yes                 | Yog
    | yn        | no   | Không                  | No                  | Tsis yog
  `,
  settings: `
    | form_title | default_language
    | Ba thứ tiếng | Tiếng Việt (vi)
  `,
});

describe('languages', () => {
  it('says each in the language of its column', () => {
    expect(spoken.texts).toMatchObject({
      vi: {
        name: 'Ba thứ tiếng',
        choices: { yn: { no: 'Không' } },
        reasons: { 'age-constraint': 'Quá tuổi' },
      },
      en: {
        questions: { ten: { label: 'What is the name?', hint: 'As on the card' } },
        reasons: { 'age-constraint': 'Too old' },
      },
      hmn: { questions: { age: { label: 'Hnub nyoog?' } }, choices: { yn: { yes: 'Yog' } } },
    });
  });

  it('names the voices that have to be recorded', () => {
    expect(spoken.report).toMatchObject([
      { severity: 'warning', row: 2, code: 'media-to-record', params: { file: 'npe.mp3', language: 'hmn' } },
    ]);
  });
});

/* What is proposed, what is only read, and what kind of number it is. */
const ready = await fillForm({
  survey: `
    | type            | name    | label         | default                | read_only | calculation           | required | parameters
    | text            | ten     | Họ tên?       |                        |           |                       | yes
    | text            | commune | Xã nào?       | Mường Lát              |
    | integer         | copies  | Mấy bản?      | 2                      |           |                       |          |
    | date            | on      | Ngày nào?     | today()                |
    | date            | fixed   | Hạn           | 2026-12-31             | yes
    | select_one yn   | ready   | Xong chưa?    | no                     |
    | select_multiple yn | some | Những gì?     | yes no                 |
    | decimal         | fee     | Lệ phí        |                        | yes       | \${copies} * 2.5
    | text            | told    | Đọc cho nghe  |                        | true()
    | range           | pain    | Đau mấy phần? |                        |           |                       |          | start=0 end=10 step=1
    | text            | again   | Tên lần nữa   | concat(\${ten}, '!')
  `,
  choices: `
    | list_name | name | label
    | yn | yes | Có
    | yn | no | Không
  `,
});

describe('defaults, and what is only read', () => {
  it.each([
    ['commune', 'Mường Lát'],
    ['copies', 2],
    ['on', day('2026-11-28')],
    ['ready', 'no'],
    ['some', ['yes', 'no']],
    ['again', 'Mai!'],
  ] as const)('proposes for %s: %j', (id, proposal) => {
    expect(ready.proposed(id, { ten: 'Mai' })).toEqual(proposal);
  });

  it('lets a read-only question follow from others, or only be read', () => {
    expect(ready.value('fee', { copies: 3 })).toBe(7.5);
    expect(ready.value('fixed', {})).toEqual(day('2026-12-31'));
    const types = ready.definition.steps.flatMap((step) => step.questions);
    expect(types.find(({ id }) => id === 'told')).toMatchObject({ type: 'note' });
    expect(ready.report.map(({ code }) => code)).toEqual(['note-with-answer']);
  });

  it('takes the ends of a range for the bounds of a number', () => {
    const pain = ready.definition.steps.flatMap((step) => step.questions).find(({ id }) => id === 'pain');
    expect(pain).toMatchObject({ type: 'number', min: 0, max: 10, integer: true });
  });
});
