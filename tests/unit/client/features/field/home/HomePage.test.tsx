// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { Suspense } from 'react';
import { v7 } from 'uuid';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createSessionHolder } from '../../../../../../src/client/app/session-holder.ts';
import { ServicesContext } from '../../../../../../src/client/features/field/common/services.ts';
import { HomePage } from '../../../../../../src/client/features/field/home/HomePage.tsx';
import { InterviewPage } from '../../../../../../src/client/features/field/interview/InterviewPage.tsx';
import { SummaryPage } from '../../../../../../src/client/features/field/summary/SummaryPage.tsx';
import { startTexts } from '../../../../../../src/client/i18n/i18n.ts';
import { createMemoryStorage } from '../../../../../../src/client/storage/memory-storage.ts';
import { createMemoryDisk, type MemoryDisk } from '../../../../../../src/client/storage/memory-tables.ts';
import type { Storage } from '../../../../../../src/client/storage/storage.ts';
import type { OpenVault } from '../../../../../../src/client/vault/model.ts';
import type { DossierStatus } from '../../../../../../src/contract/down/change.ts';
import {
  sampleDraft,
  sampleEntry,
  sampleEnvelope,
  sampleReport,
  sampleSubmission,
  sampleVault,
} from '../../../../../support/seal/samples.ts';
import { fieldServices } from '../../../../../support/tablet/field-services.ts';

beforeAll(() => startTexts());
afterEach(cleanup);

let disk: MemoryDisk;
let storage: Storage;
let vault: OpenVault;
beforeEach(async () => {
  disk = createMemoryDisk();
  storage = createMemoryStorage(disk);
  vault = await sampleVault();
});

/** A field screen over this tablet's storage, unlocked; the sender is asleep. */
async function show(screenOf: React.ReactElement, as = vault) {
  const records = await storage.openRecords(as);
  const session = createSessionHolder();
  session.unlock({ vault: as, records });
  // Awaited, because screens wait for procedures with React's `use`.
  await act(async () => {
    render(
      <ServicesContext value={fieldServices(storage, session)}>
        <Suspense>{screenOf}</Suspense>
      </ServicesContext>,
    );
  });
  return records;
}

async function keepDraft(title: string) {
  const draft = sampleDraft();
  const records = await storage.openRecords(vault);
  const outcome = await records.saveDraft(draft, sampleEntry(draft, title));
  if (outcome.kind !== 'saved') throw new Error(outcome.kind);
  return { ...draft, updatedAt: outcome.at };
}

async function finish(draft: Awaited<ReturnType<typeof keepDraft>>, title: string) {
  const records = await storage.openRecords(vault);
  const sealed = await sampleEnvelope(draft.id);
  const entry = { ...sampleEntry(draft, title), state: 'finished' as const };
  await records.finish(draft, sealed, { submission: sampleSubmission({ id: draft.id }), title }, entry);
}

