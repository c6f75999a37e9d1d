// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/react';
import { Suspense } from 'react';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { SlipPaper } from '../../../../../../src/client/features/field/slip/SlipPaper.tsx';
import { startTexts } from '../../../../../../src/client/i18n/i18n.ts';
import type { AccountState } from '../../../../../../src/contract/down/change.ts';
import { getCurrentProcedure } from '../../../../../../src/procedures/catalogue.ts';
import { sampleSubmission } from '../../../../../support/seal/samples.ts';

beforeAll(() => startTexts());
afterEach(cleanup);

const definition = getCurrentProcedure('account-registration');
const { id, version } = definition;
const submission = sampleSubmission({ kind: 'account', procedure: { id, version }, answers: {} });
const CODE = 'ABCDE-12345';
const TOLD = /cán bộ sẽ báo lại/;

/** The slip of an account, where the office has said this of it. */
async function show(state: AccountState | undefined): Promise<void> {
  const word = { kind: 'account', cursor: 1, submissionId: submission.id } as const;
  await act(async () => {
    render(
      <Suspense>
        <SlipPaper
          summary={{ submission, title: 'Lò Thị Mẩy', activationCode: CODE }}
          definition={definition}
          office={state && { ...word, state, receivedAt: '2026-11-22T10:00:00+07:00' }}
          assistedBy="Cán bộ mẫu"
          commune="Xã Pù Luông"
          size="a5"
        />
      </Suspense>,
    );
  });
  await screen.findByText('Lò Thị Mẩy');
}

it('says where the code is used, and that staff will tell when the registration has come', async () => {
  await show(undefined);
  expect(screen.getByText(CODE)).toBeTruthy();
  expect(screen.getByText(/^Kích hoạt: nhờ cán bộ ở xã, hoặc vào .*\/kich-hoat$/)).toBeTruthy();
  expect(screen.getByText(TOLD)).toBeTruthy();
});

it('once the registration has come promises no word of it', async () => {
  await show('pending');
  expect(screen.getByText(CODE)).toBeTruthy();
  expect(screen.queryByText(TOLD)).toBeNull();
});

it.each(['active', 'suspended', 'merged'] as const)('shows no code that opens nothing: %s', async (state) => {
  await show(state);
  expect(screen.queryByText(CODE)).toBeNull();
});
