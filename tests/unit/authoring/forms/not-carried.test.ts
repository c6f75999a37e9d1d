import { describe, expect, it } from 'vitest';
import { importXlsForm } from '../../../../src/authoring/xlsform/import/import-form.ts';
import { sayReport } from '../../../../src/authoring/xlsform/say-report.ts';
import { fillForm } from '../../../support/authoring/fill-form.ts';
import { makeForm } from '../../../support/authoring/make-form.ts';

/* A form from another country's toolbox: half of it has no place here, and each such thing is named. */
const foreign = await fillForm({
  survey: `
    | type                    | name      | label          | relevant                          | calculation                     | constraint           | appearance | required_message | trigger | choice_filter | guidance_hint | read_only
    | start                   | start     |
    | deviceid                | device    |
    | text                    | ten       | Họ tên?        |
    | rank crop               | ranked    | Xếp hạng       |
    | geotrace                | path      | Đường đi       |
    | xml-external            | codes     |
    | select_one_from_file x.csv | file   | Chọn           |
    | video                   | film      | Quay phim      |
    | acknowledge             | agree     | Đồng ý         |
    | calculate               | pulled    |                |                                   | pulldata('x', 'a', 'b', \${ten})
    | calculate               | chosen    |                |                                   | jr:choice-name(\${crop}, '\${crop}')
    | calculate               | rnd       |                |                                   | random() * 10
    | select_one crop         | crop      | Cây gì?        |                                   |                                 |                      | likert
    | select_one nowhere      | lost      | Danh sách nào? |
    | integer                 | number    | Mấy?           | \${ranked} = 'a'                  |
    | integer                 | later     | Sau?           | \${after} > 1
    | integer                 | after     | Trước?         | /data/number > 1                  |                                 | . > 0 and            |            | Phải trả lời.
    | text                    | what      | Gì?            | \${nobody} = 1                    |                                 | regex(., '(a')       |            |                  | \${ten} |               | Cho cán bộ
    | begin repeat            | outer     | Ngoài          |
    | text                    | one       | Một?           |
    | begin repeat            | inner     | Trong          |
    | text                    | two       | Hai?           |
    | end repeat              |
    | end repeat              |
    | calculate               | count2    |                |                                   | count(\${two})
    | note                    | stamp     | Bây giờ        | now() > '2020-01-01'
    | image                   | pic       | Ảnh            |                                   | 'x'
    | text                    |           | Không tên      |
    | integer                 | age       |                |
    | end group               |
  `,
  choices: `
    | list_name | name  | label | media::image
    | crop      | rice  | Lúa   | rice.jpg
    | crop      | mai ze | Ngô  |
    | crop      | rice  | Lúa nữa |
    | crop      | __proto__ | Gì |
    | crop      | other | Khác
  `,
  settings: `
    | form_title | style | public_key | version
    | Nước ngoài | pages | MIIB       | v2.1-beta
  `,
});

/** Sheet, row, column and code of each line, errors marked. */
const lines = foreign.report.map(
  ({ severity, sheet, row, column, code }) =>
    `${severity === 'error' ? '! ' : ''}${sheet} ${row} ${column}: ${code}`,
);

