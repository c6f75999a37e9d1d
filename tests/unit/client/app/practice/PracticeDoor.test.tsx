// @vitest-environment happy-dom
import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { Suspense } from 'react';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { Route, Router, Switch } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { countChanges } from '../../../../../src/client/app/change-counter.ts';
import { PracticeDoor } from '../../../../../src/client/app/practice/PracticeDoor.tsx';
import { createSessionHolder } from '../../../../../src/client/app/session-holder.ts';
import type { SessionHolder } from '../../../../../src/client/features/field/common/services.ts';
import { ServicesContext } from '../../../../../src/client/features/field/common/services.ts';
import { startTexts } from '../../../../../src/client/i18n/i18n.ts';
import { createMemoryStorage } from '../../../../../src/client/storage/memory-storage.ts';
import { createMemoryDisk, type MemoryDisk } from '../../../../../src/client/storage/memory-tables.ts';
import type { Storage } from '../../../../../src/client/storage/storage.ts';
import { createQuietDriver } from '../../../../../src/client/sync/quiet-driver.ts';
import type { OpenVault } from '../../../../../src/client/vault/model.ts';
import { sampleVault } from '../../../../support/seal/samples.ts';

beforeAll(() => startTexts());

let disk: MemoryDisk;
let storage: Storage;
let vault: OpenVault;
let session: SessionHolder;
let clock: Date;
let bugs: unknown[];

beforeEach(async () => {
  bugs = [];
  // The test's browser has none.
  vi.stubGlobal('reportError', (error: unknown) => bugs.push(error));
  vi.stubGlobal('fetch', () => {
    throw new Error('practice asked the network');
  });
  clock = new Date('2026-11-28T03:00:00Z');
  disk = createMemoryDisk();
  storage = createMemoryStorage(disk);
  await storage.putDevice({
    deviceId: '0',
    deviceName: 'Máy 03',
    commune: { code: '14956', name: 'Xã Pù Luông' },
    sealingKey: { id: 'AAAAAAAAAAA', publicKey: 'k' },
    receiptKeys: [],
    cursor: 0,
    leases: [],
    demo: false,
  });
  vault = await sampleVault();
  session = createSessionHolder();
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  expect(bugs).toEqual([]);
});

const unlock = async () => session.unlock({ vault, records: await storage.openRecords(vault) });

/** The field app's own addresses, as far as practice has to do with them. */
async function openAt(path: string) {
  const place = memoryLocation({ path, record: true });
  await act(async () => {
    render(
      <ServicesContext
        value={{
          storage,
          session,
          sync: createQuietDriver(),
          now: () => clock,
          newId: () => '0',
          appVersion: '0',
          changes: countChanges(storage),
        }}
      >
        <Router hook={place.hook}>
          <Suspense>
            <Switch>
              <Route path="/practice" nest>
                <PracticeDoor />
              </Route>
              <Route>
                <p>elsewhere</p>
              </Route>
            </Switch>
          </Suspense>
        </Router>
      </ServicesContext>,
    );
  });
  return { at: () => place.history.at(-1), go: (to: string) => act(async () => place.navigate(to)) };
}

async function begin(user = userEvent.setup()) {
  await user.click(await screen.findByRole('button', { name: 'Tự tập' }));
  await screen.findByText('Vi Tập Thử', undefined, { timeout: 20_000 });
  return user;
}

const rows = () => JSON.stringify([...disk.rows].map(([table, each]) => [table, [...each.keys()]]));

describe('the door to the practice ground', () => {
  it('stays shut while the tablet is locked', async () => {
    const { at } = await openAt('/practice/settings');
    await screen.findByText('elsewhere');
    expect(at()).toBe('/lock');
  });

  it('closes the real vault when practice begins, and says on every screen that nothing is sent', async () => {
    const closed = vi.spyOn(vault, 'close');
    await unlock();
    const { go, at } = await openAt('/practice');
    await begin();
    expect(session.find()).toBeUndefined();
    await waitFor(() => expect(closed).toHaveBeenCalled());
    for (const path of ['/', '/begin', '/settings', '/courier/send', '/words', '/certificate']) {
      await go(`/practice${path}`);
      expect(await screen.findByText('không gửi đi đâu cả', { exact: false }), path).toBeTruthy();
      expect(at()).toBe(`/practice${path}`);
    }
  });

  it('lets nobody through to what asks the office or binds the tablet', async () => {
    await unlock();
    const { go, at } = await openAt('/practice');
    await begin();
    for (const path of ['/enrol', '/drafts', '/attention/0', '/workshop', '/settings/kiosk', '/practice']) {
      await go(`/practice${path}`);
      await waitFor(() => expect(at(), path).toBe('/practice/'));
    }
  });

  it('ends at the lock when it is locked, and leaves nothing behind', async () => {
    await unlock();
    const before = rows();
    const { at } = await openAt('/practice');
    const user = await begin();
    await user.click(screen.getByRole('button', { name: 'Khóa máy' }));
    await screen.findByText('elsewhere');
    expect(at()).toBe('/lock');
    expect(rows()).toBe(before);
  });

  it('ends at the lock when nobody has touched the tablet for long', async () => {
    await unlock();
    const { at } = await openAt('/practice');
    await begin();
    clock = new Date(clock.getTime() + 4 * 60_000);
    await act(async () => void document.dispatchEvent(new Event('visibilitychange')));
    expect(at()).toBe('/practice/');
    clock = new Date(clock.getTime() + 2 * 60_000);
    await act(async () => void document.dispatchEvent(new Event('visibilitychange')));
    await screen.findByText('elsewhere');
    expect(at()).toBe('/lock');
  });

  it('ends when it is left, after a second word', async () => {
    await unlock();
    const { at } = await openAt('/practice');
    const user = await begin();
    await user.click(screen.getByRole('button', { name: 'Thôi tập' }));
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Tập tiếp' }));
    expect(screen.getByText('Vi Tập Thử')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Thôi tập' }));
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Thôi tập' }));
    await screen.findByText('elsewhere');
    expect(at()).toBe('/lock');
  });

  it('begins anew with another family, after a second word', async () => {
    await unlock();
    const { go } = await openAt('/practice');
    const user = await begin();
    const line = () => screen.getByText('Vi Tập Thử').closest('a')?.getAttribute('href');
    const first = line();
    await go('/practice/settings');
    await user.click(await screen.findByRole('button', { name: 'Làm lại từ đầu' }));
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Xóa và làm lại' }));
    await screen.findByText('Vi Tập Thử', undefined, { timeout: 20_000 });
    expect(line()).toMatch(/^\/practice\/interview\//);
    expect(line()).not.toBe(first);
  });
});
