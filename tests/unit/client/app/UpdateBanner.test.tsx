// @vitest-environment happy-dom
import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { navigate } from 'wouter/use-browser-location';
import { countChanges } from '../../../../src/client/app/change-counter.ts';
import { createSessionHolder } from '../../../../src/client/app/session-holder.ts';
import { UpdateBanner } from '../../../../src/client/app/UpdateBanner.tsx';
import type { CheckOutcome, WaitingUpdate } from '../../../../src/client/app/update.ts';
import { QUIET_FOR } from '../../../../src/client/app/update-moment.ts';
import { ServicesContext } from '../../../../src/client/features/field/common/services.ts';
import { startTexts } from '../../../../src/client/i18n/i18n.ts';
import { createMemoryStorage } from '../../../../src/client/storage/memory-storage.ts';
import type { SyncStatus } from '../../../../src/client/sync/model.ts';
import { sampleVault } from '../../../support/seal/samples.ts';

beforeAll(() => startTexts());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const READY = /^Đã có phiên bản mới\. Mọi thứ đã lưu vẫn còn nguyên/;
const LATER = /đợi bạn làm xong/;
const NEEDED = /^Văn phòng không còn hiểu phiên bản này\. Hồ sơ chờ gửi vẫn còn nguyên/;
const INTERVIEW = '/interview/019ab000-0000-7000-8000-0000000000d1';

/** The banner over a tablet; a newer version becomes ready when the test says so. */
async function show(
  of: {
    readonly status?: Partial<SyncStatus>;
    readonly others?: boolean;
    readonly check?: CheckOutcome;
    readonly unlocked?: boolean;
  } = {},
) {
  let waiting = false;
  const counts = { taken: 0, checked: 0 };
  const listeners = new Set<() => void>();
  const update: WaitingUpdate = {
    isWaiting: () => waiting,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    take: async () => {
      counts.taken += 1;
      return of.others === true ? 'somebody-works' : 'done';
    },
    check: async () => {
      counts.checked += 1;
      return of.check ?? 'none';
    },
  };
  const storage = createMemoryStorage();
  const session = createSessionHolder();
  if (of.unlocked !== false) {
    const vault = await sampleVault();
    session.unlock({ vault, records: await storage.openRecords(vault) });
  }
  const status: SyncStatus = { ...quiet, ...of.status };
  render(
    <ServicesContext
      value={{
        storage,
        session,
        sync: {
          status: () => status,
          subscribe: () => () => undefined,
          wake: () => undefined,
          setPaused: () => undefined,
          stop: () => undefined,
        },
        now: () => new Date('2026-11-23T03:00:00Z'),
        newId: () => '0',
        appVersion: '0',
        changes: countChanges(storage),
      }}
    >
      <UpdateBanner update={update} />
    </ServicesContext>,
  );
  const becomeReady = () =>
    act(async () => {
      waiting = true;
      for (const listener of listeners) listener();
    });
  return { becomeReady, counts };
}

const quiet: SyncStatus = { reach: 'unknown', activity: { kind: 'idle' }, pausedBecause: [] };

describe('a newer version', () => {
  it('only says that it waits while an interview is open, and is offered when it was left (I9)', async () => {
    navigate(INTERVIEW);
    const { becomeReady, counts } = await show();
    await becomeReady();
    expect(await screen.findByText(LATER)).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
    act(() => navigate('/'));
    expect(await screen.findByText(READY)).toBeTruthy();
    expect(counts.taken).toBe(0);
    await userEvent.setup().click(screen.getByRole('button', { name: 'Cập nhật ngay' }));
    expect(counts.taken).toBe(1);
  });

  it('says so when somebody works in another window, and is taken nowhere', async () => {
    navigate('/');
    const { becomeReady } = await show({ others: true });
    await becomeReady();
    await userEvent.setup().click(await screen.findByRole('button', { name: 'Cập nhật ngay' }));
    expect(await screen.findByText(/Một cửa sổ khác của ứng dụng đang làm dở/)).toBeTruthy();
  });

  it('does not interrupt the setting up of a tablet', async () => {
    navigate('/enrol');
    const { becomeReady } = await show();
    await becomeReady();
    expect(screen.queryByText(READY)).toBeNull();
    expect(screen.queryByText(LATER)).toBeNull();
  });

  it('says nothing while there is nothing new', async () => {
    navigate('/');
    await show();
    expect(screen.queryByRole('status')).toBeNull();
  });

  it('comes by itself behind the lock, when nobody has touched it for a while', async () => {
    vi.useFakeTimers();
    navigate('/lock');
    const { becomeReady, counts } = await show({ unlocked: false });
    await becomeReady();
    await act(() => vi.advanceTimersByTimeAsync(QUIET_FOR - 3000));
    document.dispatchEvent(new KeyboardEvent('keydown'));
    await act(() => vi.advanceTimersByTimeAsync(QUIET_FOR - 3000));
    expect(counts.taken).toBe(0);
    await act(() => vi.advanceTimersByTimeAsync(5000));
    expect(counts.taken).toBe(1);
  });
});

describe('a version that the office does not understand any more', () => {
  const status = { pausedBecause: ['update-needed'] } as const;

  it('says that nothing is lost, and fetches the newer one on a press', async () => {
    navigate('/');
    const { counts } = await show({ status, check: 'unreachable' });
    expect(await screen.findByText(NEEDED)).toBeTruthy();
    await userEvent.setup().click(screen.getByRole('button', { name: 'Lấy phiên bản mới' }));
    await waitFor(() => expect(screen.getByText(/Chưa lấy được\. Hãy thử lại khi có mạng\./)).toBeTruthy());
    expect(counts.checked).toBe(1);
  });

  it('offers the newer one when it is on the tablet', async () => {
    navigate('/');
    const { becomeReady, counts } = await show({ status });
    await becomeReady();
    expect(await screen.findByText(/^Văn phòng cần phiên bản mới mới nhận được hồ sơ/)).toBeTruthy();
    await userEvent.setup().click(screen.getByRole('button', { name: 'Cập nhật ngay' }));
    expect(counts.taken).toBe(1);
  });
});
