// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { Suspense } from 'react';
import { v7 } from 'uuid';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Link } from 'wouter';
import { createSessionHolder } from '../../../../../../src/client/app/session-holder.ts';
import { BeginPage } from '../../../../../../src/client/features/field/begin/BeginPage.tsx';
import { ProcedurePage } from '../../../../../../src/client/features/field/begin/ProcedurePage.tsx';
import { describeDraft } from '../../../../../../src/client/features/field/common/describe-draft.ts';
import { KioskContext } from '../../../../../../src/client/features/field/common/kiosk/kiosk-context.ts';
import { takeInVisits } from '../../../../../../src/client/features/field/common/kiosk/take-in-visits.ts';
import { ServicesContext } from '../../../../../../src/client/features/field/common/services.ts';
import { InterviewPage } from '../../../../../../src/client/features/field/interview/InterviewPage.tsx';
import { KioskPage } from '../../../../../../src/client/features/field/kiosk/KioskPage.tsx';
import { currentLanguage, showLanguage, startTexts } from '../../../../../../src/client/i18n/i18n.ts';
import { ProceduresContext } from '../../../../../../src/client/procedures/procedures-context.ts';
import { createMemoryStorage } from '../../../../../../src/client/storage/memory-storage.ts';
import type { Draft, Kiosk } from '../../../../../../src/client/storage/model.ts';
import type { Records, Storage } from '../../../../../../src/client/storage/storage.ts';
import { makeKioskKeys } from '../../../../../../src/client/vault/kiosk-keys.ts';
import type { OpenVault } from '../../../../../../src/client/vault/model.ts';
import { evaluate } from '../../../../../../src/domain/procedure/run.ts';
import { getCurrentProcedure } from '../../../../../../src/procedures/catalogue.ts';
import { tabletProcedures } from '../../../../../support/procedures/tablet-procedures.ts';
import { sampleDraft, sampleVault } from '../../../../../support/seal/samples.ts';
import { fieldServices } from '../../../../../support/tablet/field-services.ts';

const account = getCurrentProcedure('account-registration');
/** The screens look at the clock once a second, and the machine may be busy with other tests. */
const SOON = { timeout: 15_000 };

let storage: Storage;
let vault: OpenVault;
let records: Records;
let clock: Date;
beforeAll(() => startTexts());
beforeEach(async () => {
  clock = new Date('2026-11-28T03:00:00Z');
  storage = createMemoryStorage();
  vault = await sampleVault();
  records = await storage.openRecords(vault);
  await keepFor(records, 'Người Khác');
});
afterEach(async () => {
  cleanup();
  await showLanguage('vi');
});

/** An account registration begun, at its read-back, as the interview keeps it. */
async function keepFor(whose: Records, name: string): Promise<Draft> {
  const answers = { 'person.name': name };
  const draft: Draft = {
    ...sampleDraft(),
    kind: 'account',
    procedure: { id: account.id, version: account.version },
    answers,
    at: { step: account.steps.find(({ kind }) => kind === 'read-back')?.id ?? '' },
  };
  const line = describeDraft(draft, account, evaluate(account, answers, { today: '2026-11-28' }));
  const saved = await whose.saveDraft(draft, line);
  if (saved.kind !== 'saved') throw new Error(saved.kind);
  return { ...draft, updatedAt: saved.at };
}

/** A screen over this tablet's storage; `session` is whoever is there. */
async function show(of: React.ReactElement, session = createSessionHolder()): Promise<void> {
  await act(async () => {
    render(
      <ServicesContext value={fieldServices(storage, session, { now: () => clock, newId: v7 })}>
        <ProceduresContext value={tabletProcedures(storage)}>
          <Suspense>{of}</Suspense>
        </ProceduresContext>
      </ServicesContext>,
    );
  });
}

/** The kiosk as the app puts it together; the door is a word in the place of the PIN. */
async function stand(begins = (event?: string) => <BeginPage event={event} />): Promise<void> {
  const { publicKey, sealed } = await makeKioskKeys(vault);
  const kiosk: Kiosk = {
    staffId: vault.staffId,
    publicKey,
    since: '2026-11-28T02:00:00Z',
    minutes: 3,
    language: 'vi',
  };
  await storage.kiosk.begin(kiosk, { publicKey, sealed });
  await show(
    <KioskPage
      kiosk={kiosk}
      onBusy={() => undefined}
      screens={{
        begin: begins,
        procedure: (id) => <ProcedurePage id={id} />,
        interview: (draftId) => <InterviewPage draftId={draftId} />,
        lock: <p>the PIN</p>,
        enrol: <p>the code</p>,
      }}
    />,
  );
  await welcomed();
}

const welcomed = () => screen.findByRole('heading', { name: 'Nhà mình có việc gì?' }, SOON);
/** What is pressed may lead to a screen that waits for its procedure: the wait is awaited too. */
async function touch(element: HTMLElement): Promise<void> {
  await act(async () => {
    fireEvent.click(element);
    await new Promise((resolve) => setTimeout(resolve, 20));
  });
}
/** Help stands twice, for wide screens and for narrow ones; style shows one of them. */
const press = async (name: string | RegExp) => {
  const [first] = await screen.findAllByRole('button', { name }, SOON);
  if (first !== undefined) await touch(first);
};
const follow = async (name: string | RegExp) => await touch(await screen.findByRole('link', { name }, SOON));

