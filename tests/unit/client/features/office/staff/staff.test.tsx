// @vitest-environment happy-dom
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { Suspense } from 'react';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { OfficeApp } from '../../../../../../src/client/features/office/OfficeApp.tsx';
import { startTexts } from '../../../../../../src/client/i18n/i18n.ts';
import { listDepartments } from '../../../../../../src/contract/operations/dossier-actions.ts';
import {
  changeWork,
  createStaff,
  listStaff,
  renewPassword,
} from '../../../../../../src/contract/operations/office.ts';
import { answerWith, mePath, officer, ok, refused } from '../office-server.ts';

beforeAll(() => startTexts());
afterEach(cleanup);

const department = { id: '019ab000-0000-7000-8000-0000000000b1', name: 'Tư pháp', confirmed: true };
const administrator = { ...officer, roles: ['administrator' as const] };
const { mustChangePassword: _must, demo: _demo, ...person } = officer;

function openRoom() {
  window.history.replaceState(null, '', '/office/staff');
  render(
    <Suspense>
      <OfficeApp />
    </Suspense>,
  );
  return userEvent.setup();
}

it('a specialist is given a department: without one they would see nothing', async () => {
  const asked = answerWith({
    [mePath]: () => ok(administrator),
    [`GET ${listStaff.path}`]: () => ok({ staff: [] }),
    [`GET ${listDepartments.path}`]: () =>
      ok({ departments: [{ ...department, specialists: [] }], fieldStaff: [] }),
    [`POST ${createStaff.path}`]: () => ok({ staff: person, oneTimePassword: 'AB12-CD34-EF56' }),
  });
  const user = openRoom();
  await user.click(await screen.findByRole('button', { name: 'Thêm cán bộ' }));
  const dialog = within(screen.getByRole('dialog'));
  await user.click(dialog.getByRole('checkbox', { name: /^Chuyên viên/ }));
  await user.type(dialog.getByLabelText('Họ và tên'), 'Cầm Bá Thước');
  await user.type(dialog.getByLabelText('Tên đăng nhập'), 'cam.ba.thuoc');
  await user.click(dialog.getByRole('button', { name: 'Tạo tài khoản cán bộ' }));
  expect(await dialog.findByText('Hãy chọn bộ phận.')).toBeTruthy();
  const chosen = await dialog.findByLabelText('Bộ phận của chuyên viên');
  await waitFor(() => expect(document.activeElement).toBe(chosen));
  await user.selectOptions(chosen, 'Tư pháp');
  await user.click(dialog.getByRole('button', { name: 'Tạo tài khoản cán bộ' }));
  expect(await screen.findByText('AB12-CD34-EF56')).toBeTruthy();
  const sent = asked.filter(({ route }) => route === `POST ${createStaff.path}`).map(({ body }) => body);
  expect(sent).toMatchObject([{ login: 'cam.ba.thuoc', departmentId: department.id }]);
});

it('who has forgotten a password is given another, once it was said what ends; nobody their own, nor who has none', async () => {
  const forgetful = { ...person, id: '019ab000-0000-7000-8000-0000000000a4', displayName: 'Vi Thị Quên' };
  const field = { ...person, id: '019ab000-0000-7000-8000-0000000000a5', roles: ['field'] };
  const path = `POST ${renewPassword.path.replace(':id', forgetful.id)}`;
  const asked = answerWith({
    [mePath]: () => ok(administrator),
    [`GET ${listStaff.path}`]: () =>
      ok({ staff: [person, forgetful, field].map((one) => ({ ...one, devices: 0 })) }),
    [`GET ${listDepartments.path}`]: () => ok({ departments: [], fieldStaff: [] }),
    [path]: () => ok({ staff: forgetful, oneTimePassword: 'AB12-CD34-EF56' }),
  });
  const user = openRoom();
  await user.click(await screen.findByRole('button', { name: 'Cấp lại mật khẩu' }));
  const dialog = within(screen.getByRole('dialog', { name: 'Cấp lại mật khẩu cho Vi Thị Quên?' }));
  expect(dialog.getByText(/bị đăng xuất/)).toBeTruthy();
  expect(asked.some(({ route }) => route === path)).toBe(false);
  await user.click(dialog.getByRole('button', { name: 'Cấp lại mật khẩu' }));
  expect(await screen.findByText('AB12-CD34-EF56')).toBeTruthy();
  expect(screen.getByRole('dialog', { name: 'Mật khẩu mới của Vi Thị Quên' })).toBeTruthy();
});

it('who moves to other work keeps the rest, is said to sign in anew, and is told of a tablet that stands in the way', async () => {
  const mover = {
    ...person,
    id: '019ab000-0000-7000-8000-0000000000a6',
    displayName: 'Lò Văn Chuyển',
    roles: ['field'],
  };
  const path = `PUT ${changeWork.path.replace(':id', mover.id)}`;
  let answers = 0;
  const asked = answerWith({
    [mePath]: () => ok(administrator),
    [`GET ${listStaff.path}`]: () => ok({ staff: [person, mover].map((one) => ({ ...one, devices: 1 })) }),
    [`GET ${listDepartments.path}`]: () =>
      ok({ departments: [{ ...department, specialists: [] }], fieldStaff: [] }),
    [path]: () =>
      answers++ === 0
        ? refused(409, { kind: 'conflict', detail: 'has-tablets' })
        : ok({ staff: mover, oneTimePassword: 'AB12-CD34-EF56' }),
  });
  const user = openRoom();
  // One's own work is somebody else's to change.
  await user.click(await screen.findByRole('button', { name: 'Đổi việc' }));
  const dialog = within(screen.getByRole('dialog', { name: 'Việc của Lò Văn Chuyển' }));
  expect(dialog.getByText(/bị đăng xuất/)).toBeTruthy();
  expect(dialog.getByRole<HTMLInputElement>('checkbox', { name: /^Cán bộ đi bản/ }).checked).toBe(true);
  await user.click(dialog.getByRole('checkbox', { name: /^Cán bộ đi bản/ }));
  await user.click(dialog.getByRole('button', { name: 'Đổi việc' }));
  expect(await dialog.findByText('Hãy chọn ít nhất một việc.')).toBeTruthy();
  await user.click(dialog.getByRole('checkbox', { name: /^Chuyên viên/ }));
  await user.click(dialog.getByRole('button', { name: 'Đổi việc' }));
  expect(await dialog.findByText('Hãy chọn bộ phận.')).toBeTruthy();
  await user.selectOptions(await dialog.findByLabelText('Bộ phận của chuyên viên'), 'Tư pháp');
  await user.click(dialog.getByRole('button', { name: 'Đổi việc' }));
  expect(await dialog.findByText(/còn máy tính bảng đã ghi danh/)).toBeTruthy();
  await user.click(dialog.getByRole('checkbox', { name: /^Cán bộ đi bản/ }));
  await user.click(dialog.getByRole('button', { name: 'Đổi việc' }));
  expect(await screen.findByText('AB12-CD34-EF56')).toBeTruthy();
  const sent = asked.filter(({ route }) => route === path).map(({ body }) => body);
  expect(sent).toEqual([
    { roles: ['specialist'], departmentId: department.id },
    { roles: ['field', 'specialist'], departmentId: department.id },
  ]);
});
