// @vitest-environment happy-dom
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { Suspense } from 'react';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { OfficeApp } from '../../../../../../src/client/features/office/OfficeApp.tsx';
import { startTexts } from '../../../../../../src/client/i18n/i18n.ts';
import { listDepartments } from '../../../../../../src/contract/operations/dossier-actions.ts';
import {
  cancelVisit,
  findHouseholds,
  getCalendar,
  getVisit,
  type PlannedVisit,
  planVisit,
} from '../../../../../../src/contract/operations/tasks.ts';
import { answerWith, DOSSIER, mePath, officer, ok, queue, queuePath, refused } from '../office-server.ts';

beforeAll(() => startTexts());
afterEach(cleanup);

const STAFF = { id: '019ab000-0000-7000-8000-0000000000f1', displayName: 'Hà Văn Sơn' };
const ACCOUNT = '019ab000-0000-7000-8000-0000000000f2';

const visit: PlannedVisit = {
  kind: 'visit',
  id: '019ab000-0000-7000-8000-0000000000f3',
  day: '2026-11-25',
  village: 'bản Kho Mường',
  note: '',
  households: [],
  staff: [STAFF],
  status: 'done',
  revision: 2,
  plannedByName: 'Phạm Thị Lan',
  cancelledBecause: null,
  words: [],
  mayChange: false,
};

const calendar = getCalendar.answer.parse({
  visits: [visit],
  supplements: [
    {
      kind: 'supplement',
      id: '019ab000-0000-7000-8000-0000000000f4',
      dossierId: DOSSIER,
      name: 'Hà Minh Khôi',
      village: 'bản Đôn',
      procedureId: 'birth-registration',
      procedureVersion: 1,
      staffName: 'Hà Văn Sơn',
      requestedAt: '2026-11-20T02:00:00Z',
      arrivedAt: null,
      visit: null,
    },
  ],
  appointments: [
    {
      kind: 'appointment',
      id: ACCOUNT,
      day: '2026-11-26',
      name: 'Vi Thị Hẹn',
      village: null,
      place: 'Công an xã',
      needsTransport: true,
    },
  ],
  mayPlan: true,
});

const routes = {
  [mePath]: () => ok(officer),
  [queuePath]: () => ok(queue()),
  [`GET ${getCalendar.path}`]: () => ok(calendar),
  [`GET ${listDepartments.path}`]: () => ok({ departments: [], fieldStaff: [STAFF] }),
  [`GET ${getVisit.path.replace(':id', visit.id)}`]: () => ok(visit),
  [`GET ${findHouseholds.path}`]: () =>
    ok({
      households: [
        { name: 'Ngân Thị Bích', village: 'bản Đôn', accountId: ACCOUNT, dossierId: null, procedureId: null },
      ],
    }),
  [`POST ${planVisit.path}`]: () => ok(visit),
};

function openCalendar(address = '/office/visits/week/2026-11-25') {
  window.history.replaceState(null, '', address);
  render(
    <Suspense>
      <OfficeApp />
    </Suspense>,
  );
  return userEvent.setup();
}

