// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/react';
import { Suspense } from 'react';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createSessionHolder } from '../../../../../../src/client/app/session-holder.ts';
import { ServicesContext } from '../../../../../../src/client/features/field/common/services.ts';
import { InterviewPage } from '../../../../../../src/client/features/field/interview/InterviewPage.tsx';
import { startTexts } from '../../../../../../src/client/i18n/i18n.ts';
import { ProceduresContext } from '../../../../../../src/client/procedures/procedures-context.ts';
import { createMemoryStorage } from '../../../../../../src/client/storage/memory-storage.ts';
import type { Draft } from '../../../../../../src/client/storage/model.ts';
import type { Storage } from '../../../../../../src/client/storage/storage.ts';
import type { OpenVault } from '../../../../../../src/client/vault/model.ts';
import { getCurrentProcedure } from '../../../../../../src/procedures/catalogue.ts';
import { makePackage } from '../../../../../support/procedures/make-package.ts';
import { tabletProcedures } from '../../../../../support/procedures/tablet-procedures.ts';
import { sampleDraft, sampleEntry, sampleVault } from '../../../../../support/seal/samples.ts';
import { fieldServices } from '../../../../../support/tablet/field-services.ts';

/*
 * The office has published a second version of a shipped procedure: it asks no more for the child's name. Storage, page
 * and engine are the real ones.
 */
async function publishSecond(): Promise<void> {
  const first = getCurrentProcedure('birth-registration');
  const steps = first.steps.map((step) => ({
    ...step,
    questions: step.questions.filter(({ id }) => id !== 'child.name'),
  }));
  await storage.packages.put(
    await makePackage({
      ...first,
      titleFrom: ['mother.name'],
      subject: { name: 'mother.name' },
      version: 2,
      steps,
    }),
  );
}

beforeAll(() => startTexts());
afterEach(cleanup);

let storage: Storage;
let vault: OpenVault;
beforeEach(async () => {
  storage = createMemoryStorage();
  await publishSecond();
  vault = await sampleVault();
});

/** The interview of a draft that was begun with `version`, at the child's step with all questions on the screen. */
async function open(version: number): Promise<Draft> {
  const records = await storage.openRecords(vault);
  const draft = {
    ...sampleDraft(),
    procedure: { id: 'birth-registration', version },
    at: { step: 'child', question: 'child.name' },
  };
  const saved = await records.saveDraft(draft, sampleEntry(draft));
  if (saved.kind !== 'saved') throw new Error(saved.kind);
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
  return { ...draft, updatedAt: saved.at };
}

describe('a draft goes on with the version it began with (I9)', () => {
  it('the first, while a second one is there', async () => {
    await open(1);
    expect(await screen.findByDisplayValue('Lò Thị Mẫu')).toBeTruthy();
  });

  it('the second, which does not ask what the first asked', async () => {
    await open(2);
    expect(await screen.findByText(/^Phần 3/)).toBeTruthy();
    expect(screen.queryByDisplayValue('Lò Thị Mẫu')).toBeNull();
  });

  it('one that this tablet lacks is not opened, is said in words, and stays as it was', async () => {
    const draft = await open(3);
    expect(await screen.findByText('Thủ tục này chưa có trên máy')).toBeTruthy();
    expect(screen.getByText(/Hồ sơ vẫn được giữ nguyên/)).toBeTruthy();
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(await (await storage.openRecords(vault)).findDraft(draft.id)).toEqual(draft);
  });
});
