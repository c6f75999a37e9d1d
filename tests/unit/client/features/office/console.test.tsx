// @vitest-environment happy-dom
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { Suspense } from 'react';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { OfficeApp } from '../../../../../src/client/features/office/OfficeApp.tsx';
import { startTexts } from '../../../../../src/client/i18n/i18n.ts';
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
} from './office-server.ts';

beforeAll(() => startTexts());
afterEach(cleanup);

const SECOND = '019ab000-0000-7000-8000-0000000000d2';
const ACT = `POST /api/office/dossiers/${DOSSIER}/actions`;
const choices = { procedures: ['birth-registration'], villages: ['bản Đôn', 'bản Hiêu'], tablets: [] };

function openAt(address: string) {
  window.history.replaceState(null, '', address);
  render(
    <Suspense>
      <OfficeApp />
    </Suspense>,
  );
  return userEvent.setup();
}

function twoLines() {
  const page = queue();
  const [first] = page.dossiers;
  if (first === undefined) throw new Error('no line');
  return { ...page, dossiers: [first, { ...first, id: SECOND, subjectName: 'Lò Thị Mẩy' }] };
}

const desk = {
  [mePath]: () => ok(officer),
  [queuePath]: () => ok(twoLines()),
  'GET /api/office/queue-choices': () => ok(choices),
  'GET /api/office/saved-filters': () => ok({ filters: [] }),
};

describe('the queue', () => {
  it('is narrowed by what is chosen, in an address that leads back to it', async () => {
    answerWith(desk);
    const user = openAt('/office/queue/registered');
    await screen.findByText('Lò Thị Mẩy');
    await user.keyboard('l');
    const dialog = await screen.findByRole('dialog');
    await within(dialog).findByRole('option', { name: 'bản Hiêu' });
    await user.selectOptions(within(dialog).getByLabelText('Thôn, bản'), 'bản Hiêu');
    expect(`${window.location.pathname}${window.location.search}`).toBe(
      '/office/queue/registered?village=b%E1%BA%A3n+Hi%C3%AAu',
    );

    await user.selectOptions(within(dialog).getByLabelText('Hạn trả'), 'late');
    expect(window.location.search).toContain('due=late');
    await user.click(within(dialog).getByRole('button', { name: 'Đóng' }));
    await user.click(screen.getByRole('button', { name: 'Bỏ: bản Hiêu' }));
    expect(window.location.search).toBe('?due=late');
  });

  it('keeps what is searched for out of the address, and sends it in a body', async () => {
    const asked = answerWith({ ...desk, 'POST /api/office/dossiers/search': () => ok(queue()) });
    const user = openAt('/office/queue/registered');
    await screen.findByText('Lò Thị Mẩy');
    await user.keyboard('/khoi');
    await waitFor(() =>
      expect(asked.find(({ route }) => route.endsWith('/search'))?.body).toEqual({
        filter: { status: 'registered' },
        search: 'khoi',
      }),
    );
    expect(window.location.href).not.toContain('khoi');
    // The room remembers it until it is taken away.
    await user.clear(screen.getByRole('searchbox'));
    await screen.findByText('Lò Thị Mẩy');
  });

  it('lets several be chosen by keys, and sends nothing when it is undone', async () => {
    const asked = answerWith(desk);
    const user = openAt('/office/queue/registered');
    await screen.findByText('Lò Thị Mẩy');
    await user.keyboard('jx');
    await user.keyboard('{Shift>}{ArrowDown}{/Shift}');
    expect(screen.getByText('Đã chọn 2 hồ sơ')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Tiếp nhận (2)' }));
    await user.click(await screen.findByRole('button', { name: 'Đồng ý' }));
    await user.click(await screen.findByRole('button', { name: 'Hoàn tác' }));
    expect(screen.getByText('Đã hoàn tác. Chưa gửi gì.')).toBeTruthy();
    expect(asked.some(({ route }) => route.endsWith('/actions'))).toBe(false);
  });

  it('says which went and which did not, and why', async () => {
    const asked = answerWith({
      ...desk,
      [ACT]: () => refused(409, { kind: 'state-not-allowed', detail: 'attachments-awaited' }),
      [ACT.replace(DOSSIER, SECOND)]: () => ok(dossier({ id: SECOND, status: 'accepted' })),
    });
    const user = openAt('/office/queue/registered');
    await screen.findByText('Lò Thị Mẩy');
    await user.keyboard('{Shift>}a{/Shift}');
    for (const box of screen.getAllByRole('checkbox')) if (!box.matches(':checked')) await user.click(box);
    await user.click(screen.getByRole('button', { name: 'Tiếp nhận (2)' }));
    await user.click(await screen.findByRole('button', { name: 'Đồng ý' }));
    await user.click(await screen.findByRole('button', { name: 'Gửi ngay' }));
    expect(await screen.findByText('Đã tiếp nhận 1 hồ sơ')).toBeTruthy();
    expect(screen.getByText(/còn ảnh chưa về/).textContent).toContain('Hà Minh Khôi');
    const bodies = asked.filter(({ route }) => route.endsWith('/actions')).map(({ body }) => body);
    expect(bodies).toMatchObject([
      { revision: 1, act: { kind: 'accept' } },
      { revision: 1, act: { kind: 'accept' } },
    ]);
  });
});

describe('somebody was faster', () => {
  const acted = {
    id: '019ab000-0000-7000-8000-0000000000f1',
    action: 'accepted' as const,
    at: '2026-11-23T02:30:00Z',
    byName: 'Lò Văn Bình',
    deviceName: null,
    detail: {},
  };

  it('is said with who, what and when, and what was typed is kept', async () => {
    let isTaken = false;
    answerWith({
      ...desk,
      [dossierPath]: () =>
        ok(isTaken ? dossier({ revision: 2, status: 'accepted', allowed: [], history: [acted] }) : dossier()),
      [ACT]: () => {
        isTaken = true;
        return refused(409, { kind: 'conflict', detail: 'revision' });
      },
    });
    const user = openAt(`/office/queue/registered/${DOSSIER}`);
    await screen.findByRole('button', { name: 'Tiếp nhận' });
    await user.keyboard('u');
    const dialog = await screen.findByRole('dialog');
    await user.type(within(dialog).getByRole('textbox'), 'Thiếu giấy chứng sinh');
    const buttons = within(dialog).getAllByRole('button');
    await user.click(buttons.at(-1) as HTMLElement);
    expect(await within(dialog).findByText('Lò Văn Bình')).toBeTruthy();
    expect(within(dialog).getByText('Bây giờ hồ sơ: Đã tiếp nhận.')).toBeTruthy();
    expect(within(dialog).getByRole('textbox')).toHaveProperty('value', 'Thiếu giấy chứng sinh');
  });
});
