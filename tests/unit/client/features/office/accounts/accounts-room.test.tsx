// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { Suspense } from 'react';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { OfficeApp } from '../../../../../../src/client/features/office/OfficeApp.tsx';
import { startTexts } from '../../../../../../src/client/i18n/i18n.ts';
import {
  type AccountLine,
  listAccounts,
  listDoubles,
  MOST_ACCOUNTS,
} from '../../../../../../src/contract/operations/accounts.ts';
import { answerWith, mePath, officer, ok, queue, queuePath } from '../office-server.ts';

beforeAll(() => startTexts());
afterEach(cleanup);

function account(n: number): AccountLine {
  return {
    id: `019ab000-0000-7000-8000-${String(n).padStart(12, '0')}`,
    name: `Vi Thị ${n}`,
    birthDate: '1990',
    village: 'Bản Kịt',
    state: 'pending',
    provisionalReference: 'TAM-7K3Q-0042-7',
    receivedAt: '2026-11-23T02:00:00Z',
    assistedByName: 'Hà Văn Sơn',
  };
}

async function openAccounts(count: number) {
  answerWith({
    [mePath]: () => ok(officer),
    [queuePath]: () => ok(queue()),
    [`GET ${listDoubles.path}`]: () => ok(listDoubles.answer.parse({ pairs: [] })),
    [`GET ${listAccounts.path}`]: () =>
      ok(listAccounts.answer.parse({ accounts: Array.from({ length: count }, (_, n) => account(n)) })),
  });
  window.history.replaceState(null, '', '/office/accounts');
  render(
    <Suspense>
      <OfficeApp />
    </Suspense>,
  );
  await screen.findByText('Vi Thị 0');
}

describe('the list of accounts', () => {
  const note = () => screen.queryByText(/Chỉ hiện 200 tài khoản mới nhất/);

  it('says that it is not all of them where it is cut off, and nothing where it is whole', async () => {
    await openAccounts(MOST_ACCOUNTS);
    expect(note()).not.toBeNull();
    cleanup();
    await openAccounts(MOST_ACCOUNTS - 1);
    expect(note()).toBeNull();
  });
});
