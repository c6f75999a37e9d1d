// @vitest-environment happy-dom
import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { Suspense } from 'react';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createSessionHolder } from '../../../../../../src/client/app/session-holder.ts';
import { ServicesContext } from '../../../../../../src/client/features/field/common/services.ts';
import { HomePage } from '../../../../../../src/client/features/field/home/HomePage.tsx';
import { InterviewPage } from '../../../../../../src/client/features/field/interview/InterviewPage.tsx';
import { VersionPage } from '../../../../../../src/client/features/field/version/VersionPage.tsx';
import { startTexts } from '../../../../../../src/client/i18n/i18n.ts';
import { ProceduresContext } from '../../../../../../src/client/procedures/procedures-context.ts';
import { createMemoryStorage } from '../../../../../../src/client/storage/memory-storage.ts';
import type { Draft } from '../../../../../../src/client/storage/model.ts';
import type { Records, Storage } from '../../../../../../src/client/storage/storage.ts';
import type { Change } from '../../../../../../src/contract/down/change.ts';
import type { ProcedureDefinition } from '../../../../../../src/domain/procedure/definition.ts';
import { getCurrentProcedure } from '../../../../../../src/procedures/catalogue.ts';
import { makePackage } from '../../../../../support/procedures/make-package.ts';
import { tabletProcedures } from '../../../../../support/procedures/tablet-procedures.ts';
import { sampleDraft, sampleEntry, sampleVault } from '../../../../../support/seal/samples.ts';
import { fieldServices } from '../../../../../support/tablet/field-services.ts';

beforeAll(() => startTexts());
afterEach(cleanup);

let storage: Storage;
let records: Records;
let draft: Draft;

const first = getCurrentProcedure('birth-registration');

/** Asks no more for the child's name, and once more when it was born; the first case costs something. */
function second(): ProcedureDefinition {
  const [one, ...cases] = first.cases;
  if (one === undefined) throw new Error('no case');
  return {
    ...first,
    version: 2,
    titleFrom: ['mother.name'],
    subject: { name: 'mother.name' },
    cases: [{ ...one, fee: { kind: 'amount', dong: 5000, confirmed: true } }, ...cases],
    steps: first.steps.map((step) => ({
      ...step,
      questions: step.questions.flatMap((question) => {
        if (question.id === 'child.name') return [];
        if (question.id === 'child.birthDate')
          return [question, { ...question, id: 'child.secondBirthDate' }];
        return [question];
      }),
    })),
  };
}

beforeEach(async () => {
  storage = createMemoryStorage();
  const texts = {
    vi: {
      name: 'Khai sinh, bản hai',
      questions: { child: { secondBirthDate: { label: 'Sinh lại ngày nào?' } } },
    },
  };
  await storage.packages.put(await makePackage(second(), texts));
  const vault = await sampleVault();
  records = await storage.openRecords(vault);
  const begun = { ...sampleDraft(), at: { step: 'child', question: 'child.name' } };
  const entry = { ...sampleEntry(begun), procedureVersion: 1 };
  const saved = await records.saveDraft(begun, entry);
  if (saved.kind !== 'saved') throw new Error(saved.kind);
  draft = { ...begun, updatedAt: saved.at };
  session = createSessionHolder();
  session.unlock({ vault, records });
});
let session: ReturnType<typeof createSessionHolder>;

async function show(page: React.ReactElement): Promise<void> {
  // Awaited, because screens wait for procedures with React's `use`.
  await act(async () => {
    render(
      <ServicesContext value={fieldServices(storage, session)}>
        <ProceduresContext value={tabletProcedures(storage)}>
          <Suspense>{page}</Suspense>
        </ProceduresContext>
      </ServicesContext>,
    );
  });
}

/** What the office says of the versions of this procedure. */
async function say(...states: Extract<Change, { kind: 'catalogue' }>['procedures'][number]['state'][]) {
  const procedures = states.map((state, index) => ({ id: 'birth-registration', version: index + 1, state }));
  await storage.outbox.applyAnswer({
    refusals: [],
    changes: [{ kind: 'catalogue', cursor: 1, procedures, languagePacks: [] }],
    cursor: 1,
    contractVersion: 2,
    at: '2026-11-22T03:00:00.000Z',
    leases: [],
  });
}

