// @vitest-environment happy-dom
import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { Suspense } from 'react';
import { v7 } from 'uuid';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSessionHolder } from '../../../../../../src/client/app/session-holder.ts';
import {
  ServicesContext,
  type SessionHolder,
  useFoundSession,
} from '../../../../../../src/client/features/field/common/services.ts';
import { sendReport } from '../../../../../../src/client/features/field/work/report/send-report.ts';
import { WorkRooms } from '../../../../../../src/client/features/field/work/WorkRooms.tsx';
import { startTexts } from '../../../../../../src/client/i18n/i18n.ts';
import { createMemoryStorage } from '../../../../../../src/client/storage/memory-storage.ts';
import { createMemoryDisk, type MemoryDisk } from '../../../../../../src/client/storage/memory-tables.ts';
import type { Storage } from '../../../../../../src/client/storage/storage.ts';
import type { OpenVault } from '../../../../../../src/client/vault/model.ts';
import { sealAttachment } from '../../../../../../src/contract/envelope/attachment.ts';
import { exportPublicKey, generateKeyPair } from '../../../../../../src/contract/keys.ts';
import type { FieldWork } from '../../../../../../src/contract/operations/field-work.ts';
import { sampleVault } from '../../../../../support/seal/samples.ts';
import { fieldServices } from '../../../../../support/tablet/field-services.ts';

beforeAll(() => startTexts());
afterEach(cleanup);

const VISIT = v7();
const PROBLEM = v7();
const work: FieldWork = {
  visits: [
    {
      id: VISIT,
      day: '2026-11-25',
      village: 'bản Kho Mường',
      households: [{ name: 'Ngân Thị Bích', note: 'nhà cạnh suối', accountId: null, dossierId: null }],
      note: 'Mang theo máy in.',
      colleagues: ['Hà Văn Sơn'],
      status: 'planned',
    },
  ],
  supplements: [],
  appointments: [
    {
      accountId: v7(),
      day: '2026-12-03',
      name: 'Vi Thị Hẹn',
      village: 'bản Kịt',
      place: 'Công an xã',
      needsTransport: true,
    },
  ],
  problems: [
    {
      id: PROBLEM,
      about: null,
      state: 'answered',
      departmentName: 'Phòng Kinh tế',
      dueDate: null,
      answers: [{ at: '2026-11-24T02:00:00.000Z', byName: 'Lê Văn Sáng', text: 'Thứ năm sửa.' }],
    },
  ],
};

let disk: MemoryDisk;
let storage: Storage;
let vault: OpenVault;
beforeEach(async () => {
  disk = createMemoryDisk();
  storage = createMemoryStorage(disk);
  vault = await sampleVault();
  const sealing = await generateKeyPair('sealing');
  const sealingKey = { id: sealing.id, publicKey: await exportPublicKey(sealing.publicKey) };
  await storage.putDevice({
    deviceId: v7(),
    deviceName: 'Máy 1',
    commune: { code: '14956', name: 'Xã Pù Luông' },
    sealingKey,
    receiptKeys: [],
    cursor: 0,
    leases: [],
    demo: false,
  });
  const store = await storage.fieldWork();
  await store.put(vault, { state: 'A'.repeat(43), askedAt: '2026-11-25T02:00:00.000Z', cursor: 1, work });
});

/** A microphone that hears three bytes until it is told to stop. */
function plugIn(): void {
  const stream = { getTracks: () => [{ stop() {} }] };
  const mediaDevices = { getUserMedia: async () => stream };
  Object.defineProperty(navigator, 'mediaDevices', { configurable: true, value: mediaDevices });
  class Recorder extends EventTarget {
    static isTypeSupported = () => true;
    start() {}
    stop() {
      this.dispatchEvent(Object.assign(new Event('dataavailable'), { data: new Blob(['abc']) }));
      this.dispatchEvent(new Event('stop'));
    }
  }
  vi.stubGlobal('MediaRecorder', Recorder);
}

function WhileUnlocked(of: { readonly kind: string | undefined; readonly id: string | undefined }) {
  return useFoundSession() === undefined ? null : <WorkRooms {...of} />;
}

