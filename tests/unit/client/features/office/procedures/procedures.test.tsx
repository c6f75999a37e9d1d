// @vitest-environment happy-dom
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { Suspense } from 'react';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { OfficeApp } from '../../../../../../src/client/features/office/OfficeApp.tsx';
import { startTexts } from '../../../../../../src/client/i18n/i18n.ts';
import {
  CheckedProcedure,
  checkProcedure,
  listProcedures,
  ProcedureLine,
  uploadProcedure,
} from '../../../../../../src/contract/operations/procedures.ts';
import { expanded, makeWell } from '../../../../../integration/procedures/made-up.ts';
import { answerWith, mePath, officer, ok, refused } from '../office-server.ts';

beforeAll(() => startTexts());
afterEach(cleanup);

const digest = 'A'.repeat(43);
const draft = ProcedureLine.parse({
  id: 'village-well',
  version: 1,
  origin: 'uploaded',
  state: 'draft',
  names: { vi: 'Đào giếng', en: 'Digging a well' },
  from: null,
  last: { action: 'uploaded', at: '2026-11-23T02:00:00Z', byName: 'Lê Quản Trị' },
  note: '',
  digest,
  reach: 'file',
  reviewStatus: 'draft',
  unconfirmed: 1,
  allowed: ['publish', 'discard'],
});
const shipped = ProcedureLine.parse({
  ...draft,
  ...{ id: 'birth-registration', origin: 'shipped', state: 'current', names: { vi: 'Đăng ký khai sinh' } },
  ...{ last: null, digest: null, unconfirmed: 3, allowed: ['withdraw'] },
});
const content = expanded(makeWell());
const today = '2026-11-23';

const WELL = '/api/office/procedures/village-well/versions/1';
const listPath = `GET ${listProcedures.path}`;
const signedIn = {
  [mePath]: () => ok({ ...officer, roles: ['administrator'] }),
  [listPath]: () => ok({ procedures: [shipped, draft], today }),
  [`GET ${WELL}`]: () => ok({ package: content, isWithdrawn: false }),
};

function openAt(address: string) {
  window.history.replaceState(null, '', address);
  render(
    <Suspense>
      <OfficeApp />
    </Suspense>,
  );
  return userEvent.setup();
}

async function choose(user: ReturnType<typeof userEvent.setup>, text: string, name = 'gieng.json') {
  await screen.findByRole('button', { name: 'Chọn tệp' });
  const picker = document.querySelector<HTMLInputElement>('[data-procedures="file"]');
  if (picker === null) throw new Error('no way to choose a file');
  await user.upload(picker, new File([text], name, { type: 'application/json' }));
}

it('the room lists where each version stands, and finds one without accents', async () => {
  answerWith(signedIn);
  const user = openAt('/office/procedures');
  expect(await screen.findByRole('link', { name: 'Đào giếng' })).toBeTruthy();
  expect(screen.getByText('Đang dùng')).toBeTruthy();
  expect(screen.getByText('Bản nháp')).toBeTruthy();
  await user.type(screen.getByRole('searchbox'), 'dao gieng');
  await waitFor(() => expect(screen.queryByRole('link', { name: 'Đăng ký khai sinh' })).toBeNull());
  expect(screen.getByText('1 bản')).toBeTruthy();
});

it('a file is checked, tried out with the engine, kept as a draft, and nothing before that is sent', async () => {
  const asked = answerWith({
    ...signedIn,
    [`POST ${checkProcedure.path}`]: () =>
      ok(CheckedProcedure.parse({ findings: [], package: content, digest, nextVersion: 1 })),
    [`POST ${uploadProcedure.path}`]: () => ok(draft),
  });
  const user = openAt('/office/procedures/new');
  await choose(user, JSON.stringify(makeWell()));
  expect(await screen.findByText('Kiểm tra xong, không thấy lỗi.')).toBeTruthy();
  const verdict = within(screen.getByRole('complementary', { name: 'Máy nói gì' }));
  expect(verdict.getByText('Chưa xong')).toBeTruthy();
  expect(verdict.getByText('Chủ giếng tên là gì?')).toBeTruthy();
  await user.type(screen.getByRole('textbox', { name: 'Chủ giếng tên là gì?' }), 'Hà Văn 2');
  expect(await verdict.findByText(/Tên không có chữ số/)).toBeTruthy();
  expect(verdict.queryByText('Chủ giếng tên là gì?')).toBeNull();
  expect(verdict.getByText('Đào giếng')).toBeTruthy();
  await user.type(screen.getByLabelText('Ghi chú cho đồng nghiệp (không bắt buộc)'), 'Bản đầu');
  await user.click(screen.getByRole('button', { name: 'Giữ làm bản nháp' }));
  await waitFor(() => expect(window.location.pathname).toBe('/office/procedures/village-well/1'));
  expect(asked.filter(({ route }) => route.startsWith('POST'))).toEqual([
    { route: `POST ${checkProcedure.path}`, body: { content: makeWell(), language: 'vi' } },
    { route: `POST ${uploadProcedure.path}`, body: { content, note: 'Bản đầu' } },
  ]);
});

