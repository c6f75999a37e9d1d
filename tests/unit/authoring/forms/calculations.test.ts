import { describe, expect, it } from 'vitest';
import { day, fillForm } from '../../../support/authoring/fill-form.ts';

/* A clinic's sheet: what follows from what, with dates, decimals, texts and words of yes and no. */
const clinic = await fillForm({
  survey: `
    | type      | name     | label        | calculation                                                          | relevant
    | text      | ten      | Họ tên?      |
    | date      | dob      | Ngày sinh?   |
    | decimal   | kg       | Cân nặng?    |
    | decimal   | m        | Chiều cao?   |
    | calculate | age      |              | int((today() - \${dob}) div 365.25)
    | calculate | bmi      |              | round(\${kg} div (\${m} * \${m}), 1)
    | calculate | band     |              | if(\${bmi} < 18.5, 'thin', if(\${bmi} < 25, 'usual', 'heavy'))
    | calculate | adult    |              | \${age} >= 18
    | calculate | due      |              | format-date(date(decimal-date-time(\${dob}) + 280), '%d/%m/%Y')
    | calculate | initials |              | concat(substr(\${ten}, 0, 1), '.', string-length(\${ten}))
    | calculate | safe     |              | coalesce(\${kg}, 0) + coalesce(\${m}, 0)
    | calculate | ladder   |              | -(2 + 3) * 4 - 10 mod 4 + 7 div 2
    | calculate | powers   |              | pow(2, 10) + sqrt(16) - abs(-3) + floor(2.7) + ceiling(2.1) + round(2.5)
    | calculate | words    |              | translate(normalize-space('  a  b '), 'ab', 'xy')
    | calculate | parts    |              | concat(substring-before('ab/cd', '/'), substring-after('ab/cd', '/'))
    | note      | grown    | Đã lớn       |                                                                      | \${adult} = 'true'
    | note      | young    | Còn nhỏ      |                                                                      | \${adult} = 'false'
    | note      | thin     | Gầy          |                                                                      | \${band} = 'thin'
    | integer   | total    | Tổng         | \${safe} * 2
  `,
});

const answers = { ten: 'Mai', dob: day('2000-02-29'), kg: 54.5, m: 1.6 };

describe('calculations', () => {
  it.each([
    ['age', 26],
    ['bmi', 21.3],
    ['band', 'usual'],
    ['adult', 'true'],
    ['due', '05/12/2000'],
    ['initials', 'M.3'],
    ['safe', 56.1],
    ['total', 112.2],
    ['ladder', -18.5],
    ['powers', 1033],
    ['words', 'x y'],
    ['parts', 'abcd'],
  ] as const)('%s is %j', (id, value) => {
    expect(clinic.value(id, answers)).toEqual(value);
  });

  it.each([
    [{}, ['young', 'total']],
    [{ dob: day('2010-01-01') }, ['young', 'total']],
    [{ dob: day('2008-11-01') }, ['grown', 'total']],
    [{ kg: 40, m: 1.7 }, ['young', 'thin', 'total']],
  ])('lets what follows decide what is shown: %j', (given, shown) => {
    const typed = ['ten', 'dob', 'kg', 'm'];
    expect(clinic.asked(given).filter((id) => !typed.includes(id))).toEqual(shown);
  });

  it('has no value where something is missing to calculate with, except where the sheet says what then', () => {
    expect(clinic.value('age', {})).toBeUndefined();
    expect(clinic.value('bmi', { kg: 50 })).toBeUndefined();
    expect(clinic.value('safe', { kg: 50 })).toBe(50);
  });

  it('shows a calculation that has a question of its own, and never asks for it', () => {
    expect(clinic.missing(answers)).not.toContain('total');
    const total = clinic.definition.steps.flatMap((step) => step.questions).find(({ id }) => id === 'total');
    expect(total).toMatchObject({ type: 'number', calculated: { call: '*' } });
  });
});

/* Scores over a bundle of goods, counted by an expression and not by a question of its own. */
const market = await fillForm({
  survey: `
    | type         | name    | label          | calculation                              | repeat_count      | relevant              | required
    | text         | ten     | Họ tên?        |
    | integer      | kinds   | Mấy loại?      |                                          |                   |                       | yes
    | begin repeat | item    | Hàng           |                                          | \${kinds} + 1     | \${kinds} < 5
    | text         | what    | Hàng gì?       |
    | integer      | number  | Mấy cái?       |
    | decimal      | price   | Giá?           |
    | calculate    | cost    |                | \${number} * \${price}
    | end repeat   |
    | calculate    | all     |                | sum(\${cost})
    | calculate    | dearest |                | max(\${price})
    | calculate    | cheapest |               | min(\${price})
    | calculate    | lines   |                | count(\${item})
    | calculate    | filled  |                | count-non-empty(\${what})
    | calculate    | list    |                | join(', ', \${what})
    | begin repeat | helper  | Người giúp
    | text         | who     | Tên ai?
    | end repeat   |
  `,
});

describe('sums over a repeat', () => {
  const given = {
    kinds: 2,
    'what.1': 'Gạo',
    'number.1': 3,
    'price.1': 20.5,
    'number.2': 1,
    'price.2': 7,
    'what.3': 'Muối',
  };
  it.each([
    ['all', 68.5],
    ['dearest', 20.5],
    ['cheapest', 7],
    ['lines', 3],
    ['filled', 2],
    ['list', 'Gạo, Muối'],
  ] as const)('%s is %j', (id, value) => {
    expect(market.value(id, given)).toEqual(value);
  });

  it('counts nothing of a repeat that is not shown', () => {
    expect(market.value('lines', { ...given, kinds: 6 })).toBe(0);
  });

  it('asks how many where the sheet asks it nowhere', () => {
    expect(market.asked({})).toContain('helperCount');
    expect(market.asked({ helperCount: 2 }).filter((id) => id.startsWith('who'))).toEqual(['who.1', 'who.2']);
    expect(market.texts.vi).toMatchObject({ questions: { helperCount: { hint: 'Người giúp' } } });
  });
});