/** As far as the first question of an account registration. */
async function begin(): Promise<void> {
  await press('Mở tài khoản dịch vụ công');
  await follow(/Đăng ký tài khoản/);
  await press('Bắt đầu');
  await screen.findByText(/^Phần 1/, undefined, SOON);
}

const agree = async () => await touch(await screen.findByRole('radio', { name: /^Đồng ý/ }, SOON));

describe('a tablet for whoever comes', () => {
  it('shows what happens in a life and which languages there are, and nothing of anybody', async () => {
    await stand();
    expect(screen.getByRole('button', { name: 'Có cháu mới sinh' })).toBeTruthy();
    const languages = within(screen.getByRole('group', { name: 'Chọn ngôn ngữ' }));
    expect(languages.getByRole('button', { name: 'English' })).toBeTruthy();
    expect(screen.queryByText(/Người Khác/)).toBeNull();
    expect(screen.queryByRole('link')).toBeNull();
    expect(screen.queryByRole('searchbox')).toBeNull();
  });

  it('asks one question at a time, without a way to whole steps, to the accounts of others or to the voices’ workshop', async () => {
    await stand();
    await begin();
    expect(screen.queryByRole('button', { name: 'Cả phần' })).toBeNull();
    expect(screen.queryByRole('link')).toBeNull();
    expect(screen.queryByText(/Người Khác/)).toBeNull();
  });

  it('who stops in the middle is asked once more, then told a number; the draft waits for the staff alone', async () => {
    await stand();
    await begin();
    await agree();
    await press('Gọi cán bộ');
    await press('Tôi làm tiếp');
    await press('Gọi cán bộ');
    await press('Gửi cho cán bộ');
    expect(await screen.findByRole('heading', { name: 'Xong phần của bác' }, SOON)).toBeTruthy();
    expect(screen.getByText('1').tagName).toBe('B');
    expect(records.listEntries()).toHaveLength(1);
    await press('Đã nhớ số');
    await welcomed();

    expect(await takeInVisits(storage, { vault, records })).toBe(1);
    const [draft] = records.listEntries().filter(({ kiosk }) => kiosk !== undefined);
    expect(draft?.kiosk).toMatchObject({ value: 1, how: 'handed-over' });
    expect((await records.findDraft(draft?.id ?? ''))?.answers).toMatchObject({
      'consent.register': { granted: true },
    });
  });

  it('the way ends where everything is read back: signing is for the staff', async () => {
    const session = createSessionHolder();
    session.unlock({ vault, records });
    const draft = await keepFor(records, 'Lò Thị Mẩy');
    let handedOver = 0;
    await show(
      <KioskContext value={{ handOver: () => handedOver++, askToLeave: () => undefined }}>
        <InterviewPage draftId={draft.id} />
      </KioskContext>,
      session,
    );
    const finish = await screen.findByRole('button', { name: 'Gửi cho cán bộ' }, SOON);
    expect(screen.queryByRole('button', { name: 'Tiếp theo' })).toBeNull();
    fireEvent.submit(finish);
    await waitFor(() => expect(handedOver).toBe(1), SOON);
    cleanup();
    await show(<InterviewPage draftId={draft.id} />, session);
    expect(await screen.findByRole('button', { name: 'Tiếp theo' }, SOON)).toBeTruthy();
  });

  it('a link that leads out of the way through it leads nowhere', async () => {
    await stand(() => <Link href="/settings">out</Link>);
    await press('Mở tài khoản dịch vụ công');
    await follow('out');
    expect(screen.getByRole('link', { name: 'out' })).toBeTruthy();
    expect(location.pathname).not.toBe('/settings');
  });

  it('who only looked leaves nothing behind', async () => {
    await stand();
    await press('Mở tài khoản dịch vụ công');
    await follow('Quay lại');
    await follow('Về trang chính');
    await welcomed();
    expect(await storage.kiosk.listVisits(vault.staffId)).toEqual([]);
  });

  it('left alone it counts down, stops at a touch, and then puts the person away as gone', async () => {
    await stand();
    await begin();
    await agree();
    clock = new Date(clock.getTime() + 181_000);
    expect((await screen.findByRole('timer', undefined, SOON)).textContent).toBe('29');
    fireEvent.pointerDown(document.body);
    await waitFor(() => expect(screen.queryByRole('timer')).toBeNull(), SOON);
    clock = new Date(clock.getTime() + 211_000);
    expect(await screen.findByRole('heading', { name: 'Máy đã cất phần đang làm' }, SOON)).toBeTruthy();
    clock = new Date(clock.getTime() + 61_000);
    await welcomed();
    expect(await storage.kiosk.listVisits(vault.staffId)).toMatchObject([{ number: { how: 'left' } }]);
  });

  it('comes back to its own language when a person has gone', async () => {
    await stand();
    await press('English');
    expect(
      await screen.findByRole('heading', { name: 'What has happened in your family?' }, SOON),
    ).toBeTruthy();
    await press('Open an account for public services');
    await screen.findByRole('link', { name: /Account registration/ }, SOON);
    clock = new Date(clock.getTime() + 211_000);
    await welcomed();
    expect(currentLanguage()).toBe('vi');
  });

  it('staff find the PIN behind one press; nobody who does not enter it stays there', async () => {
    await stand();
    await press('Dành cho cán bộ');
    expect(await screen.findByText('the PIN', undefined, SOON)).toBeTruthy();
    clock = new Date(clock.getTime() + 181_000);
    await welcomed();
  });
});
