// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { navigate } from 'wouter/use-browser-location';
import { UpdateBanner } from '../../../../src/client/app/UpdateBanner.tsx';
import type { WaitingUpdate } from '../../../../src/client/app/update.ts';
import { startTexts } from '../../../../src/client/i18n/i18n.ts';

beforeAll(() => startTexts());
afterEach(cleanup);

const READY = 'Đã có phiên bản mới. Mọi thứ đã lưu vẫn còn nguyên.';

/** A newer version that becomes ready when the test says so. */
function update() {
  let waiting = false;
  let taken = 0;
  const listeners = new Set<() => void>();
  const port: WaitingUpdate = {
    isWaiting: () => waiting,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    take: () => {
      taken += 1;
    },
  };
  const becomeReady = () =>
    act(() => {
      waiting = true;
      for (const listener of listeners) listener();
    });
  return { port, becomeReady, taken: () => taken };
}

it('waits while an interview is open, and is offered when it was left (I9)', async () => {
  navigate('/interview/019ab000-0000-7000-8000-0000000000d1');
  const { port, becomeReady, taken } = update();
  render(<UpdateBanner update={port} />);
  becomeReady();
  expect(screen.queryByText(READY)).toBeNull();
  act(() => navigate('/'));
  expect(screen.getByText(READY)).toBeTruthy();
  expect(taken()).toBe(0);
  await userEvent.setup().click(screen.getByRole('button', { name: 'Cập nhật ngay' }));
  expect(taken()).toBe(1);
});

it('does not interrupt the setting up of a tablet', () => {
  navigate('/enrol');
  const { port, becomeReady } = update();
  render(<UpdateBanner update={port} />);
  becomeReady();
  expect(screen.queryByText(READY)).toBeNull();
});

it('says nothing while there is nothing new', () => {
  navigate('/');
  render(<UpdateBanner update={update().port} />);
  expect(screen.queryByText(READY)).toBeNull();
});