describe('a draft of an older version', () => {
  it('says on its line, and where it is opened, that there is a newer one', async () => {
    await show(<HomePage />);
    expect(await screen.findByText('Có bản mới')).toBeTruthy();
    cleanup();
    await show(<InterviewPage draftId={draft.id} />);
    expect(await screen.findByText('Xã đã có bản mới của thủ tục này')).toBeTruthy();
    expect(screen.getByDisplayValue('Lò Thị Mẫu')).toBeTruthy();
  });

  it('is shown what the newer one changes, and moves with one press: nothing said is lost', async () => {
    await show(<VersionPage draftId={draft.id} version={2} />);
    expect(await screen.findByRole('heading', { name: 'Bản mới khác ở chỗ nào?' })).toBeTruthy();
    const section = (name: string) => {
      const { parentElement } = screen.getByRole('heading', { name });
      if (parentElement === null) throw new Error('a heading stands in its section');
      return within(parentElement);
    };
    expect(section('Hỏi thêm').getByText('Sinh lại ngày nào?')).toBeTruthy();
    expect(section('Không hỏi nữa').getByText('Bé được đặt tên là gì?')).toBeTruthy();
    expect(section('Thời hạn và lệ phí').getByText(/5\.000 đ/)).toBeTruthy();
    expect(section('Được cất riêng').getByText('Bé được đặt tên là gì?')).toBeTruthy();
    await userEvent.setup().click(screen.getByRole('button', { name: 'Dùng bản mới' }));
    await waitFor(async () => expect((await records.findDraft(draft.id))?.procedure.version).toBe(2));
    expect(await records.findDraft(draft.id)).toMatchObject({
      answers: draft.answers,
      at: draft.at,
      left: [{ version: 1, aside: {} }],
    });

    cleanup();
    await show(<VersionPage draftId={draft.id} version={1} />);
    await userEvent.setup().click(await screen.findByRole('button', { name: 'Quay lại bản cũ' }));
    await waitFor(async () => expect((await records.findDraft(draft.id))?.procedure.version).toBe(1));
    expect((await records.findDraft(draft.id))?.answers).toEqual(draft.answers);
  });

  it('that another window saved meanwhile is moved as that one left it', async () => {
    await show(<VersionPage draftId={draft.id} version={2} />);
    const press = await screen.findByRole('button', { name: 'Dùng bản mới' });
    const answers = { ...draft.answers, 'mother.name': 'Hà Thị Mẫu' };
    const tab = await storage.openRecords((await openVault()).vault);
    await tab.saveDraft({ ...draft, answers }, sampleEntry(draft));
    await userEvent.setup().click(press);
    await waitFor(async () => expect((await tab.findDraft(draft.id))?.procedure.version).toBe(2));
    expect((await tab.findDraft(draft.id))?.answers).toEqual(answers);
  });
});

async function openVault() {
  const found = session.find();
  if (found === undefined) throw new Error('locked');
  return found;
}

describe('a draft of a version that ended', () => {
  it('is told so where it is opened, with the way to the version in use', async () => {
    await say('retired', 'current');
    await show(<InterviewPage draftId={draft.id} />);
    expect(await screen.findByText('Xã không nhận hồ sơ mới của thủ tục này nữa')).toBeTruthy();
    expect(screen.getByText(/Nên chuyển sang bản đang dùng/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Xem bản mới' })).toBeTruthy();
    expect(await records.findDraft(draft.id)).toEqual(draft);
  });

  it('is told so with no way on where there is no other', async () => {
    await say('superseded', 'retired');
    await show(<InterviewPage draftId={draft.id} />);
    expect(await screen.findByText(/Hãy hỏi xã trước khi hoàn tất/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Xem bản mới' })).toBeNull();
  });
});
