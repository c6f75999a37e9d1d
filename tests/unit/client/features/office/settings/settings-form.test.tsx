// @vitest-environment happy-dom
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { Suspense } from 'react';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { OfficeApp } from '../../../../../../src/client/features/office/OfficeApp.tsx';
import { startTexts } from '../../../../../../src/client/i18n/i18n.ts';
import { defaultDevicePolicy } from '../../../../../../src/contract/down/device-policy.ts';
import { getSettings, type Settings } from '../../../../../../src/contract/operations/office.ts';
import { defaultAnswerTimes } from '../../../../../../src/domain/problem/answer-time.ts';
import { answerWith, mePath, officer, ok, queue, queuePath } from '../office-server.ts';

beforeAll(() => startTexts());
afterEach(cleanup);

const stored = getSettings.answer.parse({
  unitCode: { value: 'H56.1', confirmed: true },
  closingTime: '17:00',
  years: [{ year: 2026, status: 'confirmed', off: [], makeup: [], source: 'QĐ' }],
  tablets: defaultDevicePolicy,
  activation: { days: 30, confirmed: false },
  answerTimes: defaultAnswerTimes,
});

function openSettings() {
  window.history.replaceState(null, '', '/office/settings');
  render(
    <Suspense>
      <OfficeApp />
    </Suspense>,
  );
  return userEvent.setup();
}

it('saves what was changed here, and leaves what somebody else saved meanwhile', async () => {
  let settings: Settings = stored;
  answerWith({
    [mePath]: () => ok({ ...officer, roles: ['officer', 'administrator'] }),
    [queuePath]: () => ok(queue()),
    'GET /api/office/settings': () => ok(settings),
    'PUT /api/office/settings': (body) => {
      settings = getSettings.answer.parse(body);
      return ok(settings);
    },
  });
  const user = openSettings();
  const clock = await screen.findByDisplayValue('17:00');
  await user.clear(clock);
  await user.type(clock, '16:30');
  const off = [{ date: '2026-09-02', confirmed: true }];
  settings = { ...settings, years: [{ year: 2026, status: 'confirmed', off, makeup: [], source: 'QĐ' }] };
  await user.click(screen.getByRole('button', { name: 'Lưu thiết lập' }));
  await screen.findByText(/Đã lưu/);
  expect(settings.closingTime).toBe('16:30');
  expect(settings.years[0]?.off).toEqual(off);
  expect(screen.getByText('02/09/2026')).toBeTruthy();
});

it('leads to what is wrong instead of saving nothing in silence: the button stands far below it', async () => {
  const asked = answerWith({
    [mePath]: () => ok({ ...officer, roles: ['officer', 'administrator'] }),
    [queuePath]: () => ok(queue()),
    'GET /api/office/settings': () => ok(stored),
  });
  const user = openSettings();
  const clock = await screen.findByDisplayValue('17:00');
  await user.clear(clock);
  await user.type(clock, '25:00');
  await user.click(screen.getByRole('button', { name: 'Lưu thiết lập' }));
  await waitFor(() => expect(document.activeElement).toBe(clock));
  expect(asked.some(({ route }) => route.startsWith('PUT'))).toBe(false);
});

it('keeps what was not saved for whoever looks into another room, until it is undone', async () => {
  answerWith({
    [mePath]: () => ok({ ...officer, roles: ['officer', 'administrator'] }),
    [queuePath]: () => ok(queue()),
    'GET /api/office/settings': () => ok(stored),
    'GET /api/office/staff': () => ok({ staff: [] }),
    'GET /api/office/departments': () => ok({ departments: [], fieldStaff: [] }),
  });
  const user = openSettings();
  const clock = await screen.findByDisplayValue('17:00');
  await user.clear(clock);
  await user.type(clock, '16:30');
  await user.click(screen.getByRole('link', { name: 'Cán bộ' }));
  await screen.findByRole('heading', { level: 1, name: 'Cán bộ' });
  await user.click(screen.getByRole('link', { name: 'Thiết lập' }));
  expect(await screen.findByDisplayValue('16:30')).toBeTruthy();
  expect(screen.getByText(/chưa lưu/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Bỏ thay đổi' }));
  expect(screen.getByDisplayValue('17:00')).toBeTruthy();
  expect(screen.queryByText(/chưa lưu/)).toBeNull();
});
