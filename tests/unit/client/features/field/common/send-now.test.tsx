// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/react';
import { Suspense } from 'react';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { createSessionHolder } from '../../../../../../src/client/app/session-holder.ts';
import { ServicesContext } from '../../../../../../src/client/features/field/common/services.ts';
import { SendNow } from '../../../../../../src/client/features/field/common/status/SendNow.tsx';
import { startTexts } from '../../../../../../src/client/i18n/i18n.ts';
import { createMemoryStorage } from '../../../../../../src/client/storage/memory-storage.ts';
import type { Storage } from '../../../../../../src/client/storage/storage.ts';
import { fieldServices } from '../../../../../support/tablet/field-services.ts';

beforeAll(() => startTexts());
afterEach(cleanup);

it('says nothing of what waits before the disk was read', async () => {
  let isRead: (counts: Awaited<ReturnType<Storage['outbox']['counts']>>) => void = () => undefined;
  const memory = createMemoryStorage();
  const counts = () => new Promise<Parameters<typeof isRead>[0]>((resolve) => (isRead = resolve));
  const storage = { ...memory, outbox: { ...memory.outbox, counts } };
  await act(async () => {
    render(
      <ServicesContext value={fieldServices(storage, createSessionHolder())}>
        <Suspense>
          <p>the screen is here</p>
          <SendNow />
        </Suspense>
      </ServicesContext>,
    );
  });
  await screen.findByText('the screen is here');
  expect(screen.queryByText('Không còn gì chờ gửi trên máy.')).toBeNull();
  expect(screen.queryByRole('button')).toBeNull();
  await act(async () => isRead({ waiting: 1, attention: 0, received: 0, bytesWaiting: 100 }));
  expect(await screen.findByRole('button', { name: 'Gửi ngay' })).toBeTruthy();
  expect(screen.queryByText('Không còn gì chờ gửi trên máy.')).toBeNull();
});
