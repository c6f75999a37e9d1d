// @vitest-environment happy-dom
import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { Suspense } from 'react';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
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
  signInPath,
} from './office-server.ts';

beforeAll(() => startTexts());
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const SECOND = '019ab000-0000-7000-8000-0000000000d2';
const OTHER = '019ab000-0000-7000-8000-0000000000a2';
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

/** Streams of news as the console opens them. */
function hearEvents(): EventTarget[] {
  const streams: EventTarget[] = [];
  class Stream extends EventTarget {
    constructor() {
      super();
      streams.push(this);
    }
    close() {}
  }
  vi.stubGlobal('EventSource', Stream);
  return streams;
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
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Đóng' }));
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

describe('a list that changes while several are about to be acted on', () => {
  it('leaves the question as it was asked, on the lines as they were seen', async () => {
    let isMoved = false;
    const asked = answerWith({
      ...desk,
      [queuePath]: () => ok(isMoved ? { ...twoLines(), dossiers: [] } : twoLines()),
      [ACT]: () => refused(409, { kind: 'conflict', detail: 'revision' }),
      [ACT.replace(DOSSIER, SECOND)]: () => ok(dossier({ id: SECOND, status: 'accepted' })),
    });
    const streams = hearEvents();
    const user = openAt('/office/queue/registered');
    await screen.findByText('Lò Thị Mẩy');
    for (const box of screen.getAllByRole('checkbox')) await user.click(box);
    await user.click(screen.getByRole('button', { name: 'Tiếp nhận (2)' }));
    isMoved = true;
    const news = JSON.stringify({ ids: [DOSSIER], counts: queue().counts });
    await act(async () => streams.at(-1)?.dispatchEvent(new MessageEvent('dossiers', { data: news })));
    await waitFor(() => expect(screen.queryByRole('checkbox')).toBeNull());
    expect(screen.getByRole('heading', { name: 'Tiếp nhận 2 hồ sơ?' })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Đồng ý' }));
    await user.click(await screen.findByRole('button', { name: 'Gửi ngay' }));
    expect(await screen.findByText('1 hồ sơ chưa làm được:')).toBeTruthy();
    expect(asked.filter(({ route }) => route.endsWith('/actions'))).toHaveLength(2);
  });
});

describe('a second thing to do to several', () => {
  it('waits until the first has gone, and says so', async () => {
    let answer = () => {};
    const asked = answerWith({ ...desk, [ACT]: () => ok(dossier({ status: 'accepted' })) });
    const answering = globalThis.fetch;
    globalThis.fetch = async (input, init) => {
      if (init?.method === 'POST' && String(input).includes(DOSSIER))
        await new Promise<void>((resolve) => {
          answer = resolve;
        });
      return await answering(input, init);
    };
    const user = openAt('/office/queue/registered');
    await screen.findByText('Lò Thị Mẩy');
    const tick = async (at: number) => await user.click(screen.getAllByRole('checkbox')[at] as HTMLElement);
    await tick(0);
    await user.click(screen.getByRole('button', { name: 'Tiếp nhận (1)' }));
    await user.click(await screen.findByRole('button', { name: 'Đồng ý' }));
    await user.click(await screen.findByRole('button', { name: 'Gửi ngay' }));
    await tick(1);
    await user.click(screen.getByRole('button', { name: 'Tiếp nhận (1)' }));
    const confirm = await screen.findByRole('button', { name: 'Đồng ý' });
    expect(confirm).toHaveProperty('disabled', true);
    expect(screen.getByText(/Việc trước chưa gửi xong/)).toBeTruthy();
    answer();
    await waitFor(() => expect(confirm).toHaveProperty('disabled', false));
    expect(asked.filter(({ route }) => route.endsWith('/actions'))).toHaveLength(1);
  });
});

describe('signing out', () => {
  it('waits for what is being done to several, and lets what failed be read first', async () => {
    const asked = answerWith({
      ...desk,
      [ACT]: () => refused(409, { kind: 'conflict', detail: 'revision' }),
      [ACT.replace(DOSSIER, SECOND)]: () => ok(dossier({ id: SECOND, status: 'accepted' })),
      'POST /api/office/sign-out': () => refused(500, { kind: 'internal' }),
    });
    const user = openAt('/office/queue/registered');
    await screen.findByText('Lò Thị Mẩy');
    for (const box of screen.getAllByRole('checkbox')) await user.click(box);
    await user.click(screen.getByRole('button', { name: 'Tiếp nhận (2)' }));
    await user.click(await screen.findByRole('button', { name: 'Đồng ý' }));
    await user.click(screen.getByRole('button', { name: 'Đăng xuất' }));
    expect(await screen.findByText('1 hồ sơ chưa làm được:')).toBeTruthy();
    expect(asked.some(({ route }) => route.endsWith('/sign-out'))).toBe(false);
    await user.click(screen.getByRole('button', { name: 'Đăng xuất' }));
    await waitFor(() => expect(asked.some(({ route }) => route.endsWith('/sign-out'))).toBe(true));
    expect(await screen.findByText(/Máy chủ gặp lỗi/)).toBeTruthy();
  });
});

describe('the session is over', () => {
  it('and whoever signs in next at this desk is shown nothing that the last one saw', async () => {
    let person: typeof officer | undefined = officer;
    answerWith({
      ...desk,
      [mePath]: () => (person === undefined ? refused(401, { kind: 'unauthorized' }) : ok(person)),
      [dossierPath]: () =>
        person?.id === officer.id ? ok(dossier()) : refused(403, { kind: 'forbidden', detail: 'place' }),
      [signInPath]: () => {
        person = { ...officer, id: OTHER, login: 'binh.lv', displayName: 'Lò Văn Bình' };
        return ok(person);
      },
    });
    const streams = hearEvents();
    const user = openAt(`/office/queue/registered/${DOSSIER}`);
    await screen.findByText('Bùi Thị Mận');
    await user.type(screen.getByRole('searchbox'), 'man');
    person = undefined;
    await act(async () => streams.at(-1)?.dispatchEvent(new Event('over')));
    await user.type(await screen.findByLabelText('Tên đăng nhập'), 'binh.lv');
    await user.type(screen.getByLabelText('Mật khẩu'), 'một mật khẩu');
    await user.click(screen.getByRole('button', { name: 'Vào văn phòng' }));
    await screen.findByText('Lò Văn Bình');
    expect(screen.queryByText('Bùi Thị Mận')).toBeNull();
    expect(screen.getByRole('searchbox')).toHaveProperty('value', '');
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

  it('news that comes in behind the dialog is not acted on unseen', async () => {
    let revision = 1;
    const asked = answerWith({
      ...desk,
      [dossierPath]: () =>
        ok(revision === 1 ? dossier() : dossier({ revision, status: 'accepted', history: [acted] })),
      [ACT]: (body) =>
        (body as { revision: number }).revision === revision
          ? ok(dossier({ revision: 3, status: 'refused', allowed: [] }))
          : refused(409, { kind: 'conflict', detail: 'revision' }),
    });
    const streams = hearEvents();
    const user = openAt(`/office/queue/registered/${DOSSIER}`);
    await screen.findByRole('button', { name: 'Tiếp nhận' });
    await user.keyboard('u');
    const dialog = await screen.findByRole('dialog');
    await user.type(within(dialog).getByRole('textbox'), 'Thiếu giấy chứng sinh');
    revision = 2;
    const before = asked.filter(({ route }) => route === dossierPath).length;
    const news = JSON.stringify({ ids: [DOSSIER], counts: queue().counts });
    await act(async () => streams.at(-1)?.dispatchEvent(new MessageEvent('dossiers', { data: news })));
    await waitFor(() =>
      expect(asked.filter(({ route }) => route === dossierPath).length).toBeGreaterThan(before),
    );
    const refuse = () => within(dialog).getAllByRole('button').at(-1) as HTMLElement;
    await user.click(refuse());
    expect(await within(dialog).findByText('Lò Văn Bình')).toBeTruthy();
    await user.click(refuse());
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });
});

describe('a department', () => {
  const department = { id: '019ab000-0000-7000-8000-0000000000b1', name: 'Tư pháp' };
  const specialist = { ...officer, roles: ['specialist' as const], department };
  const given = { heldBy: department, status: 'in-progress' as const, allowed: ['finish' as const] };
  const papersPath = `GET /api/office/dossiers/${DOSSIER}/papers`;

  it('begins with what it was given, and hears of no arrivals at the counter', async () => {
    answerWith({ ...desk, [mePath]: () => ok(specialist) });
    openAt('/office');
    await screen.findByText('Lò Thị Mẩy');
    expect(window.location.pathname).toBe('/office/queue/in-progress');
    expect(screen.queryByText(/hồ sơ mới/)).toBeNull();
  });

  it('is told that what it has finished is out of its hands, and asks for nothing that it may not see', async () => {
    const asked = answerWith({
      ...desk,
      [mePath]: () => ok(specialist),
      [dossierPath]: () => ok(dossier(given)),
      [ACT]: () => ok(dossier({ status: 'done', revision: 2, allowed: [], officialCode: 'H56-1' })),
    });
    const user = openAt(`/office/queue/in-progress/${DOSSIER}`);
    await user.click(await screen.findByRole('button', { name: 'Giải quyết xong' }));
    await waitFor(() => expect(asked.some(({ route }) => route === papersPath)).toBe(true));
    const before = asked.filter(({ route }) => route === papersPath).length;
    await user.click(await screen.findByRole('button', { name: 'Đã giải quyết xong' }));
    expect(await screen.findByText(/Hồ sơ đã chuyển khỏi bộ phận/)).toBeTruthy();
    expect(asked.filter(({ route }) => route === papersPath)).toHaveLength(before);
    expect(asked.filter(({ route }) => route === dossierPath)).toHaveLength(1);
  });

  it('goes on with what comes back to it, without a new page load', async () => {
    let now = dossier(given);
    const streams = hearEvents();
    answerWith({
      ...desk,
      [mePath]: () => ok(specialist),
      [dossierPath]: () => (now.heldBy === null ? refused(403, { kind: 'forbidden' }) : ok(now)),
      [ACT]: () => {
        now = dossier({ ...given, heldBy: null, revision: 2, allowed: [] });
        return ok(now);
      },
    });
    const user = openAt(`/office/queue/in-progress/${DOSSIER}`);
    await user.click(await screen.findByRole('button', { name: 'Giải quyết xong' }));
    await user.click(await screen.findByRole('button', { name: 'Đã giải quyết xong' }));
    expect(await screen.findByText(/Hồ sơ đã chuyển khỏi bộ phận/)).toBeTruthy();
    now = dossier({ ...given, revision: 3 });
    const news = JSON.stringify({ ids: [DOSSIER], counts: queue().counts });
    await act(async () => streams.at(-1)?.dispatchEvent(new MessageEvent('dossiers', { data: news })));
    expect(await screen.findByRole('button', { name: 'Giải quyết xong' })).toBeTruthy();
    expect(screen.queryByText(/Hồ sơ đã chuyển khỏi bộ phận/)).toBeNull();
  });
});
