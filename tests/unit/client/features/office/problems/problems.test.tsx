// @vitest-environment happy-dom
import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { Suspense } from 'react';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { OfficeApp } from '../../../../../../src/client/features/office/OfficeApp.tsx';
import { startTexts } from '../../../../../../src/client/i18n/i18n.ts';
import { listDepartments } from '../../../../../../src/contract/operations/dossier-actions.ts';
import {
  actOnProblem,
  getProblem,
  listProblems,
  type ProblemDetail,
} from '../../../../../../src/contract/operations/problems.ts';
import { answerWith, mePath, officer, ok, queue, queuePath, refused } from '../office-server.ts';

beforeAll(() => startTexts());
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const ID = '019ab000-0000-7000-8000-0000000000e1';
const DEPARTMENT = { id: '019ab000-0000-7000-8000-0000000000e2', name: 'Phòng Kinh tế' };

function problem(changes: Partial<ProblemDetail> = {}): ProblemDetail {
  return getProblem.answer.parse({
    id: ID,
    state: 'sent',
    priority: 'ordinary',
    beginning: 'Cầu treo hỏng.',
    byName: 'Hà Văn Sơn',
    receivedAt: '2026-11-23T02:00:00Z',
    dueAt: '2026-11-27T10:00:00Z',
    isLate: false,
    department: null,
    assigneeName: null,
    attachments: 2,
    revision: 4,
    text: 'Cầu treo hỏng.\nXe máy không qua được.',
    deviceName: 'Máy 03',
    at: '2026-11-22T02:00:00Z',
    about: null,
    isAboutAwaited: false,
    escalatedAt: null,
    isTimeConfirmed: false,
    files: [
      { id: '019ab000-0000-7000-8000-0000000000e3', mediaType: 'image/jpeg', size: 900, state: 'stored' },
      { id: '019ab000-0000-7000-8000-0000000000e4', mediaType: 'audio/webm', size: 900, state: 'awaited' },
    ],
    steps: [],
    allowed: ['route', 'take', 'answer'],
    ...changes,
  });
}

const counts = { open: 1, late: 0, answered: 0, closed: 0 };
const routes = {
  [mePath]: () => ok(officer),
  [queuePath]: () => ok(queue()),
  [`GET ${listProblems.path}`]: () => ok({ problems: [], counts }),
  [`GET ${listDepartments.path}`]: () =>
    ok({ departments: [{ ...DEPARTMENT, confirmed: false, specialists: [] }], fieldStaff: [] }),
};
const showPath = `GET ${getProblem.path.replace(':id', ID)}`;
const actPath = `POST ${actOnProblem.path.replace(':id', ID)}`;

function openProblem() {
  window.history.replaceState(null, '', `/office/problems/open/${ID}`);
  render(
    <Suspense>
      <OfficeApp />
    </Suspense>,
  );
  return userEvent.setup();
}

describe('a problem from the village', () => {
  it('is told with what came along; what is still on its way is named', async () => {
    answerWith({
      ...routes,
      [showPath]: () => ok(problem({ isLate: true, escalatedAt: '2026-11-27T11:00:00Z' })),
    });
    openProblem();
    expect(await screen.findByText(/Xe máy không qua được/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Xem Ảnh 1' })).toBeTruthy();
    expect(screen.getByText('Chưa về đến văn phòng')).toBeTruthy();
    expect(screen.getByText('Mới đến · Quá hạn')).toBeTruthy();
    expect(screen.getByText(/đã được báo cho người phụ trách/)).toBeTruthy();
    expect(screen.getByText(/theo quy ước chưa xác nhận/)).toBeTruthy();
  });

  it('is answered with the revision that was seen; somebody faster leaves what was typed', async () => {
    let isTaken = true;
    const asked = answerWith({
      ...routes,
      [showPath]: () => ok(problem()),
      [actPath]: () => (isTaken ? refused(409, { kind: 'conflict', detail: 'revision' }) : ok(problem())),
    });
    const user = openProblem();
    const box = await screen.findByLabelText('Câu trả lời cho cán bộ đi bản');
    await user.type(box, 'Thứ năm sửa.');
    await user.click(screen.getByRole('button', { name: 'Gửi câu trả lời' }));
    expect(await screen.findByText(/Người khác vừa làm việc với vấn đề này/)).toBeTruthy();
    expect(box).toHaveProperty('value', 'Thứ năm sửa.');
    isTaken = false;
    await user.click(screen.getByRole('button', { name: 'Gửi câu trả lời' }));
    await waitFor(() => expect(box).toHaveProperty('value', ''));
    const sent = asked.filter(({ route }) => route === actPath).map(({ body }) => body);
    expect(sent).toMatchObject([
      { revision: 4, act: { kind: 'answer', text: 'Thứ năm sửa.' } },
      { revision: 4, act: { kind: 'answer', text: 'Thứ năm sửa.' } },
    ]);
    // Another press after a conflict is another command.
    expect(new Set(sent.map((body) => JSON.stringify(body))).size).toBe(2);
  });

  it('closed by a colleague in the middle of an answer, leaves what was typed', async () => {
    let isClosed = false;
    answerWith({
      ...routes,
      [showPath]: () =>
        ok(isClosed ? problem({ state: 'closed', allowed: [] }) : problem({ state: 'answered' })),
    });
    const user = openProblem();
    await user.type(await screen.findByLabelText('Câu trả lời cho cán bộ đi bản'), 'Còn một việc nữa.');
    isClosed = true;
    vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 60_000);
    await act(async () => window.dispatchEvent(new Event('visibilitychange')));
    expect(await screen.findByText(/Người khác vừa làm việc với vấn đề này/)).toBeTruthy();
    expect(screen.getByLabelText('Câu trả lời cho cán bộ đi bản')).toHaveProperty(
      'value',
      'Còn một việc nữa.',
    );
    expect(screen.getByRole('button', { name: 'Gửi câu trả lời' })).toHaveProperty('disabled', true);
  });

  it('is given to a department with a priority', async () => {
    const asked = answerWith({ ...routes, [showPath]: () => ok(problem()), [actPath]: () => ok(problem()) });
    const user = openProblem();
    await user.click(await screen.findByRole('button', { name: 'Chuyển cho bộ phận' }));
    const dialog = within(screen.getByRole('dialog'));
    await user.selectOptions(await dialog.findByLabelText('Mức độ'), 'urgent');
    await dialog.findByText('Phòng Kinh tế');
    await user.click(dialog.getByRole('button', { name: 'Chuyển cho bộ phận' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(asked.find(({ route }) => route === actPath)?.body).toMatchObject({
      act: { kind: 'route', departmentId: DEPARTMENT.id, priority: 'urgent' },
    });
  });

  it('offers nothing that the one who looks may not do', async () => {
    answerWith({ ...routes, [showPath]: () => ok(problem({ state: 'closed', allowed: [] })) });
    openProblem();
    expect(await screen.findByText(/Xe máy không qua được/)).toBeTruthy();
    expect(screen.queryByRole('heading', { name: 'Việc cần làm' })).toBeNull();
  });
});