describe('a form with parts that have no place here', () => {
  it('carries the rest', () => {
    expect(foreign.asked({ ten: 'Mai', outerCount: 1 })).toEqual(
      expect.arrayContaining([
        'ten',
        'crop',
        'number',
        'later',
        'after',
        'what',
        'outerCount',
        'one.1',
        'stamp',
        'pic',
        'age',
      ]),
    );
    for (const gone of ['ranked', 'path', 'file', 'film', 'agree', 'lost', 'two.1'])
      expect(foreign.asked({ outerCount: 1 })).not.toContain(gone);
  });

  it.each([
    'survey 2 type: metadata',
    'survey 3 type: metadata',
    '! survey 5 type: type-not-supported',
    '! survey 6 type: type-not-supported',
    '! survey 7 type: type-not-supported',
    '! survey 8 type: type-not-supported',
    '! survey 9 type: type-not-supported',
    '! survey 10 type: type-not-supported',
    '! survey 11 calculation: expression-unsupported-function',
    '! survey 12 calculation: expression-unsupported-function',
    '! survey 13 calculation: expression-unsupported-function',
    'survey 14 appearance: appearance',
    '! survey 15 type: choice-list-empty',
    '! survey 16 relevant: expression-question-not-carried',
    '! survey 17 relevant: later-question',
    '! survey 18 relevant: expression-path',
    '! survey 18 constraint: expression-unexpected',
    'survey 18 required_message: column',
    '! survey 19 relevant: expression-unknown-question',
    '! survey 19 constraint: pattern-not-readable',
    'survey 19 trigger: column',
    'survey 19 guidance_hint: column',
    '! survey 22 type: repeat-in-repeat',
    '! survey 23 type: type-not-supported',
    '! survey 26 calculation: expression-question-not-carried',
    'survey 27 relevant: differs-now-is-today',
    '! survey 28 calculation: proposal-not-carried',
    '! survey 29 name: name-missing',
    'survey 30 label: no-label',
    '! survey 31 type: end-without-begin',
    'choices 2 media: media-to-record',
    '! choices 3 name: choice-value-blank',
    '! choices 4 name: choice-twice',
    '! choices 5 name: choice-value-reserved',
    'settings 2 style: setting',
    'settings 2 public_key: setting',
    'settings 2 version: version-not-whole',
  ])('names %s', (line) => {
    expect(lines).toContain(line);
  });

  it('says every line in both languages, with nothing left open', () => {
    for (const language of ['vi', 'en'] as const)
      for (const { message } of sayReport(foreign.report, language)) {
        expect(message).toMatch(/^(now\(\)|\p{Lu}|“).*[.?]$/u);
        expect(message).not.toMatch(/\{\{|^(report|expression)-/);
      }
  });
});

/* As spreadsheets of ten years ago wrote it, with the quotes that a word processor makes of straight ones. */
const old = await fillForm({
  survey: `
    | Type           | Name  | Label       | Relevance          | Constraint Message | bind::constraint | bind::required
    | text           | ten   | Họ tên?     |                    |                    |                  | yes
    | select one yn  | ok    | Được không? |
    | select multiple yn | oks | Được gì?  | \${ok} = ‘yes’
    | int            | n     | Mấy?        | \${ok}=“no”        | Ít thôi.           | .<10
  `,
  choices: `
    | list name | name | label
    | yn | yes | Có
    | yn | no | Không
  `,
});

describe('a form in old spelling', () => {
  it.each([
    [{ ok: 'yes' }, ['ten', 'ok', 'oks']],
    [{ ok: 'no' }, ['ten', 'ok', 'n']],
  ])('is read as the same: %j', (answers, asked) => {
    expect(old.asked(answers)).toEqual(asked);
    expect(old.report).toEqual([]);
  });

  it('keeps its constraints and what it requires', () => {
    expect(old.wrong({ ok: 'no', n: 10 })).toEqual(['n']);
    expect(old.missing({})).toEqual(['ten']);
    expect(old.texts.vi).toMatchObject({ reasons: { 'n-constraint': 'Ít thôi.' } });
  });
});

describe('a form without a Vietnamese word', () => {
  it('is carried over, and cannot be published as it is', async () => {
    const bytes = await makeForm({ survey: '| type | name | label::English (en)\n| text | n | Name?' });
    const imported = await importXlsForm(bytes, { fileName: 'english.xlsx' });
    expect(imported).toMatchObject({
      kind: 'imported',
      declaration: { id: 'english' },
      texts: { en: { questions: { n: { label: 'Name?' } } } },
      report: [{ severity: 'error', code: 'no-vietnamese' }],
    });
  });
});

/* Found by forms that nobody would write (`tests/properties/authoring/any-form.test.ts`). */
const odd = await fillForm({
  survey: `
    | type         | name  | label    | constraint        | relevant       | repeat_count
    | note         |       |          |                   | 1 = 1
    | text         | ten   | Họ tên?  | . != \${gone}     |
    | rank l       | gone  | Xếp hạng |
    | begin repeat | times | Lần      |                   |                | position(..)
    | text         | what  | Gì?      |
    | end repeat   |
  `,
});

describe('an odd form', () => {
  it('gives a note without name and label something to say', () => {
    expect(odd.texts.vi).toMatchObject({ questions: { note2: { label: 'note2' } } });
  });

  it.each([
    [
      'a constraint that needs a question left out further down',
      3,
      'constraint',
      'expression-question-not-carried',
    ],
    ['a position where nothing is repeated yet', 5, 'repeat_count', 'expression-position-outside'],
  ])('names %s', (_, row, column, code) => {
    expect(odd.report).toContainEqual(expect.objectContaining({ severity: 'error', row, column, code }));
  });
});
