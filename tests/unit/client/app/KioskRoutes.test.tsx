// @vitest-environment happy-dom
import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import { Suspense } from 'react';
import { v7 } from 'uuid';
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { KioskRoutes } from '../../../../src/client/app/KioskRoutes.tsx';
import { createSessionHolder } from '../../../../src/client/app/session-holder.ts';
import {
  ServicesContext,
  type SessionHolder,
} from '../../../../src/client/features/field/common/services.ts';
import { startTexts } from '../../../../src/client/i18n/i18n.ts';
import { createMemoryStorage } from '../../../../src/client/storage/memory-storage.ts';
import type { Kiosk } from '../../../../src/client/storage/model.ts';
import type { Storage } from '../../../../src/client/storage/storage.ts';
import { makeKioskKeys } from '../../../../src/client/vault/kiosk-keys.ts';
import type { OpenVault } from '../../../../src/client/vault/model.ts';
import { sampleVault } from '../../../support/seal/samples.ts';
import { fieldServices } from '../../../support/tablet/field-services.ts';

const noUpdate = {
  isWaiting: () => false,
  subscribe: () => () => undefined,
  take: async () => 'done' as const,
  check: async () => 'none' as const,
};

let storage: Storage;
let session: SessionHolder;
let vault: OpenVault;
beforeAll(async () => {
  // A browser has it; a bug in these screens fails the test.
  vi.stubGlobal('reportError', (error: unknown) => {
    throw error;
  });
  await startTexts();
});
beforeEach(async () => {
  storage = createMemoryStorage();
  session = createSessionHolder();
  vault = await sampleVault();
});
afterEach(cleanup);

const unlock = async () => session.unlock({ vault, records: await storage.openRecords(vault) });

async function stand(): Promise<void> {
  const { publicKey, sealed } = await makeKioskKeys(vault);
  const kiosk: Kiosk = { staffId: vault.staffId, publicKey, since: '2026-11-28', minutes: 3, language: 'vi' };
  await storage.kiosk.begin(kiosk, { publicKey, sealed });
  await act(async () => {
    render(
      <ServicesContext
        value={fieldServices(storage, session, { now: () => new Date('2026-11-28T03:00:00Z'), newId: v7 })}
      >
        <Suspense>
          <KioskRoutes kiosk={kiosk} update={noUpdate} />
        </Suspense>
      </ServicesContext>,
    );
  });
}
const welcomed = () => screen.findByRole('heading', { name: 'Nhà mình có việc gì?' });

it('locks whoever was unlocked when it came on, and stays on', async () => {
  await unlock();
  await stand();
  await welcomed();
  expect(session.find()).toBeUndefined();
  expect(await storage.kiosk.find()).toBeDefined();
});

it('ends when somebody unlocks in it, who then stays unlocked', async () => {
  await stand();
  await welcomed();
  await act(unlock);
  await waitFor(async () => expect(await storage.kiosk.find()).toBeUndefined());
  expect(session.find()?.vault).toBe(vault);
});

it('has one address, whatever was asked for', async () => {
  history.replaceState(null, '', '/settings');
  await stand();
  await welcomed();
  await waitFor(() => expect(location.pathname).toBe('/kiosk'));
  act(() => history.pushState(null, '', '/drafts'));
  await waitFor(() => expect(location.pathname).toBe('/kiosk'));
  expect(await welcomed()).toBeTruthy();
});