let session: SessionHolder;
async function show(kind?: string, id?: string) {
  session = createSessionHolder();
  session.unlock({ vault, records: await storage.openRecords(vault) });
  await act(async () => {
    render(
      <ServicesContext value={fieldServices(storage, session, { newId: v7 })}>
        <Suspense>
          <WhileUnlocked kind={kind} id={id} />
        </Suspense>
      </ServicesContext>,
    );
  });
  return userEvent.setup();
}

describe('the work of one person', () => {
  it('shows visits, appointments and answers side by side, each as what it is', async () => {
    await show();
    expect(await screen.findByRole('link', { name: /bản Kho Mường/ })).toBeTruthy();
    expect(screen.getByText(/Vi Thị Hẹn/)).toBeTruthy();
    expect(screen.getByText('Cần người chở đi')).toBeTruthy();
    expect(await screen.findByText('Có câu trả lời mới')).toBeTruthy();
  });

  it('a visit is reported offline: sealed into the outbox, and said to be waiting, not sent', async () => {
    const user = await show('visit', VISIT);
    expect(await screen.findByText('Ngân Thị Bích')).toBeTruthy();
    const send = screen.getByRole('button', { name: 'Gửi báo cáo' });
    expect(send).toHaveProperty('disabled', true);
    await user.click(await screen.findByRole('radio', { name: 'Đến nơi nhưng không gặp ai' }));
    await user.type(screen.getByLabelText('Ghi chú cho văn phòng'), 'Cả nhà đi nương.');
    await user.click(send);
    expect(await screen.findByText('Đã báo: Không gặp ai')).toBeTruthy();
    expect(screen.getByText('Chờ gửi')).toBeTruthy();
    const [envelope] = await storage.outbox.listEnvelopes();
    expect(envelope).toMatchObject({ kind: 'report', state: 'waiting' });
    const [report] = await (await storage.fieldWork()).listReports(vault);
    expect(report).toMatchObject({
      kind: 'visit',
      taskId: VISIT,
      outcome: 'not-met',
      note: 'Cả nhà đi nương.',
    });
  });

  it('a visit at which nobody was met is reported a second time, in words of its own', async () => {
    const user = await show('visit', VISIT);
    await user.click(await screen.findByRole('radio', { name: 'Đến nơi nhưng không gặp ai' }));
    await user.click(screen.getByRole('button', { name: 'Gửi báo cáo' }));
    expect(await screen.findByText('Đã báo: Không gặp ai')).toBeTruthy();
    await waitFor(() =>
      expect(screen.getByRole('button', { name: 'Gửi báo cáo' })).toHaveProperty('disabled', true),
    );
    await user.click(screen.getByRole('radio', { name: 'Đã gặp và đã làm' }));
    await user.type(screen.getByLabelText('Ghi chú cho văn phòng'), 'Chiều gặp được.');
    await user.click(screen.getByRole('button', { name: 'Gửi báo cáo' }));
    expect(await screen.findByText('Đã báo: Đã làm')).toBeTruthy();
    expect(await storage.outbox.listEnvelopes()).toHaveLength(2);
    const reports = await (await storage.fieldWork()).listReports(vault);
    expect(reports.map((report) => report.kind === 'visit' && report.note).sort()).toEqual([
      '',
      'Chiều gặp được.',
    ]);
  });

  it('words typed in a tab whose report another tab has sent go as a report of their own', async () => {
    const user = await show('report');
    await user.type(await screen.findByLabelText('Có vấn đề gì?'), 'Cầu hỏng.');
    await waitFor(() => expect(screen.getByText('Đã lưu trên máy này')).toBeTruthy());
    const otherTab = await storage.fieldWork();
    const unsent = await otherTab.findUnsent(vault, { kind: 'problem', about: null });
    if (unsent === undefined) throw new Error('nothing was saved');
    const ports = { storage, vault, now: () => new Date() };
    await sendReport(unsent, { kind: 'problem', about: null }, ports);
    await user.type(screen.getByLabelText('Có vấn đề gì?'), ' Cần cử người.');
    await user.click(screen.getByRole('button', { name: 'Gửi về văn phòng' }));
    await waitFor(async () => expect(await storage.outbox.listEnvelopes()).toHaveLength(2));
    const [, said] = (await otherTab.listReports(vault))
      .map((one) => one.kind === 'problem' && one.text)
      .sort();
    expect(said).toBe('Cầu hỏng. Cần cử người.');
  });

  it('what is being said aloud holds up the sending, and is kept when the tablet locks meanwhile', async () => {
    plugIn();
    const user = await show('report');
    await user.type(await screen.findByLabelText('Có vấn đề gì?'), 'Cầu hỏng.');
    await user.click(screen.getByRole('button', { name: 'Ghi lời nói' }));
    await screen.findByRole('button', { name: 'Dừng ghi' });
    expect(screen.getByRole('button', { name: 'Gửi về văn phòng' })).toHaveProperty('disabled', true);
    await act(async () => session.lock());
    const store = await storage.fieldWork();
    await waitFor(async () =>
      expect(await store.findUnsent(vault, { kind: 'problem', about: null })).toMatchObject({
        text: 'Cầu hỏng.',
        files: [{ document: 'voice', size: 3 }],
      }),
    );
  });

  it('what reaches the disk after the screen was opened again is shown there, and goes along', async () => {
    const user = await show('report');
    await screen.findByLabelText('Có vấn đề gì?');
    const id = v7();
    const { ciphertext, ...named } = await sealAttachment(new Uint8Array([1, 2, 3]), id);
    const size = { size: 3, ciphertextSize: ciphertext.length };
    const voice = { id, document: 'voice', ...named, ...size, mediaType: 'audio/webm' } as const;
    const late = { id: v7(), text: 'Cầu hỏng.', outcome: null, files: [voice] };
    const store = await storage.fieldWork();
    await act(async () => {
      await store.saveUnsent(vault, { kind: 'problem', about: null }, late, { added: { id, ciphertext } });
    });
    expect(await screen.findByLabelText('Lời nói 1')).toBeTruthy();
    expect(screen.getByLabelText('Có vấn đề gì?')).toHaveProperty('value', 'Cầu hỏng.');
    await user.click(screen.getByRole('button', { name: 'Gửi về văn phòng' }));
    await waitFor(async () => expect(await storage.outbox.listAttachments()).toMatchObject([{ id }]));
  });

  it('what is typed while the disk is slow is not said to be saved before it is', async () => {
    const store = await storage.fieldWork();
    let letGo = () => {};
    const slow = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    let writes = 0;
    const saveUnsent: typeof store.saveUnsent = async (...asked) => {
      writes += 1;
      if (writes === 1) await slow;
      return await store.saveUnsent(...asked);
    };
    vi.spyOn(storage, 'fieldWork').mockResolvedValue({ ...store, saveUnsent });
    const user = await show('report');
    const words = await screen.findByLabelText('Có vấn đề gì?');
    await user.type(words, 'Cầu');
    await waitFor(() => expect(writes).toBe(1));
    await user.type(words, ' hỏng.');
    await act(async () => letGo());
    await waitFor(() => expect(screen.getByText('Đã lưu trên máy này')).toBeTruthy());
    const kept = await store.findUnsent(vault, { kind: 'problem', about: null });
    expect(kept?.text).toBe('Cầu hỏng.');
  });

  it('what was said aloud can be heard again at once', async () => {
    plugIn();
    const user = await show('report');
    await user.click(await screen.findByRole('button', { name: 'Ghi lời nói' }));
    await user.click(await screen.findByRole('button', { name: 'Dừng ghi' }));
    expect(await screen.findByLabelText('Lời nói 1')).toBeTruthy();
  });

  it('a problem is kept as it is typed, and is there again after the browser was killed', async () => {
    const user = await show('report');
    const words = await screen.findByLabelText('Có vấn đề gì?');
    expect(screen.queryByText('Đã lưu trên máy này')).toBeNull();
    await user.type(words, 'Cầu hỏng.');
    await waitFor(() => expect(screen.getByText('Đã lưu trên máy này')).toBeTruthy());
    cleanup();
    storage.close();
    storage = createMemoryStorage(disk);
    const again = await show('report');
    expect(await screen.findByLabelText('Có vấn đề gì?')).toHaveProperty('value', 'Cầu hỏng.');
    await again.click(screen.getByRole('button', { name: 'Gửi về văn phòng' }));
    await waitFor(async () => expect(await storage.outbox.listEnvelopes()).toHaveLength(1));
    const store = await storage.fieldWork();
    expect(await store.findUnsent(vault, { kind: 'problem', about: null })).toBeUndefined();
  });

  it.each([
    ['2026-11-23', 'Hẹn trả lời chậm nhất ngày 23/11/2026'],
    ['2026-11-22', 'Đã quá hẹn trả lời ngày 22/11/2026. Nếu gấp, hãy gọi văn phòng.'],
  ])(
    'an answer due on %s is promised for the whole day, and said to be late after it',
    async (dueDate, said) => {
      const problems = work.problems.map((one) => ({
        ...one,
        state: 'routed' as const,
        dueDate,
        answers: [],
      }));
      const kept = { state: 'B'.repeat(43), askedAt: '2026-11-25T03:00:00.000Z', cursor: 2 };
      await (await storage.fieldWork()).put(vault, { ...kept, work: { ...work, problems } });
      await show('problem', PROBLEM);
      expect(await screen.findByText(said)).toBeTruthy();
    },
  );

  it('a report that the office could not take leads to what can be done', async () => {
    const user = await show('report');
    await user.type(await screen.findByLabelText('Có vấn đề gì?'), 'Cầu hỏng.');
    await user.click(screen.getByRole('button', { name: 'Gửi về văn phòng' }));
    await waitFor(async () => expect(await storage.outbox.listEnvelopes()).toHaveLength(1));
    const [envelope] = await storage.outbox.listEnvelopes();
    if (envelope === undefined) throw new Error('nothing waits');
    const { id, digest } = envelope;
    await storage.outbox.refuse([{ id, of: 'envelope', digest, reason: 'signer-unknown' }]);
    cleanup();
    await show('problem', id);
    const way = await screen.findByRole('link', { name: 'Xem và xử lý' });
    expect(way.getAttribute('href')).toBe(`/attention/${id}`);
  });

  it('looking at an answer marks it as read', async () => {
    await show('problem', PROBLEM);
    expect(await screen.findByText('Thứ năm sửa.')).toBeTruthy();
    const store = await storage.fieldWork();
    await waitFor(async () => expect(await store.findRead(vault)).toEqual({ [PROBLEM]: 1 }));
  });

  it.each([
    ['a colleague said that it was made', work.visits.map((one) => ({ ...one, status: 'done' as const }))],
    ['the office cancelled it', work.visits.map((one) => ({ ...one, status: 'cancelled' as const }))],
    ['the office sends somebody else', []],
  ])('what is being written of a visit can be sent though meanwhile %s', async (_why, visits) => {
    const user = await show('visit', VISIT);
    await user.type(await screen.findByLabelText('Ghi chú cho văn phòng'), 'Hẹn lại thứ sáu.');
    const store = await storage.fieldWork();
    const kept = { state: 'B'.repeat(43), askedAt: '2026-11-25T03:00:00.000Z', cursor: 2 };
    await act(async () => store.put(vault, { ...kept, work: { ...work, visits } }));
    expect(screen.getByLabelText('Ghi chú cho văn phòng')).toHaveProperty('value', 'Hẹn lại thứ sáu.');
    await user.click(screen.getByRole('radio', { name: 'Chưa làm được vì lý do khác' }));
    await user.click(screen.getByRole('button', { name: 'Gửi báo cáo' }));
    expect(await screen.findByText('Đã báo: Chưa làm được')).toBeTruthy();
    expect(await store.listReports(vault)).toMatchObject([{ taskId: VISIT, note: 'Hẹn lại thứ sáu.' }]);
  });

  it('a visit that is no longer theirs says so', async () => {
    await show('visit', v7());
    expect(await screen.findByText(/không còn trong việc của mình/)).toBeTruthy();
  });
});
