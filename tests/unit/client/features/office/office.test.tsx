// @vitest-environment happy-dom
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { Suspense } from 'react';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { OfficeApp } from '../../../../../src/client/features/office/OfficeApp.tsx';
import { startTexts } from '../../../../../src/client/i18n/i18n.ts';
import { actOnDossier, listDepartments } from '../../../../../src/contract/operations/dossier-actions.ts';
import {
  answerWith,
  DOSSIER,
  dossier,
  dossierPath,
  mePath,
  officer,
  ok,
  queue,
  queuePath,
  refused,
  signInPath,
} from './office-server.ts';

beforeAll(() => startTexts());
afterEach(cleanup);

function openAt(address: string) {
  window.history.replaceState(null, '', address);
  render(
    <Suspense>
      <OfficeApp />
    </Suspense>,
  );
  return userEvent.setup();
}

const signedIn = { [mePath]: () => ok(officer), [queuePath]: () => ok(queue()) };

describe('the sign-in', () => {
  async function tryToSignIn() {
    const user = openAt(`/office/queue/registered/${DOSSIER}`);
    await user.type(await screen.findByLabelText('Tên đăng nhập'), 'lan.pt');
    await user.type(screen.getByLabelText('Mật khẩu'), 'không đúng');
    await user.click(screen.getByRole('button', { name: 'Vào văn phòng' }));
  }

  it('says what is wrong, and keeps what was typed', async () => {
    answerWith({
      [mePath]: () => refused(401, { kind: 'unauthorized' }),
      [signInPath]: () => refused(401, { kind: 'credentials-invalid' }),
    });
    await tryToSignIn();
    expect(await screen.findByText('Tên đăng nhập hoặc mật khẩu không đúng.')).toBeTruthy();
    expect(screen.getByLabelText('Tên đăng nhập')).toHaveProperty('value', 'lan.pt');
  });

  it('says how many seconds to wait after too many tries', async () => {
    answerWith({
      [mePath]: () => refused(401, { kind: 'unauthorized' }),
      [signInPath]: () => refused(429, { kind: 'too-many-requests', retryAfter: 40 }),
    });
    await tryToSignIn();
    expect(await screen.findByText(/Hãy đợi 40 giây/)).toBeTruthy();
  });

  it('does not take a page of a captive portal for an answer', async () => {
    answerWith({
      [mePath]: () => refused(401, { kind: 'unauthorized' }),
      [signInPath]: () => ok({ welcome: 'free wifi' }),
    });
    await tryToSignIn();
    expect(await screen.findByText(/không phải của máy chủ/)).toBeTruthy();
  });

  it('opens the very place that was asked for', async () => {
    let isIn = false;
    answerWith({
      ...signedIn,
      [mePath]: () => (isIn ? ok(officer) : refused(401, { kind: 'unauthorized' })),
      [signInPath]: () => {
        isIn = true;
        return ok(officer);
      },
      [dossierPath]: () => ok(dossier()),
    });
    await tryToSignIn();
    expect(await screen.findByRole('button', { name: 'Tiếp nhận' })).toBeTruthy();
    expect(window.location.pathname).toBe(`/office/queue/registered/${DOSSIER}`);
  });

  it('stands in the way of everything while the password is the one-time one', async () => {
    answerWith({ ...signedIn, [mePath]: () => ok({ ...officer, mustChangePassword: true }) });
    openAt('/office/queue/registered');
    expect(await screen.findByRole('heading', { name: 'Đặt mật khẩu của mình' })).toBeTruthy();
    expect(screen.queryByText('Hà Minh Khôi')).toBeNull();
  });
});

const supplement = {
  id: '019ab000-0000-7000-8000-0000000000e1',
  number: 1,
  reason: 'Ảnh mờ.\nXin chụp lại.',
  items: [
    {
      what: 'document' as const,
      id: 'birth-proof',
      note: 'chụp rõ con dấu',
      copies: { original: 1, certified: 0, photocopy: 2 },
    },
    { what: 'question' as const, id: 'mother.name', note: '' },
  ],
  assignedTo: '019ab000-0000-7000-8000-0000000000a1',
  assignedToName: 'Hà Văn Tổ',
  requestedAt: '2026-11-23T02:30:00Z',
  byName: 'Lò Văn Bình',
  arrived: null,
  endedAt: null,
};

