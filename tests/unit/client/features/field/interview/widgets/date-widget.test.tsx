// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Suspense, useState } from 'react';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { DateWidget } from '../../../../../../../src/client/features/field/interview/widgets/DateWidget.tsx';
import { HalfTyped } from '../../../../../../../src/client/features/field/interview/widgets/half-typed.ts';
import { startTexts } from '../../../../../../../src/client/i18n/i18n.ts';
import type { AnswerValue } from '../../../../../../../src/domain/procedure/contract/answers.ts';
import { getCurrentProcedure } from '../../../../../../../src/procedures/catalogue.ts';

const definition = getCurrentProcedure('account-registration');
const asked = definition.steps
  .flatMap((step) => step.questions)
  .find((question) => question.id === 'person.birthDate');
if (asked?.type !== 'date') throw new Error('the birth date is not asked');
const question = asked;

let answer: AnswerValue | undefined;
beforeAll(() => startTexts());
afterEach(cleanup);

function Asking({ halfTyped }: { readonly halfTyped: Map<string, string> }) {
  const [value, setValue] = useState<AnswerValue>();
  answer = value;
  return (
    <HalfTyped value={halfTyped}>
      <DateWidget
        question={question}
        definition={definition}
        value={value}
        onChange={setValue}
        label="Sinh ngày nào?"
        hint={undefined}
        labelHidden={false}
        problem={undefined}
        words={(key) => key}
      />
    </HalfTyped>
  );
}

async function ask(halfTyped = new Map<string, string>()) {
  await act(async () => {
    render(
      <Suspense>
        <Asking halfTyped={halfTyped} />
      </Suspense>,
    );
  });
  await screen.findByRole('button', { name: 'Nhớ ngày âm lịch' });
  return userEvent.setup();
}

const box = (name: string) => screen.getByRole('textbox', { name });

it('one touch says that only the year is known, and nothing stands for what nobody knows', async () => {
  const user = await ask();
  await user.type(box('Ngày'), '9');
  await user.click(screen.getByRole('button', { name: 'Chỉ nhớ năm' }));
  expect(screen.queryByRole('textbox', { name: 'Ngày' })).toBeNull();
  await user.type(box('Năm'), '1968');
  expect(answer).toEqual({ year: 1968 });
  await user.click(screen.getByRole('button', { name: 'Nhớ cả ngày, tháng' }));
  expect(box('Ngày')).toHaveProperty('value', '');
  expect(answer).toEqual({ year: 1968 });
});

it('takes the solar date of a lunar one once it is confirmed, and says that it was converted', async () => {
  const user = await ask();
  await user.click(screen.getByRole('button', { name: 'Nhớ ngày âm lịch' }));
  await user.type(await screen.findByRole('textbox', { name: 'Ngày âm' }), '11');
  await user.type(box('Tháng âm'), '2');
  await user.type(box('Năm âm'), '1968');
  expect(screen.getByText('Năm Mậu Thân')).toBeTruthy();
  expect(screen.getByText('09/03/1968')).toBeTruthy();
  expect(answer).toBeUndefined();
  await user.click(screen.getByRole('button', { name: 'Lấy ngày này' }));
  expect(answer).toEqual({ year: 1968, month: 3, day: 9 });
  expect(screen.getByText('Đổi từ ngày 11 tháng 2 âm lịch, năm Mậu Thân (1968).')).toBeTruthy();
  await user.clear(box('Ngày'));
  await user.type(box('Ngày'), '10');
  expect(screen.queryByText(/^Đổi từ ngày/)).toBeNull();
});

it('asks which of two months it was, and takes neither unasked', async () => {
  const user = await ask();
  await user.click(screen.getByRole('button', { name: 'Nhớ ngày âm lịch' }));
  await user.type(await screen.findByRole('textbox', { name: 'Ngày âm' }), '15');
  await user.type(box('Tháng âm'), '6');
  await user.type(box('Năm âm'), '2025');
  const take = screen.getByRole('button', { name: 'Lấy ngày này' });
  expect(take).toHaveProperty('disabled', true);
  await user.click(screen.getByRole('radio', { name: /^Tháng 6 nhuận/ }));
  expect(screen.getByText('08/08/2025')).toBeTruthy();
  await user.click(screen.getByRole('radio', { name: /^Tháng 6 trước/ }));
  await user.click(take);
  expect(answer).toEqual({ year: 2025, month: 7, day: 9 });
});

it('says so where there is no such lunar day, and takes nothing', async () => {
  const user = await ask();
  await user.click(screen.getByRole('button', { name: 'Nhớ ngày âm lịch' }));
  await user.type(await screen.findByRole('textbox', { name: 'Ngày âm' }), '30');
  await user.type(box('Tháng âm'), '2');
  await user.type(box('Năm âm'), '2026');
  expect(screen.getByText(/không có ngày này/)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Lấy ngày này' })).toHaveProperty('disabled', true);
});

it('still knows of the conversion after a walk to another question', async () => {
  const halfTyped = new Map<string, string>();
  const user = await ask(halfTyped);
  await user.click(screen.getByRole('button', { name: 'Nhớ ngày âm lịch' }));
  await user.type(await screen.findByRole('textbox', { name: 'Ngày âm' }), '1');
  await user.type(box('Tháng âm'), '1');
  await user.type(box('Năm âm'), '1985');
  await user.click(screen.getByRole('button', { name: 'Lấy ngày này' }));
  cleanup();
  await ask(halfTyped);
  expect(screen.getByText(/^Đổi từ ngày 1 tháng 1 âm lịch, năm Ất Sửu/)).toBeTruthy();
});