describe('the calendar', () => {
  it('shows visits and appointments on their days, each as what it is, and supplements apart', async () => {
    answerWith(routes);
    openCalendar();
    const visited = await screen.findByRole('link', { name: /bản Kho Mường/ });
    expect(visited.closest('li')?.querySelector('time')?.dateTime).toBe('2026-11-25');
    const appointment = screen.getByRole('link', { name: /Hẹn công an.*Vi Thị Hẹn/ });
    expect(appointment.getAttribute('href')).toBe(`/office/accounts/${ACCOUNT}`);
    expect(appointment.closest('li')?.querySelector('time')?.dateTime).toBe('2026-11-26');
    expect(screen.getByRole('heading', { name: 'Chờ bổ sung hồ sơ (1)' })).toBeTruthy();
  });

  it('a visit planned for a supplement names its dossier, with people found and written besides', async () => {
    const asked = answerWith(routes);
    const user = openCalendar();
    await user.click(await screen.findByRole('button', { name: 'Lên lịch đến nhà Hà Minh Khôi' }));
    const dialog = within(screen.getByRole('dialog'));
    expect(dialog.getByLabelText('Thôn, bản')).toHaveProperty('value', 'bản Đôn');
    await user.click(dialog.getByRole('button', { name: 'Lưu lịch' }));
    // Nobody was chosen to go.
    expect(await dialog.findByText('Chọn ít nhất một người đi.')).toBeTruthy();
    await user.click(await dialog.findByRole('checkbox', { name: STAFF.displayName }));
    const search = dialog.getByLabelText('Tìm theo tên người hoặc tên bản');
    await user.type(search, 'ngân');
    await user.click(await dialog.findByRole('button', { name: /Thêm Ngân Thị Bích/ }));
    await user.type(search, 'Trưởng bản');
    await user.click(await dialog.findByRole('button', { name: /Ghi “Trưởng bản”/ }));
    await user.click(dialog.getByRole('button', { name: 'Lưu lịch' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    const sent = asked.filter(({ route }) => route === `POST ${planVisit.path}`).map(({ body }) => body);
    expect(sent).toMatchObject([
      {
        village: 'bản Đôn',
        staffIds: [STAFF.id],
        households: [
          { name: 'Hà Minh Khôi', dossierId: DOSSIER, accountId: null },
          { name: 'Ngân Thị Bích', dossierId: null, accountId: ACCOUNT },
          { name: 'Trưởng bản', dossierId: null, accountId: null },
        ],
      },
    ]);
  });

  it('a day that has passed is told of while it is written: most often the year is an old one', async () => {
    answerWith(routes);
    const user = openCalendar();
    await user.click(await screen.findByRole('button', { name: 'Lên lịch chuyến đi' }));
    const dialog = within(screen.getByRole('dialog'));
    const year = dialog.getByLabelText('Năm');
    await user.clear(year);
    await user.type(year, '2099');
    expect(dialog.queryByText(/^Ngày này đã qua/)).toBeNull();
    await user.clear(year);
    await user.type(year, '2025');
    expect(dialog.getByText(/^Ngày này đã qua/)).toBeTruthy();
  });

  it('does not show days as free, nor a commune without staff, while the office cannot be asked', async () => {
    answerWith({ ...routes, [`GET ${listDepartments.path}`]: () => refused(500, { kind: 'internal' }) });
    const user = openCalendar('/office/visits/list/2026-11-25');
    await screen.findByRole('link', { name: /bản Kho Mường/ });
    const answering = globalThis.fetch;
    globalThis.fetch = (input, init) =>
      String(input).includes('from=2026-12') ? new Promise(() => {}) : answering(input, init);
    await user.click(screen.getByRole('link', { name: 'Sau đó' }));
    await screen.findByRole('heading', { name: '23/12 – 19/01/2027' });
    expect(screen.queryByText(/Không có chuyến đi hay lịch hẹn nào/)).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Lên lịch chuyến đi' }));
    const dialog = within(screen.getByRole('dialog'));
    expect(await dialog.findByText(/Máy chủ gặp lỗi/)).toBeTruthy();
    expect(dialog.queryByText(/Xã chưa có cán bộ đi bản nào/)).toBeNull();
  });

  it('a visit that could not be cancelled for want of a network was not changed by anybody', async () => {
    answerWith({
      ...routes,
      [`GET ${getVisit.path.replace(':id', visit.id)}`]: () =>
        ok({ ...visit, status: 'planned', mayChange: true }),
      [`POST ${cancelVisit.path.replace(':id', visit.id)}`]: () => refused(500, { kind: 'internal' }),
    });
    const user = openCalendar(`/office/visits/week/2026-11-25/${visit.id}`);
    await user.click(await screen.findByRole('button', { name: 'Hủy chuyến đi' }));
    const dialog = within(screen.getByRole('dialog'));
    await user.type(dialog.getByRole('textbox'), 'Mưa lũ');
    await user.click(dialog.getByRole('button', { name: 'Hủy chuyến đi' }));
    expect(await dialog.findByText(/Máy chủ gặp lỗi/)).toBeTruthy();
    expect(dialog.queryByText(/Người khác vừa sửa chuyến đi này/)).toBeNull();
  });

  it('an address that names no day or no way of looking leads nowhere', async () => {
    answerWith(routes);
    openCalendar('/office/visits/year/2026-11-25');
    expect(await screen.findByRole('heading', { name: 'Không có trang này' })).toBeTruthy();
  });
});
