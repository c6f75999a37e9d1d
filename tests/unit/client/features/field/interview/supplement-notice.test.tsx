// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/react';
import { Suspense } from 'react';
import { v7 } from 'uuid';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { createSessionHolder } from '../../../../../../src/client/app/session-holder.ts';
import { ServicesContext } from '../../../../../../src/client/features/field/common/services.ts';
import { SupplementNotice } from '../../../../../../src/client/features/field/interview/SupplementNotice.tsx';
import { startTexts } from '../../../../../../src/client/i18n/i18n.ts';
import { createMemoryStorage } from '../../../../../../src/client/storage/memory-storage.ts';
import type { SupplementWork } from '../../../../../../src/contract/operations/field-work.ts';
import { getCurrentProcedure } from '../../../../../../src/procedures/catalogue.ts';
import { sampleSupplement, sampleVault } from '../../../../../support/seal/samples.ts';
import { fieldServices } from '../../../../../support/tablet/field-services.ts';

beforeAll(() => startTexts());
afterEach(cleanup);

const request = sampleSupplement();
const DRAFT = v7();
const asked = getCurrentProcedure('birth-registration')
  .steps.flatMap(({ questions }) => questions)
  .filter(({ id }) => id === 'child.name');

/** The notice on the question that the office asks about, where this is what it asks of the person. */
async function show(supplements: readonly SupplementWork[], givenBy?: string): Promise<void> {
  const storage = createMemoryStorage();
  const vault = await sampleVault();
  const work = { visits: [], supplements: [...supplements], appointments: [], problems: [] };
  const kept = { state: 'A'.repeat(43), askedAt: '2026-11-24T02:00:00.000Z', cursor: 1, work };
  await (await storage.fieldWork()).put(vault, kept);
  if (givenBy !== undefined)
    await storage.outbox.applyAnswer({
      refusals: [],
      changes: [
        {
          kind: 'draft-offered',
          cursor: 1,
          draftId: DRAFT,
          fromStaffId: givenBy,
          toStaffId: vault.staffId,
          at: '2026-11-24T01:00:00.000Z',
        },
      ],
      cursor: 1,
      contractVersion: 5,
      at: '2026-11-24T01:00:00.000Z',
      leases: [],
      sealingKey: { id: 'AAAAAAAAAAA', publicKey: 'k' },
      receiptKeys: [],
    });
  const session = createSessionHolder();
  session.unlock({ vault, records: await storage.openRecords(vault) });
  const { id: requestId, dossierId, reason, items, provisionalReference, finishedAt, answers } = request;
  const of = { dossierId, requestId, reason, items, provisionalReference, finishedAt, filed: answers };
  await act(async () => {
    render(
      <ServicesContext value={fieldServices(storage, session)}>
        <Suspense>
          <SupplementNotice draftId={DRAFT} supplements={of} asked={asked} />
        </Suspense>
      </ServicesContext>,
    );
  });
}

it('says what the office wants while it waits', async () => {
  await show([request]);
  expect(await screen.findByText('Xem lại chữ lót.')).toBeTruthy();
});

it('says instead that somebody else has brought it, or that it is over', async () => {
  await show([{ ...request, arrivedAt: '2026-11-24T02:00:00.000Z' }]);
  expect(await screen.findByText('Văn phòng đã nhận phần bổ sung này rồi')).toBeTruthy();
  expect(screen.queryByText('Xem lại chữ lót.')).toBeNull();
  cleanup();
  await show([]);
  expect(await screen.findByText('Văn phòng không còn chờ phần bổ sung này')).toBeTruthy();
  expect(screen.queryByText('Xem lại chữ lót.')).toBeNull();
});

it('says what the office wants to a colleague who was given the draft: it was asked of somebody else', async () => {
  await show([], v7());
  expect(await screen.findByText('Xem lại chữ lót.')).toBeTruthy();
  expect(screen.queryByText('Văn phòng không còn chờ phần bổ sung này')).toBeNull();
});