describe('a dossier', () => {
  it("shows the answers in the form's own order, and nothing that was not asked", async () => {
    answerWith({ ...signedIn, [dossierPath]: () => ok(dossier()) });
    openAt(`/office/queue/registered/${DOSSIER}`);
    await screen.findByText('Mẹ của bé tên là gì?');
    const labels = [...document.querySelectorAll('dt')].map((term) => term.textContent ?? '');
    const at = (label: string) => labels.indexOf(label);
    expect(at('Người đi khai là gì của bé?')).toBeGreaterThan(-1);
    expect(at('Bé được đặt tên là gì?')).toBeGreaterThan(at('Người đi khai là gì của bé?'));
    expect(at('Mẹ của bé tên là gì?')).toBeGreaterThan(at('Bé được đặt tên là gì?'));
    // The mother files herself: the requester's own name is not asked a second time.
    expect(labels).not.toContain('Người đi khai tên là gì?');
    expect(screen.getByText('năm 1999')).toBeTruthy();
    expect(screen.getByText('không biết')).toBeTruthy();
  });

  it('of a withdrawn version says so, and can be accepted', async () => {
    answerWith({ ...signedIn, [dossierPath]: () => ok(dossier({ isProcedureWithdrawn: true })) });
    openAt(`/office/queue/registered/${DOSSIER}`);
    expect(await screen.findByText(/Bản 1 của thủ tục này đã bị thu hồi/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Tiếp nhận' })).toHaveProperty('disabled', false);
  });

  it('touched by somebody else is fetched again, said so, and not accepted behind the officer’s back', async () => {
    let revision = 1;
    const touched = {
      id: '019ab000-0000-7000-8000-0000000000f1',
      action: 'papers-taken' as const,
      at: '2026-11-23T02:30:00Z',
      byName: 'Lò Văn Bình',
      deviceName: null,
      detail: {},
    };
    const asked = answerWith({
      ...signedIn,
      [dossierPath]: () => ok(dossier({ revision, history: revision === 1 ? [] : [touched] })),
      [`POST /api/office/dossiers/${DOSSIER}/actions`]: () => {
        revision = 2;
        return refused(409, { kind: 'conflict' });
      },
    });
    const user = openAt(`/office/queue/registered/${DOSSIER}`);
    await user.click(await screen.findByRole('button', { name: 'Tiếp nhận' }));
    await user.click(await screen.findByRole('button', { name: 'Tiếp nhận hồ sơ' }));
    expect(await screen.findByText('Đã có người khác thay đổi.')).toBeTruthy();
    await screen.findAllByText('Lò Văn Bình');
    expect(asked.filter(({ route }) => route.endsWith('/actions'))).toHaveLength(1);
    expect(screen.getByText(/chữ đã gõ còn nguyên/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Tiếp nhận hồ sơ' }));
    await waitFor(() => expect(asked.filter(({ route }) => route.endsWith('/actions'))).toHaveLength(2));
    const bodies = asked.filter(({ route }) => route.endsWith('/actions')).map(({ body }) => body);
    expect(bodies[1]).toMatchObject({ revision: 2 });
  });

  it('sends the same command again after a lost answer', async () => {
    let isLost = true;
    const asked = answerWith({
      ...signedIn,
      [dossierPath]: () => ok(dossier()),
      [`POST /api/office/dossiers/${DOSSIER}/actions`]: () => {
        if (isLost) {
          isLost = false;
          throw new TypeError('connection lost');
        }
        return ok(
          dossier({
            revision: 2,
            status: 'accepted',
            officialCode: '000.00.00.H56-261123-0001',
            acceptedAt: '2026-11-23T02:30:00Z',
            acceptedByName: 'Phạm Thị Lan',
            dueAt: '2026-11-23T10:00:00Z',
            dueDate: '2026-11-23',
            dueReason: [{ key: 'same-day', params: { cutoff: '15:00' } }],
            allowed: [],
          }),
        );
      },
    });
    const user = openAt(`/office/queue/registered/${DOSSIER}`);
    await user.click(await screen.findByRole('button', { name: 'Tiếp nhận' }));
    await user.click(await screen.findByRole('button', { name: 'Tiếp nhận hồ sơ' }));
    expect(await screen.findByText('Không nối được với máy chủ.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Tiếp nhận hồ sơ' }));
    expect(await screen.findByText('000.00.00.H56-261123-0001')).toBeTruthy();
    expect(screen.getByText('17:00 23/11/2026')).toBeTruthy();
    expect(screen.getByText('Nhận không muộn hơn 15:00 nên trả trong ngày.')).toBeTruthy();
    const [first, second] = asked.filter(({ route }) => route.endsWith('/actions')).map(({ body }) => body);
    expect(second).toEqual(first);
  });

  it('puts the focus on what is still missing, which in a long dialog is out of view', async () => {
    answerWith({ ...signedIn, [dossierPath]: () => ok(dossier()) });
    const user = openAt(`/office/queue/registered/${DOSSIER}`);
    await user.click(await screen.findByRole('button', { name: 'Yêu cầu bổ sung' }));
    const send = await screen.findByRole('button', { name: 'Gửi yêu cầu bổ sung' });
    await user.click(send);
    expect(screen.getByText('Hãy ghi lý do.')).toBeTruthy();
    const reason = screen.getByLabelText(/^Lý do/);
    await waitFor(() => expect(document.activeElement).toBe(reason));
    await user.type(reason, 'Ảnh mờ');
    await user.click(send);
    expect(screen.getByText('Hãy chọn ít nhất một mục.')).toBeTruthy();
    await waitFor(() =>
      expect(document.activeElement).toBe(within(screen.getByRole('dialog')).getAllByRole('checkbox')[0]),
    );
  });

  it('says which part of an act is not possible, and does not send anybody to load the page anew', async () => {
    answerWith({
      ...signedIn,
      [dossierPath]: () => ok(dossier({ status: 'accepted', allowed: ['extend'] })),
      [`POST /api/office/dossiers/${DOSSIER}/actions`]: () =>
        refused(400, { kind: 'malformed', detail: 'date' }),
    });
    const user = openAt(`/office/queue/registered/${DOSSIER}`);
    await user.click(await screen.findByRole('button', { name: 'Xin lỗi, gia hạn' }));
    for (const [label, typed] of [
      ['Ngày', '06'],
      ['Tháng', '12'],
      ['Năm', '2026'],
    ] as const)
      await user.type(screen.getByLabelText(label), typed);
    await user.type(screen.getByLabelText(/^Lý do/), 'Cán bộ đi họp');
    await user.click(screen.getByRole('button', { name: 'Gia hạn' }));
    expect(await screen.findByText(/phải là ngày làm việc, chưa qua/)).toBeTruthy();
    expect(screen.queryByText(/tải lại trang/)).toBeNull();
  });

  it('shows what a supplement asked for, also to an officer who did not ask', async () => {
    answerWith({
      ...signedIn,
      [dossierPath]: () => ok(dossier({ status: 'supplement-requested', supplements: [supplement] })),
    });
    openAt(`/office/queue/registered/${DOSSIER}`);
    const paper = await screen.findByText(/chụp rõ con dấu/);
    expect(paper.textContent).toBe('Giấy tờ về việc sinh bé · chụp rõ con dấu (Bản chính: 1, Bản chụp: 2)');
    const list = paper.closest('ul');
    expect(list && within(list).getByText('Mẹ của bé tên là gì?')).toBeTruthy();
  });

  describe('awaiting a supplement', () => {
    const path = actOnDossier.path.replace(':id', DOSSIER);
    const assistant = { id: supplement.assignedTo, displayName: 'Hà Văn Tổ' };
    const colleague = { id: '019ab000-0000-7000-8000-0000000000a3', displayName: 'Vi Văn Đi' };

    async function sendAnother(...fieldStaff: (typeof colleague)[]) {
      const awaited = dossier({
        status: 'supplement-requested',
        supplement: 'asked',
        supplements: [supplement],
        allowed: ['reassign-supplement'],
      });
      const asked = answerWith({
        ...signedIn,
        [dossierPath]: () => ok(awaited),
        [`GET ${listDepartments.path}`]: () =>
          ok(listDepartments.answer.parse({ departments: [], fieldStaff })),
        [`POST ${path}`]: () => ok(awaited),
      });
      const user = openAt(`/office/queue/registered/${DOSSIER}`);
      await user.click(await screen.findByRole('button', { name: 'Giao người khác đi' }));
      return { user, asked };
    }

    it('sends a colleague in the place of who was to go', async () => {
      const { user, asked } = await sendAnother(assistant, colleague);
      const choice = await screen.findByLabelText<HTMLSelectElement>('Ai gặp người dân');
      await within(choice).findByText('Vi Văn Đi');
      expect([...choice.options].map(({ text }) => text)).toEqual(['Chọn…', 'Vi Văn Đi']);
      await user.click(screen.getByRole('button', { name: 'Giao việc' }));
      expect(await screen.findByText('Hãy chọn cán bộ.')).toBeTruthy();
      await user.selectOptions(choice, 'Vi Văn Đi');
      await user.click(screen.getByRole('button', { name: 'Giao việc' }));
      await waitFor(() =>
        expect(asked.find(({ route }) => route === `POST ${path}`)?.body).toMatchObject({
          act: { kind: 'reassign-supplement', assignedTo: colleague.id },
        }),
      );
    });

    it('says where nobody else goes to the villages', async () => {
      await sendAnother(assistant);
      expect(await screen.findByText(/không có cán bộ đi bản nào khác/)).toBeTruthy();
    });
  });
});