it('errors are listed with their place, and then nothing can be kept; a wrong number is mended by one press', async () => {
  let checks = 0;
  const asked = answerWith({
    ...signedIn,
    [`POST ${checkProcedure.path}`]: () => {
      checks += 1;
      const finding = { severity: 'error', place: 'version', message: 'the next version is 2' };
      return ok({ findings: checks === 1 ? [finding] : [], package: content, digest, nextVersion: 2 });
    },
  });
  const user = openAt('/office/procedures/new');
  await choose(user, JSON.stringify(makeWell()));
  expect(await screen.findByText(/the next version is 2/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Giữ làm bản nháp' })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Đổi thành bản 2' }));
  expect(await screen.findByText('Kiểm tra xong, không thấy lỗi.')).toBeTruthy();
  const renumbered = { ...content, definition: { ...content.definition, version: 2 } };
  expect(asked.at(-1)?.body).toEqual({ content: renumbered, language: 'vi' });
});

it('a file that is no declaration is said to be none', async () => {
  answerWith(signedIn);
  const user = openAt('/office/procedures/new');
  await choose(user, 'giếng', 'ảnh.json');
  expect(await screen.findByText(/Tệp ảnh.json không đọc được/)).toBeTruthy();
});

it('publishing asks from which day, never a past one, and sends the digest of what was seen', async () => {
  const published = { ...draft, state: 'current', from: today, allowed: ['withdraw'] };
  let isPublished = false;
  const asked = answerWith({
    ...signedIn,
    [listPath]: () => ok({ procedures: [isPublished ? published : draft], today }),
    [`POST ${WELL}/publish`]: () => {
      isPublished = true;
      return ok(published);
    },
  });
  const user = openAt('/office/procedures/village-well/1');
  await user.click(await screen.findByRole('button', { name: 'Công bố' }));
  const dialog = within(screen.getByRole('dialog'));
  expect(dialog.getByText(/Còn 1 điều chưa xác nhận/)).toBeTruthy();
  const type = async (label: string, digits: string) => {
    await user.clear(dialog.getByLabelText(label));
    await user.type(dialog.getByLabelText(label), digits);
  };
  const isOffered = () => dialog.getByRole('button', { name: 'Công bố' });
  await type('Ngày', '22');
  expect(isOffered()).toHaveProperty('disabled', true);
  expect(dialog.getByText(/Ngày này đã qua/)).toBeTruthy();
  // There is no 31st of November.
  await type('Ngày', '31');
  expect(dialog.getByText('Cần đủ ngày, tháng và năm.')).toBeTruthy();
  expect(isOffered()).toHaveProperty('disabled', true);
  await type('Ngày', '1');
  await type('Tháng', '12');
  await user.click(isOffered());
  expect(await screen.findByText('Đang dùng')).toBeTruthy();
  expect(asked.find(({ route }) => route.endsWith('/publish'))?.body).toEqual({ digest, from: '2026-12-01' });
});

it('clearing the answers clears what was typed, half-typed numbers and dates too', async () => {
  const more = { id: 'depth', type: 'number', text: 'depth' };
  const steps = [{ id: 'owner', questions: [{ id: 'owner.name', type: 'name' }, more] }];
  const texts = { vi: { ...content.texts.vi, shared: { depth: { label: 'Giếng sâu mấy mét?' } } } };
  const asked = { definition: { ...content.definition, steps, rules: [] }, texts };
  answerWith({ ...signedIn, [`GET ${WELL}`]: () => ok({ package: asked, isWithdrawn: false }) });
  const user = openAt('/office/procedures/village-well/1');
  const depth = () => screen.getByRole('textbox', { name: 'Giếng sâu mấy mét?' });
  await user.type(await screen.findByRole('textbox', { name: 'Giếng sâu mấy mét?' }), '-');
  expect(depth()).toHaveProperty('value', '-');
  await user.click(screen.getByRole('button', { name: 'Xóa câu trả lời thử' }));
  expect(depth()).toHaveProperty('value', '');
});

it('a version is saved as a spreadsheet, and what that cannot say is listed', async () => {
  const saved: string[] = [];
  HTMLAnchorElement.prototype.click = function click() {
    saved.push(this.download);
  };
  answerWith({
    ...signedIn,
    [`GET ${WELL}/xlsform`]: () => ok({ workbook: 'UEsDBA', notes: ['Lệ phí không ghi được.'] }),
  });
  const user = openAt('/office/procedures/village-well/1');
  await user.click(await screen.findByRole('button', { name: 'Tải bảng tính về' }));
  expect(await screen.findByText('Lệ phí không ghi được.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Tải tệp về' }));
  expect(saved).toEqual(['village-well-1.xlsx', 'village-well-1.json']);
});

it('withdrawing needs a reason, and a refusal stands beside it', async () => {
  answerWith({
    ...signedIn,
    [listPath]: () => ok({ procedures: [{ ...draft, state: 'current', allowed: ['withdraw'] }], today }),
    [`POST ${WELL}/withdraw`]: () => refused(500, { kind: 'internal' }),
  });
  const user = openAt('/office/procedures/village-well/1');
  await user.click(await screen.findByRole('button', { name: 'Thu hồi' }));
  const dialog = within(screen.getByRole('dialog'));
  expect(dialog.getByRole('button', { name: 'Thu hồi' })).toHaveProperty('disabled', true);
  await user.type(dialog.getByLabelText('Vì sao thu hồi?'), 'Sai lệ phí');
  await user.click(dialog.getByRole('button', { name: 'Thu hồi' }));
  expect(await dialog.findByText(/Máy chủ gặp lỗi/)).toBeTruthy();
});
