// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { Suspense } from 'react';
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { createSessionHolder } from '../../../../../../src/client/app/session-holder.ts';
import { describeDraft } from '../../../../../../src/client/features/field/common/describe-draft.ts';
import { ServicesContext } from '../../../../../../src/client/features/field/common/services.ts';
import { InterviewPage } from '../../../../../../src/client/features/field/interview/InterviewPage.tsx';
import { startTexts } from '../../../../../../src/client/i18n/i18n.ts';
import { ProceduresContext } from '../../../../../../src/client/procedures/procedures-context.ts';
import { createMemoryStorage } from '../../../../../../src/client/storage/memory-storage.ts';
import type { Draft } from '../../../../../../src/client/storage/model.ts';
import type { Records, Storage } from '../../../../../../src/client/storage/storage.ts';
import type { OpenVault } from '../../../../../../src/client/vault/model.ts';
import type { Answers } from '../../../../../../src/domain/procedure/contract/answers.ts';
import { evaluate } from '../../../../../../src/domain/procedure/run.ts';
import { getCurrentProcedure } from '../../../../../../src/procedures/catalogue.ts';
import { tabletProcedures } from '../../../../../support/procedures/tablet-procedures.ts';
import { sampleDraft, sampleVault } from '../../../../../support/seal/samples.ts';
import { fieldServices } from '../../../../../support/tablet/field-services.ts';

const account = getCurrentProcedure('account-registration');

let storage: Storage;
let vault: OpenVault;
let records: Records;
beforeAll(() => startTexts());
beforeEach(async () => {
  storage = createMemoryStorage();
  vault = await sampleVault();
  records = await storage.openRecords(vault);
});
afterEach(cleanup);

/** An account registration as the interview keeps it. */
async function keep(answers: Answers, question: string): Promise<Draft> {
  const draft: Draft = {
    ...sampleDraft(),
    kind: 'account',
    procedure: { id: account.id, version: account.version },
    answers,
    at: { step: stepOf(question), question },
  };
  const entry = describeDraft(draft, account, evaluate(account, answers, { today: '2026-11-23' }));
  const saved = await records.saveDraft(draft, entry);
  if (saved.kind !== 'saved') throw new Error(saved.kind);
  return { ...draft, updatedAt: saved.at };
}

function stepOf(question: string): string {
  const step = account.steps.find(({ questions }) => questions.some(({ id }) => id === question));
  if (step === undefined) throw new Error(question);
  return step.id;
}

async function open(draft: Draft): Promise<void> {
  const session = createSessionHolder();
  session.unlock({ vault, records });
  // Awaited, because screens wait for procedures with React's `use`.
  await act(async () => {
    render(
      <ServicesContext value={fieldServices(storage, session)}>
        <ProceduresContext value={tabletProcedures(storage)}>
          <Suspense>
            <InterviewPage draftId={draft.id} />
          </Suspense>
        </ProceduresContext>
      </ServicesContext>,
    );
  });
}

const may: Answers = {
  'person.name': 'Lò Thị Hoà',
  'person.birthDate': { year: 1999 },
  'person.residence': { province: '38', commune: '14923', village: 'Bản Đôn' },
};
const TITLE = 'Có thể người này đã đăng ký rồi';

it('is said where the last answer that tells it is given, with who, where and what became of it', async () => {
  await keep(may, 'person.residence');
  const { 'person.name': _name, ...nameless } = may;
  await open(await keep(nameless, 'person.name'));
  const name = await screen.findByRole('textbox');
  expect(screen.queryByText(TITLE)).toBeNull();
  fireEvent.change(name, { target: { value: 'lò thị hòa' } });
  expect(await screen.findByText(TITLE)).toBeTruthy();
  expect(screen.getByText('Lò Thị Hoà')).toBeTruthy();
  expect(screen.getByText(/Bản Đôn · .* · đang làm dở/)).toBeTruthy();
});

it('"it is another person" is remembered with the draft, and not asked again', async () => {
  const other = await keep(may, 'person.residence');
  const mine = await keep(may, 'person.name');
  await open(mine);
  fireEvent.click(await screen.findByRole('button', { name: 'Là người khác, làm tiếp' }));
  await waitFor(() => expect(screen.queryByText(TITLE)).toBeNull());
  await waitFor(async () => expect((await records.findDraft(mine.id))?.others).toEqual([other.id]));
  cleanup();
  await open(mine);
  expect(await screen.findByRole('textbox')).toBeTruthy();
  expect(screen.queryByText(TITLE)).toBeNull();
});

it('is silent at questions that tell nothing of it, and about people of another year', async () => {
  await keep(may, 'person.residence');
  await open(await keep(may, 'person.sex'));
  expect(screen.queryByText(TITLE)).toBeNull();
  cleanup();
  await open(await keep({ ...may, 'person.birthDate': { year: 1998 } }, 'person.name'));
  expect(screen.queryByText(TITLE)).toBeNull();
});
