// @vitest-environment happy-dom
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { Suspense } from 'react';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { makeQueryClient } from '../../../../../src/client/features/office/common/query-client.ts';
import { LogbookRoom } from '../../../../../src/client/features/office/logbook/LogbookRoom.tsx';
import { startTexts } from '../../../../../src/client/i18n/i18n.ts';
import { listLogbook } from '../../../../../src/contract/operations/logbook.ts';
import { answerWith, DOSSIER, ok } from './office-server.ts';

beforeAll(() => startTexts());
afterEach(cleanup);

const line = {
  dossierId: DOSSIER,
  book: 2026,
  number: 41,
  officialCode: '000.00.00.H56-261123-0001',
  procedureName: 'Đăng ký khai sinh',
  applicant: 'Bùi Thị Hòa',
  reach: 'bản Đôn; 0912 345 678',
  authority: 'Ủy ban nhân dân Xã Pù Luông',
  receivedAt: '2026-11-23T01:05:00.000Z',
  dueAt: null,
  returnedAt: null,
  resultWay: '',
  signedFor: '',
  note: '',
};

it('offers the days that are shown as files, and neither lines nor files for days that end before they begin', async () => {
  answerWith({
    [`GET ${listLogbook.path}`]: () => ok({ lines: [line], more: false, procedures: [] }),
  });
  render(
    <QueryClientProvider client={makeQueryClient()}>
      <Suspense>
        <LogbookRoom />
      </Suspense>
    </QueryClientProvider>,
  );
  expect(await screen.findByText('41/2026')).toBeTruthy();
  expect(screen.getByText('Bùi Thị Hòa')).toBeTruthy();
  const file = screen.getByRole('link', { name: 'Tải bảng tính (XLSX)' });
  expect(file.getAttribute('href')).toMatch(
    /^\/api\/office\/logbook\.xlsx\?from=\d{4}-\d\d-01&to=\d{4}-\d\d-\d\d$/,
  );

  const first = within(screen.getByRole('group', { name: 'Tiếp nhận từ ngày' }));
  const year = first.getByLabelText('Năm');
  await userEvent.clear(year);
  await userEvent.type(year, '2099');
  expect(await screen.findByText('Hãy chọn ngày đầu không sau ngày cuối.')).toBeTruthy();
  expect(screen.queryByRole('link', { name: /Tải bảng/ })).toBeNull();
  expect(screen.queryByText('41/2026')).toBeNull();
});
