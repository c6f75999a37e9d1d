import { describe, expect, it } from 'vitest';
import { fillForm } from '../../../support/authoring/fill-form.ts';

const cascade = await fillForm({
  survey: `
      | type                | name     | label        | choice_filter                                        | appearance
      | text                | ten      | Họ tên?      |
      | select_one province | province | Tỉnh nào?    |
      | select_one district | district | Huyện nào?   | province = \${province}                              | minimal
      | select_one commune  | commune  | Xã nào?      | district=\${district} and (kind != 'closed' or \${old} = 'yes')
      | select_one yn       | old      | Xã cũ?       |
    `,
  choices: `
      | list_name | name   | label     | province | district | kind
      | province  | 38     | Thanh Hóa |
      | province  | 40     | Nghệ An   |
      | district  | mlat   | Mường Lát | 38       |
      | district  | qhoa   | Quan Hóa  | 38       |
      | district  | kson   | Kỳ Sơn    | 40       |
      | commune   | muongly | Mường Lý |          | mlat     | open
      | commune   | tam     | Tam Chung |         | mlat     | closed
      | commune   | naloi   | Na Lọi   |          | kson     | open
      | yn        | yes    | Có        |
      | yn        | no     | Không     |
    `,
});

describe('a cascade of places', () => {
  it.each([
    ['before a province is chosen', {}, []],
    ['in Thanh Hóa', { province: '38' }, ['mlat', 'qhoa']],
    ['in Nghệ An', { province: '40' }, ['kson']],
  ])('offers the districts of the province: %s', (_, answers, offered) => {
    expect(cascade.offered('district', answers)).toEqual(offered);
  });

  it('names a filter that looks at a later question, and offers everything there', () => {
    expect(cascade.report).toMatchObject([
      {
        severity: 'error',
        sheet: 'survey',
        row: 5,
        column: 'choice_filter',
        code: 'later-question',
        params: { name: 'old' },
      },
    ]);
    expect(cascade.offered('commune', { province: '38', district: 'mlat' })).toBeUndefined();
  });

  it('makes a searchable list of what should be minimal', () => {
    const questions = cascade.definition.steps.flatMap((step) => step.questions);
    expect(questions.find(({ id }) => id === 'district')).toMatchObject({ appearance: 'list' });
    expect(questions.find(({ id }) => id === 'province')).toMatchObject({ appearance: 'buttons' });
  });
});

const several = await fillForm({
  survey: `
      | type                | name    | label            | relevant                                                        | constraint
      | text                | ten     | Họ tên?          |
      | select_multiple crop | crops  | Trồng gì?        |                                                                 | not(selected(., 'none') and count-selected(.) > 1)
      | integer             | rice_ha | Mấy sào lúa?     | selected(\${crops}, 'rice')
      | text                | which   | Cây khác là gì?  | selected(\${crops}, 'other') and not(selected(\${crops}, 'none'))
      | note                | many    | Trồng nhiều loại | count-selected(\${crops}) >= 3
      | note                | first   | Cây đầu là ngô   | selected-at(\${crops}, 0) = 'maize'
      | note                | nothing | Không trồng gì   | \${crops} = 'none' or string-length(\${crops}) = 0
    `,
  choices: `
      | list_name | name   | label
      | crop      | rice   | Lúa
      | crop      | maize  | Ngô
      | crop      | cassava | Sắn
      | crop      | other  | Cây khác
      | crop      | none   | Không trồng
    `,
});

describe('several answers at once', () => {
  it.each([
    [[], ['nothing']],
    [['rice'], ['riceHa']],
    [
      ['maize', 'rice'],
      ['riceHa', 'first'],
    ],
    [
      ['rice', 'maize', 'other'],
      ['riceHa', 'which', 'many'],
    ],
    [['other', 'none'], []],
    [['none'], ['nothing']],
  ])('shows what each selection asks for: %j', (crops, shown) => {
    expect(several.asked({ crops }).filter((id) => !['ten', 'crops'].includes(id))).toEqual(shown);
  });

  it.each([
    [['none'], []],
    [['rice', 'maize'], []],
    [['none', 'rice'], ['crops']],
    [[], []],
  ])('holds a selection to its constraint: %j', (crops, wrong) => {
    expect(several.wrong({ crops })).toEqual(wrong);
  });
});

const villages = Array.from({ length: 300 }, (_, at) => `| village | v${at} | Bản ${at} | Village ${at}`);
const own = await fillForm({
  survey: `
      | type                           | name    | label::Tiếng Việt (vi) | label::English (en)   | relevant
      | text                           | ten     | Họ tên?                | Name?                 |
      | select_one water or_other      | water   | Nước lấy ở đâu?        | Where from is water?  |
      | select_multiple water or_other | waters  | Còn ở đâu nữa?         | Where else?           | \${water} != 'other'
      | select_one village             | village | Ở bản nào?             | Which village?        |
    `,
  choices: `
      | list_name | name   | label::Tiếng Việt (vi) | label::English (en)
      | water     | well   | Giếng                  | Well
      | water     | stream | Suối                   | Stream
      ${villages.join('\n')}
    `,
});

describe('a word of one’s own, and long lists', () => {
  it('asks which other one it is, of one choice and of several', () => {
    expect(own.asked({ water: 'well' })).not.toContain('waterOther');
    expect(own.asked({ water: 'other' })).toContain('waterOther');
    expect(own.asked({ waters: ['well', 'other'] })).toContain('watersOther');
    expect(own.texts).toMatchObject({
      vi: { choices: { water: { other: 'Khác' } } },
      en: { choices: { water: { other: 'Other' } } },
    });
  });

  it('keeps a list of three hundred villages, to be searched in', () => {
    const village = own.definition.steps.flatMap((step) => step.questions).find(({ id }) => id === 'village');
    expect(village).toMatchObject({ appearance: 'list' });
    expect(village !== undefined && 'options' in village ? village.options : []).toHaveLength(300);
    expect(own.texts.en).toMatchObject({ choices: { village: { v299: 'Village 299' } } });
  });
});
