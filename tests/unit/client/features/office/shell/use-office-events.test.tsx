// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { act } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { useOfficeEvents } from '../../../../../../src/client/features/office/shell/useOfficeEvents.ts';
import { DossierStatus } from '../../../../../../src/domain/dossier/status.ts';

const counts = Object.fromEntries(DossierStatus.options.map((status) => [status, 0]));
let source: EventTarget | undefined;

class FakeSource extends EventTarget {
  constructor() {
    super();
    source = this;
  }
  close() {
    // Nothing is open.
  }
}

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function Queue({ ask }: { readonly ask: () => Promise<string> }) {
  useOfficeEvents(true);
  const { data, isError } = useQuery({ queryKey: ['dossiers', 'all'], queryFn: ask, retry: false });
  return <p>{isError ? `${data}, not fresh` : data}</p>;
}

function Dossier({ ask }: { readonly ask: () => Promise<string> }) {
  useOfficeEvents(true);
  return <p>{useQuery({ queryKey: ['dossier', 'd1'], queryFn: ask }).data}</p>;
}

it('a stream that breaks makes the screen ask at once, so that it learns that the office is out of reach', async () => {
  vi.stubGlobal('EventSource', FakeSource);
  let isThere = true;
  const ask = () => (isThere ? Promise.resolve('two dossiers') : Promise.reject(new Error('out of reach')));
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Queue ask={ask} />
    </QueryClientProvider>,
  );
  await screen.findByText('two dossiers');
  act(() => {
    source?.dispatchEvent(new MessageEvent('dossiers', { data: JSON.stringify({ ids: [], counts }) }));
  });
  isThere = false;
  act(() => {
    source?.dispatchEvent(new Event('error'));
  });
  await waitFor(() => expect(screen.getByText('two dossiers, not fresh')).toBeTruthy());
});

it('a stream that is back makes the screen ask for the open dossier too: what happened meanwhile was told to nobody', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  vi.stubGlobal('EventSource', FakeSource);
  let told = 0;
  const ask = async () => {
    told += 1;
    return `asked ${told}`;
  };
  const hear = () =>
    act(() => {
      source?.dispatchEvent(new MessageEvent('dossiers', { data: JSON.stringify({ ids: [], counts }) }));
    });
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Dossier ask={ask} />
    </QueryClientProvider>,
  );
  await screen.findByText('asked 1');
  hear();
  const broken = source;
  act(() => {
    source?.dispatchEvent(new Event('error'));
  });
  await screen.findByText('asked 2');
  await act(() => vi.advanceTimersByTimeAsync(10_000));
  expect(source).not.toBe(broken);
  hear();
  expect(await screen.findByText('asked 3')).toBeTruthy();
  hear();
  await act(() => vi.advanceTimersByTimeAsync(1_000));
  expect(told).toBe(3);
});
