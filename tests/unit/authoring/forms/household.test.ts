import { describe, expect, it } from 'vitest';
import { day, fillForm } from '../../../support/authoring/fill-form.ts';

/* A survey of a household: who lives there, how old they are, who goes to school, and what it adds up to. */
const form = await fillForm({
  survey: `
    | type           | name      | label              | relevant                             | constraint        | constraint_message | calculation                              | repeat_count | required
    | begin group    | household | Hộ gia đình        |
    | text           | head_name | Tên chủ hộ?        |                                      |                   |                    |                                          |              | yes
    | integer        | hh_size   | Có mấy người?      |                                      | . >= 1 and . <= 12 | Từ 1 đến 12 người. |                                         |              | yes
    | end group      |
    | begin repeat   | member    | Người trong hộ     | \${hh_size} > 0                      |                   |                    |                                          | \${hh_size}
    | text           | m_name    | Tên người này?     |                                      |                   |                    |                                          |              | yes
    | date           | m_born    | Sinh ngày nào?     |                                      | . <= today()      |
    | calculate      | m_age     |                    |                                      |                   |                    | int((today() - \${m_born}) div 365.25)
    | select_one yn  | m_school  | Có đi học không?   | \${m_age} >= 6 and \${m_age} < 18
    | text           | m_why     | Vì sao không đi?   | \${m_school} = 'no'
    | calculate      | m_nth     |                    |                                      |                   |                    | concat(position(..), '/', \${hh_size})
    | end repeat     |
    | calculate      | children  |                    |                                      |                   |                    | count-selected(join(' ', \${m_school}))
    | calculate      | years     |                    |                                      |                   |                    | sum(\${m_age})
    | note           | sums      | Cộng \${years} tuổi | count(\${member}) > 1
    | select_one yn  | support   | Cần giúp gì không? | \${children} > 0 or max(\${m_age}) >= 80
  `,
  choices: `
    | list_name | name | label
    | yn        | yes  | Có
    | yn        | no   | Không
  `,
  settings: `
    | form_title   | form_id
    | Khảo sát hộ  | household_survey
  `,
});

const three = {
  headName: 'Hà Văn Thoán',
  hhSize: 3,
  'mBorn.1': day('1940-02-03'),
  'mBorn.2': day('2015-05-01'),
  'mSchool.2': 'no',
};

describe('a household survey with a repeat', () => {
  it('is called as its settings say', () => {
    expect(form.definition).toMatchObject({
      id: 'household-survey',
      subject: { name: 'headName' },
      reviewStatus: 'draft',
    });
    expect(form.texts.vi).toMatchObject({
      name: 'Khảo sát hộ',
      steps: { household: { title: 'Hộ gia đình' } },
    });
  });

  it.each([
    ['nobody yet', {}, 0],
    ['one person', { hhSize: 1 }, 1],
    ['three people', { hhSize: 3 }, 3],
  ])('asks for every member: %s', (_, answers, times) => {
    expect(form.asked(answers).filter((id) => id.startsWith('mName'))).toHaveLength(times);
  });

  it('asks about school by the age of that member, and why only where the answer is no', () => {
    const asked = form.asked(three);
    expect(asked).toContain('mSchool.2');
    expect(asked).toContain('mWhy.2');
    for (const other of ['mSchool.1', 'mSchool.3', 'mWhy.1', 'mWhy.3']) expect(asked).not.toContain(other);
  });

  it('calculates ages, and sums, counts and greatest over all members', () => {
    expect(form.value('mAge.1', three)).toBe(86);
    expect(form.value('mAge.2', three)).toBe(11);
    expect(form.value('mAge.3', three)).toBeUndefined();
    expect(form.value('years', three)).toBe(97);
    expect(form.value('children', three)).toBe(1);
    expect(form.value('mNth.3', three)).toBe('3/3');
  });

  it.each([
    ['no old and no young people', { hhSize: 1, 'mBorn.1': day('1990-01-01') }, []],
    ['an old person alone', { hhSize: 1, 'mBorn.1': day('1940-01-01') }, ['support']],
    ['two people', { hhSize: 2 }, ['sums']],
    ['a child and an old person', three, ['sums', 'support']],
  ])('shows what depends on all members: %s', (_, answers, shown) => {
    expect(form.asked(answers).filter((id) => ['sums', 'support'].includes(id))).toEqual(shown);
  });

  it.each([
    [0, ['hhSize']],
    [1, []],
    [12, []],
    [13, ['hhSize']],
  ])('holds the number of members to its constraint: %i', (hhSize, wrong) => {
    expect(form.wrong({ hhSize })).toEqual(wrong);
  });

  it('holds each member to a constraint of their own', () => {
    expect(form.wrong({ hhSize: 2, 'mBorn.1': day('2026-11-28'), 'mBorn.2': day('2026-11-29') })).toEqual([
      'mBorn.2',
    ]);
  });

  it('fills in the sum where the note names it', () => {
    expect(form.texts.vi).toMatchObject({ questions: { sums: { label: 'Cộng {{years}} tuổi' } } });
  });
});
