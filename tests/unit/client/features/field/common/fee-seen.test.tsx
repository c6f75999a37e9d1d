// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/react';
import { Suspense } from 'react';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { FeeSeen } from '../../../../../../src/client/features/field/common/FeeSeen.tsx';
import { startTexts } from '../../../../../../src/client/i18n/i18n.ts';
import type { FeeRule } from '../../../../../../src/domain/procedure/definition.ts';

beforeAll(() => startTexts());
afterEach(cleanup);

async function show(fee: FeeRule, dong?: number): Promise<void> {
  await act(async () => {
    render(
      <Suspense>
        <FeeSeen fee={fee} dong={dong} />
      </Suspense>,
    );
  });
}

it('says a fee as a figure, in words, and as the notes that pay it', async () => {
  await show({ kind: 'amount', dong: 20_000, confirmed: true });
  expect(await screen.findByText('20.000 đ')).toBeTruthy();
  expect(screen.getByText('Hai mươi nghìn đồng')).toBeTruthy();
  expect(screen.getByText('Có thể trả bằng một tờ hai mươi nghìn.')).toBeTruthy();
  expect(screen.queryByText(/xác nhận/)).toBeNull();
});

it('counts the notes of what the answers come to, and says what is not confirmed', async () => {
  const fee: FeeRule = {
    kind: 'computed',
    dong: { call: 'sum', with: [{ all: 'paper.fee' }] },
    rows: [{ id: 'page', dong: 2000 }],
    confirmed: false,
  };
  await show(fee, 9000);
  expect(await screen.findByText('Chín nghìn đồng')).toBeTruthy();
  expect(screen.getByText('Có thể trả bằng một tờ năm nghìn, hai tờ hai nghìn.')).toBeTruthy();
  expect(screen.getByText('Số tiền còn phải xác nhận với xã.')).toBeTruthy();
});

it('says a sentence where there is no amount', async () => {
  await show({ kind: 'free' });
  expect(await screen.findByText('Không mất tiền')).toBeTruthy();
});
