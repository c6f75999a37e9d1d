// @vitest-environment happy-dom
import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { Suspense } from 'react';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSessionHolder } from '../../../../../../src/client/app/session-holder.ts';
import { ServicesContext } from '../../../../../../src/client/features/field/common/services.ts';
import { PaperPage } from '../../../../../../src/client/features/field/paper/PaperPage.tsx';
import { startTexts } from '../../../../../../src/client/i18n/i18n.ts';
import { ProceduresContext } from '../../../../../../src/client/procedures/procedures-context.ts';
import { createMemoryStorage } from '../../../../../../src/client/storage/memory-storage.ts';
import type { Draft } from '../../../../../../src/client/storage/model.ts';
import type { Records, Storage } from '../../../../../../src/client/storage/storage.ts';
import type { DocumentAnswer } from '../../../../../../src/domain/procedure/contract/answers.ts';
import { tabletProcedures } from '../../../../../support/procedures/tablet-procedures.ts';
import {
  sampleDraft,
  sampleEntry,
  sampleSupplement,
  sampleVault,
} from '../../../../../support/seal/samples.ts';
import { fieldServices } from '../../../../../support/tablet/field-services.ts';

beforeAll(() => startTexts());
afterEach(cleanup);

let storage: Storage;
let records: Records;
let session: ReturnType<typeof createSessionHolder>;

beforeEach(async () => {
  storage = createMemoryStorage();
  const vault = await sampleVault();
  records = await storage.openRecords(vault);
  session = createSessionHolder();
  session.unlock({ vault, records });
});

async function keep(
  answers: Draft['answers'],
  procedure = 'marriage-registration',
  more: Partial<Draft> = {},
): Promise<string> {
  const draft: Draft = { ...sampleDraft(), procedure: { id: procedure, version: 1 }, answers, ...more };
  const saved = await records.saveDraft(draft, sampleEntry(draft));
  if (saved.kind !== 'saved') throw new Error(saved.kind);
  return draft.id;
}

async function show(sheet: string, id: string): Promise<void> {
  await act(async () => {
    render(
      <ServicesContext value={fieldServices(storage, session)}>
        <ProceduresContext value={tabletProcedures(storage)}>
          <Suspense>
            <PaperPage sheet={sheet} id={id} />
          </Suspense>
        </ProceduresContext>
      </ServicesContext>,
    );
  });
}

const paper = (where: DocumentAnswer['paper']) => ({ paper: where, attachments: [] });
const cards = { 'groom.idKind': 'citizen-card', 'bride.idKind': 'citizen-card' };

describe('what to bring next time', () => {
  it('says so where nothing is missing', async () => {
    const shown = { 'document.groomId': paper('shown'), 'document.brideId': paper('shown') };
    await show('bring', await keep({ ...cards, ...shown, 'groom.status': 'never', 'bride.status': 'never' }));
    expect(await screen.findByText('Không còn thiếu giấy tờ nào.')).toBeTruthy();
  });

  it('lists what lies at home and what is not there, and shows no number of anybody', async () => {
    const id = await keep({
      'groom.name': 'Hà Văn Thoán',
      ...cards,
      'groom.nationalId': '038096000002',
      'document.groomId': paper('at-home'),
      'document.brideId': paper('none'),
    });
    await show('bring', id);
    await screen.findByText('Lần sau nhớ mang theo');
    const sheet = document.querySelector<HTMLElement>('[data-print]');
    if (sheet === null) throw new Error('nothing would be printed');
    expect(within(sheet).getByText('Đang để ở nhà')).toBeTruthy();
    expect(within(sheet).getByText('Chưa có giấy này')).toBeTruthy();
    expect(sheet.textContent?.replaceAll(/\s/g, '')).not.toContain('038096000002');
  });
});

describe('what was declared', () => {
  it('goes to the printer only after a question, because personal data goes with it', async () => {
    const print = vi.fn();
    vi.stubGlobal('print', print);
    await show('declared', await keep({ 'groom.name': 'Hà Văn Thoán' }));
    await userEvent.click(await screen.findByRole('button', { name: 'In' }));
    const dialog = screen.getByRole('dialog');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Chưa in' }));
    expect(print).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole('button', { name: 'In' }));
    await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'In' }));
    await waitFor(() => expect(print).toHaveBeenCalledOnce());
    vi.unstubAllGlobals();
  });

  it('of a supplement says what was asked when the dossier was filed, on the day of today', async () => {
    const answers = { 'child.birthDate': { year: 2026, month: 9, day: 10 }, 'fee.exemption': 'poor' };
    const { id: requestId, dossierId, reason, items, provisionalReference } = sampleSupplement();
    const request = { dossierId, requestId, reason, items, provisionalReference, filed: answers };
    const filed = { supplements: { ...request, finishedAt: '2026-11-01T02:00:00.000Z' } };
    await show('declared', await keep(answers, 'birth-registration', filed));
    expect(await screen.findByText('10/09/2026')).toBeTruthy();
    expect(screen.queryByText(/hộ nghèo/i)).toBeNull();
    expect(screen.getByText(/23\/11\/2026/)).toBeTruthy();
  });

  it('says that it is no official form', async () => {
    await show('declared', await keep({}));
    expect(await screen.findByText(/Đây không phải mẫu tờ khai chính thức/)).toBeTruthy();
  });
});

describe('a leaflet', () => {
  it('is marked a draft while no officer has read the declaration', async () => {
    await show('leaflet', 'burial-support');
    expect(await screen.findByText('BẢN NHÁP: cán bộ chưa kiểm tra')).toBeTruthy();
  });

  it('falls back to Vietnamese phrase by phrase, and says so to voices and fonts', async () => {
    await show('leaflet', 'burial-support');
    await userEvent.click(await screen.findByRole('radio', { name: 'Tiếng Mông' }));
    const sheet = () => document.querySelector('[data-print][lang="hmn-Latn-VN"]');
    await waitFor(() => expect(sheet()).not.toBeNull());
    expect(sheet()?.querySelector('h2 > [lang="vi"]')?.textContent).toBe('Hỗ trợ chi phí mai táng');
  });
});
