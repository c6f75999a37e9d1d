// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { Suspense } from 'react';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { countChanges } from '../../../../../../src/client/app/change-counter.ts';
import { createSessionHolder } from '../../../../../../src/client/app/session-holder.ts';
import { ServicesContext } from '../../../../../../src/client/features/field/common/services.ts';
import { InterviewPage } from '../../../../../../src/client/features/field/interview/InterviewPage.tsx';
import { startTexts } from '../../../../../../src/client/i18n/i18n.ts';
import { createMemoryStorage } from '../../../../../../src/client/storage/memory-storage.ts';
import type { Draft } from '../../../../../../src/client/storage/model.ts';
import type { Storage } from '../../../../../../src/client/storage/storage.ts';
import type { OpenVault } from '../../../../../../src/client/vault/model.ts';
import { sampleDraft, sampleEntry, sampleVault } from '../../../../../support/seal/samples.ts';

/*
 * A build that carries a second version of a real procedure: it asks no more for the child's name. Only the list of
 * declarations is planted; the catalogue, the page and the engine are the real ones.
 */
vi.mock('../../../../../../src/procedures/catalogue.ts', async (original) => {
  const real = await original<typeof import('../../../../../../src/procedures/catalogue.ts')>();
  const { createCatalogue } = await import('../../../../../../src/procedures/versions.ts');
  const [first, ...others] = real.procedures;
  if (first === undefined) throw new Error('no procedure');
  const steps = first.steps.map((step) => ({
    ...step,
    questions: step.questions.filter(({ id }) => id !== 'child.name'),
  }));
  const { all, find } = createCatalogue([first, { ...first, version: 2, steps }, ...others]);
  return { ...real, procedures: all, findProcedure: find };
});

beforeAll(() => startTexts());
afterEach(cleanup);

let storage: Storage;
let vault: OpenVault;
beforeEach(async () => {
  storage = createMemoryStorage();
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
  render(
    <ServicesContext
      value={{
        storage,
        session,
        sync: {
          status: () => QUIET,
          subscribe: () => () => undefined,
          wake: () => undefined,
          setPaused: () => undefined,
          stop: () => undefined,
        },
        now: () => new Date('2026-11-23T03:00:00Z'),
        newId: () => '0',
        appVersion: '0',
        changes: countChanges(storage),
      }}
    >
      <Suspense>
        <InterviewPage draftId={draft.id} />
      </Suspense>
    </ServicesContext>,
  );
  return { ...draft, updatedAt: saved.at };
}
const QUIET = { reach: 'unknown', activity: { kind: 'idle' }, pausedBecause: [] } as const;

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

  it('one that this build lacks is not opened, is said in words, and stays as it was', async () => {
    const draft = await open(3);
    expect(await screen.findByText('Cần bản ứng dụng khác')).toBeTruthy();
    expect(screen.getByText(/Bản nháp vẫn được giữ nguyên/)).toBeTruthy();
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(await (await storage.openRecords(vault)).findDraft(draft.id)).toEqual(draft);
  });
});