describe('home', () => {
  it('gives a draft up only after a second word', async () => {
    const draft = await keepDraft('Lò Thị Nhầm');
    const records = await show(<HomePage />);
    const user = userEvent.setup();
    const discard = await screen.findByRole('button', { name: 'Bỏ bản nháp: Lò Thị Nhầm' });
    await user.click(discard);
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Giữ lại' }));
    expect(await records.findDraft(draft.id)).toBeDefined();
    await user.click(discard);
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Bỏ bản nháp' }));
    await waitFor(() => expect(screen.queryByText('Lò Thị Nhầm')).toBeNull());
    expect(await records.findDraft(draft.id)).toBeUndefined();
  });

  it('says that a part of the list cannot be read', async () => {
    await keepDraft('Lò Thị Mẫu');
    await show(<HomePage />, await sampleVault(vault.staffId));
    expect(await screen.findByText('Có phần danh sách không đọc được')).toBeTruthy();
  });

  it('shows what needs attention although its line cannot be read any more (I6)', async () => {
    const draft = await keepDraft('Lò Thị Mẫu');
    await finish(draft, 'Lò Thị Mẫu');
    const digest = (await storage.outbox.listEnvelopes())[0]?.digest ?? '';
    await storage.outbox.applyAnswer({
      refusals: [{ id: draft.id, of: 'envelope', digest, reason: 'answers-invalid' }],
      changes: [],
      cursor: 0,
      contractVersion: 2,
      at: '2026-11-22T03:00:00.000Z',
      leases: [],
      sealingKey: { id: 'AAAAAAAAAAA', publicKey: 'k' },
      receiptKeys: [],
    });
    await show(<HomePage />, await sampleVault(vault.staffId));
    expect(await screen.findByText(/máy này không còn đọc được tên/)).toBeTruthy();
    await userEvent.setup().click(screen.getByRole('button', { name: 'Gửi lại' }));
    await waitFor(async () => expect((await storage.outbox.counts()).attention).toBe(0));
  });

  it('calls a report that the office could not take a report, and no dossier that it cannot read', async () => {
    const report = sampleReport({ id: v7() });
    const sealed = { ...(await sampleEnvelope(report.id)), kind: 'report' as const };
    await (await storage.fieldWork()).report(vault, report, sealed, []);
    await storage.outbox.refuse([
      { id: report.id, of: 'envelope', digest: sealed.digest, reason: 'signer-unknown' },
    ]);
    await show(<HomePage />);
    expect(await screen.findByText('Một báo cáo gửi văn phòng')).toBeTruthy();
    expect(screen.queryByText(/không còn đọc được tên/)).toBeNull();
  });

  it('renders a screenful of a long list, and finds without accents', async () => {
    for (let i = 0; i < 40; i += 1) await keepDraft(`Lò Thị Mẫu ${i}`);
    await show(<HomePage />);
    expect(await screen.findAllByRole('button', { name: /^Bỏ bản nháp/ })).toHaveLength(30);
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'lo thi mau 39' } });
    const found = await screen.findByText('Tìm thấy');
    const list = found.parentElement;
    if (list === null) throw new Error('a heading stands in its section');
    expect(within(list).getAllByRole('listitem')).toHaveLength(1);
  });
});

describe('the four states of what was finished', () => {
  const heard = async (id: string, status: DossierStatus) =>
    storage.outbox.applyAnswer({
      refusals: [],
      changes: [
        {
          kind: 'dossier',
          cursor: 1,
          submissionId: id,
          status,
          provisionalReference: 'TAM-0000-0000-0',
          officialCode: null,
          receivedAt: '2026-11-22T03:00:00.000Z',
          acceptedAt: null,
          dueAt: null,
          dueDate: null,
        },
      ],
      cursor: 1,
      contractVersion: 5,
      at: '2026-11-22T03:00:00.000Z',
      leases: [],
      sealingKey: { id: 'AAAAAAAAAAA', publicKey: 'k' },
      receiptKeys: [],
    });

  it.each([
    ['registered', 'Không có khoản nào chờ nộp', 'Không còn giấy phải mang'],
    ['payment-requested', 'Văn phòng đang chờ nộp', 'Không còn giấy phải mang'],
    ['supplement-requested', 'Không có khoản nào chờ nộp', 'Theo yêu cầu bổ sung'],
  ] as const)('%s: what the office waits for is not said to be nothing', async (status, fee, papers) => {
    const draft = await keepDraft('Lò Thị Mẫu');
    await finish(draft, 'Lò Thị Mẫu');
    await heard(draft.id, status);
    await show(<SummaryPage id={draft.id} />);
    expect(await screen.findByText(fee)).toBeTruthy();
    expect(screen.getByText(papers)).toBeTruthy();
  });
});

describe('a record that does not open', () => {
  it('is said and kept: a draft', async () => {
    const draft = await keepDraft('Lò Thị Mẫu');
    await show(<InterviewPage draftId={draft.id} />, await sampleVault(vault.staffId));
    expect(await screen.findByText('Không đọc được hồ sơ này')).toBeTruthy();
    expect(await storage.countDrafts(vault.staffId)).toBe(1);
  });

  it('is said and kept: a summary', async () => {
    const draft = await keepDraft('Lò Thị Mẫu');
    await finish(draft, 'Lò Thị Mẫu');
    await show(<SummaryPage id={draft.id} />, await sampleVault(vault.staffId));
    expect(await screen.findByText('Không đọc được hồ sơ này')).toBeTruthy();
    const summary = await (await storage.openRecords(vault)).findSummary(draft.id);
    expect(summary?.submission.id).toBe(draft.id);
  });
});
