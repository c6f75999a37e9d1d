import { describe, expect, it } from 'vitest';
import { day, fillForm } from '../../../support/authoring/fill-form.ts';

const skips = await fillForm({
  survey: `
      | type          | name     | label          | relevant                                            | required
      | text          | ten      | Họ tên?        |                                                     | yes
      | select_one yn | works    | Có đi làm?     |                                                     | true()
      | select_one job | job     | Làm nghề gì?   | \${works} = 'yes'                                   | yes
      | integer       | wage     | Lương bao nhiêu? | \${job} = 'factory' or \${job} = 'office'         | \${job} = 'office'
      | text          | boss     | Ai là chủ?     | \${wage} > 0 and \${wage} < 5000000
      | text          | plans    | Định làm gì?   | not(\${works} = 'yes')
      | text          | both     | Còn gì nữa?    | (\${works} = 'no' and \${plans} != '') or (\${works} = 'yes' and \${boss} != '')
    `,
  choices: `
      | list_name | name    | label
      | yn        | yes     | Có
      | yn        | no      | Không
      | job       | farm    | Làm ruộng
      | job       | factory | Công nhân
      | job       | office  | Văn phòng
    `,
});

describe('a chain of skips', () => {
  it.each([
    // Where nothing is answered, "not working" is true in a spreadsheet.
    [{}, ['plans']],
    [{ works: 'no' }, ['plans']],
    [{ works: 'no', plans: 'Nuôi bò' }, ['plans', 'both']],
    [{ works: 'yes' }, ['job']],
    [{ works: 'yes', job: 'farm', wage: 10 }, ['job']],
    [{ works: 'yes', job: 'factory' }, ['job', 'wage']],
    [{ works: 'yes', job: 'factory', wage: 4_000_000 }, ['job', 'wage', 'boss']],
    [{ works: 'yes', job: 'office', wage: 5_000_000, boss: 'Tám' }, ['job', 'wage']],
    [{ works: 'yes', job: 'office', wage: 4_999_999, boss: 'Tám' }, ['job', 'wage', 'boss', 'both']],
    // A hidden answer decides nothing, neither here nor there.
    [{ works: 'no', job: 'office', wage: 1, boss: 'Tám' }, ['plans']],
  ])('shows what the sheet shows: %j', (answers, shown) => {
    expect(skips.asked(answers).filter((id) => !['ten', 'works'].includes(id))).toEqual(shown);
  });

  it.each([
    [{}, ['ten', 'works']],
    [{ ten: 'Mai', works: 'yes', job: 'factory' }, []],
    [{ ten: 'Mai', works: 'yes', job: 'office' }, ['wage']],
  ])('requires what the sheet requires: %j', (answers, missing) => {
    expect(skips.missing(answers)).toEqual(missing);
  });
});

const checks = await fillForm({
  survey: `
      | type    | name   | label         | constraint                                                      | constraint_message
      | text    | ten    | Họ tên?       | string-length(.) >= 2 and not(contains(., '  '))                | Ghi đủ họ tên.
      | text    | phone  | Số điện thoại? | regex(., '^0[0-9]{9}$')                                        | Mười số.
      | text    | code   | Mã?           | regex(., '[A-Z]{2}(-[0-9]+){1,2}') and starts-with(., 'TH')     | Mã chưa đúng.
      | date    | begun  | Bắt đầu?      | . >= date('2020-01-01') and . <= today()                        | Từ năm 2020.
      | date    | ended  | Kết thúc?     | . >= \${begun} and . - \${begun} <= 365                          | Trong một năm.
      | time    | at     | Mấy giờ?      | . >= '06:00'                                                    | Sau 6 giờ.
      | decimal | weight | Cân nặng?     | . > 0.5 and . < 250.25                                          | Cân lại.
      | integer | even   | Số chẵn?      | . mod 2 = 0 and . != -4                                         | Số chẵn.
      | integer | cheap  | Ít hơn?       | . <= \${even} * 2 - 1                                           | Ít hơn.
    `,
});

describe('constraints of every kind', () => {
  it.each([
    ['ten', 'A', true],
    ['ten', 'An', false],
    ['ten', 'An  Bình', true],
    ['phone', '0912345678', false],
    ['phone', '09123', true],
    ['code', 'TH-12', false],
    ['code', 'TH-12-7', false],
    ['code', 'NA-12', true],
    ['code', 'TH', true],
    ['begun', day('2019-12-31'), true],
    ['begun', day('2020-01-01'), false],
    ['begun', day('2026-11-29'), true],
    ['weight', 0.5, true],
    ['weight', 0.51, false],
    ['weight', 250.25, true],
    ['even', 3, true],
    ['even', 8, false],
    ['even', -4, true],
  ] as const)('%s: %j is wrong: %s', (id, answer, isWrong) => {
    expect(checks.wrong({ [id]: answer })).toEqual(isWrong ? [id] : []);
  });

  it.each([
    ['on the day', '2024-05-01', false],
    ['a day before', '2024-04-30', true],
    ['a year after', '2025-05-01', false],
    ['a year and a day after', '2025-05-02', true],
  ])('compares two dates: %s', (_, ended, isWrong) => {
    expect(checks.wrong({ begun: day('2024-05-01'), ended: day(ended) })).toEqual(isWrong ? ['ended'] : []);
  });

  it.each([
    [15, []],
    [16, ['cheap']],
  ])('compares with a calculation over another answer: %i', (cheap, wrong) => {
    expect(checks.wrong({ even: 8, cheap })).toEqual(wrong);
  });

  it('is silent where nothing is answered, and says the message of the sheet', () => {
    expect(checks.wrong({})).toEqual([]);
    expect(checks.texts.vi).toMatchObject({ reasons: { 'phone-constraint': 'Mười số.' } });
  });
});
