// @vitest-environment happy-dom
import { QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, expect, it } from 'vitest';
import { makeQueryClient } from '../../../../../../src/client/features/office/common/query-client.ts';
import { useKeptChanges } from '../../../../../../src/client/features/office/settings/useKeptChanges.ts';

afterEach(cleanup);

function openRoom(client = makeQueryClient()) {
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  );
  return renderHook(useKeptChanges, { wrapper }).result;
}

it('forgets what was saved, so that what somebody else saves later is what stands there', () => {
  const client = makeQueryClient();
  const room = openRoom(client);
  for (const closingTime of ['16:3', '16:30']) act(() => room.current.keep({ closingTime }));
  const sent = room.current.changes;
  act(() => room.current.drop(sent));
  expect(room.current.changes).toEqual({});
  expect(openRoom(client).current.changes).toEqual({});
});

it('keeps what was typed while the rest was being saved', () => {
  const room = openRoom();
  act(() => room.current.keep({ closingTime: '16:30' }));
  const sent = room.current.changes;
  act(() => room.current.keep({ ...sent, activation: { days: 20, confirmed: true } }));
  act(() => room.current.drop(sent));
  expect(room.current.changes).toMatchObject({ closingTime: '16:30', activation: { days: 20 } });
});
