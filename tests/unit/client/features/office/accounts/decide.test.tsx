// @vitest-environment happy-dom
import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { Suspense } from 'react';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { accountQuery } from '../../../../../../src/client/features/office/accounts/account-queries.ts';
import { Decide } from '../../../../../../src/client/features/office/accounts/Decide.tsx';
import { makeQueryClient } from '../../../../../../src/client/features/office/common/query-client.ts';
import { startTexts } from '../../../../../../src/client/i18n/i18n.ts';
import { type AccountDetail, getAccount } from '../../../../../../src/contract/operations/accounts.ts';
import { answerWith, ok, refused } from '../office-server.ts';

beforeAll(() => startTexts());
afterEach(cleanup);

const ONE = '019ab000-0000-7000-8000-0000000000b1';
const OTHER = '019ab000-0000-7000-8000-0000000000b2';

function account(id: string, revision: number): AccountDetail {
  return getAccount.answer.parse({
    id,
    name: 'Hà Thị Mây',
    birthDate: '1999-02-03',
    village: 'bản Đôn',
    state: 'pending',
    provisionalReference: id === ONE ? 'TAM-7K3Q-0042-7' : 'TAM-7K3Q-0043-4',
    receivedAt: '2026-11-23T02:12:00Z',
    assistedByName: 'Hà Văn Tổ',
    revision,
    procedureId: 'account-registration',
    procedureVersion: 1,
    answers: {},
    attachments: [],
    consents: [],
    deviceName: 'Máy 03',
    dossiers: [],
    mergedInto: null,
    merged: [],
    doubles: [],
    code: { expiresAt: '2026-12-23T02:12:00Z', isExpired: false, lockedUntil: null },
    history: [],
    allowed: ['merge', 'keep-apart'],
  });
}

function Pair() {
  const one = useQuery(accountQuery(ONE)).data;
  const other = useQuery(accountQuery(OTHER)).data;
  return one && other ? <Decide one={one} other={other} /> : null;
}

it('a merge that somebody was faster than is sent again on what is there now, with the reason that was typed', async () => {
  let revision = 1;
  const asked = answerWith({
    [`GET /api/office/accounts/${ONE}`]: () => ok(account(ONE, revision)),
    [`GET /api/office/accounts/${OTHER}`]: () => ok(account(OTHER, revision + 10)),
    [`POST /api/office/accounts/${OTHER}/actions`]: () => refused(409, { kind: 'conflict' }),
  });
  const client = makeQueryClient();
  render(
    <QueryClientProvider client={client}>
      <Suspense>
        <Pair />
      </Suspense>
    </QueryClientProvider>,
  );
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: /giữ TAM-7K3Q-0042-7/ }));
  await user.type(await screen.findByRole('textbox'), 'Cùng một thẻ căn cước');
  // Fetched behind the dialog: what is decided stays about what was compared.
  revision = 2;
  await act(() => client.invalidateQueries());
  await user.click(screen.getByRole('button', { name: 'Gộp' }));
  expect(await screen.findByText(/Có người vừa thay đổi tài khoản/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Gộp' }));
  const sent = () => asked.filter(({ route }) => route.startsWith('POST')).map(({ body }) => body);
  await waitFor(() => expect(sent()).toHaveLength(2));
  const reason = 'Cùng một thẻ căn cước';
  expect(sent()).toMatchObject([
    { revision: 11, act: { into: ONE, intoRevision: 1, reason } },
    { revision: 12, act: { into: ONE, intoRevision: 2, reason } },
  ]);
});
