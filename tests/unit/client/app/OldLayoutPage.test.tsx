// @vitest-environment happy-dom
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { Suspense } from 'react';
import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import { OldLayoutPage } from '../../../../src/client/app/OldLayoutPage.tsx';
import { startTexts } from '../../../../src/client/i18n/i18n.ts';
import { LayoutDump, loadStores, readStores } from '../../../support/storage/layout-dump.ts';

beforeAll(() => startTexts());
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const FIXTURE = 'tests/fixtures/storage/layout-1.json';

it('says that nothing is lost, how many wait, and sends them from the older layout as it is', async () => {
  const dump = LayoutDump.parse(JSON.parse(readFileSync(FIXTURE, 'utf8')));
  await loadStores('ve-ban', dump);
  // A page of a browser without Web Locks, as the sender allows for; the test's own DOM says null.
  Object.defineProperty(navigator, 'locks', { value: undefined, configurable: true });
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (url: string) => {
    asked.push(url);
    throw new TypeError('no network');
  });
  render(
    <Suspense>
      <OldLayoutPage />
    </Suspense>,
  );
  expect(await screen.findByText('Phiên bản mới chưa nhận được dữ liệu của máy')).toBeTruthy();
  expect(await screen.findByText('1 hồ sơ chờ gửi vẫn còn nguyên.')).toBeTruthy();
  await userEvent.setup().click(await screen.findByRole('button', { name: 'Gửi ngay' }));
  await waitFor(() => expect(asked.some((url) => url.endsWith('/api/sync'))).toBe(true));
  cleanup();
  const after = await readStores('ve-ban');
  expect(after.version).toBe(10);
  expect(after.stores.map(({ name, rows }) => [name, rows.length])).toEqual(
    dump.stores.map(({ name, rows }) => [name, rows.length]),
  );
});
