// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { Suspense } from 'react';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { MeContext } from '../../../../../src/client/features/office/common/me.ts';
import { ChangedMeanwhile } from '../../../../../src/client/features/office/dossiers/ChangedMeanwhile.tsx';
import { startTexts } from '../../../../../src/client/i18n/i18n.ts';
import type { DossierDetail } from '../../../../../src/contract/operations/office.ts';
import { dossier, officer } from './office-server.ts';

beforeAll(() => startTexts());
afterEach(cleanup);

/** The dossier after acts by these people, one after the other. */
const acted = (...names: readonly string[]): DossierDetail =>
  dossier({
    revision: 1 + names.length,
    status: 'accepted',
    history: names.map((byName, place) => ({
      id: `019ab000-0000-7000-8000-0000000000f${place}`,
      action: place === 0 ? 'accepted' : 'papers-taken',
      at: '2026-11-23T02:30:00Z',
      byName,
      deviceName: null,
      detail: {},
    })),
  });

const page = (of: DossierDetail) => (
  <Suspense>
    <MeContext value={officer}>
      <ChangedMeanwhile dossier={of} />
      <p>words are here</p>
    </MeContext>
  </Suspense>
);

it('what a colleague did to the open dossier is said until it was seen', async () => {
  const { rerender } = render(page(dossier()));
  await screen.findByText('words are here');
  expect(screen.queryByText('Lò Văn Bình')).toBeNull();
  rerender(page(acted('Lò Văn Bình')));
  expect(await screen.findByText('Hồ sơ này vừa có thay đổi')).toBeTruthy();
  expect(screen.getByText('Lò Văn Bình').parentElement?.textContent).toContain('Tiếp nhận');
  await userEvent.click(screen.getByRole('button', { name: 'Đã xem' }));
  expect(screen.queryByText('Hồ sơ này vừa có thay đổi')).toBeNull();
});

it('one’s own acts are no news', async () => {
  const { rerender } = render(page(dossier()));
  await screen.findByText('words are here');
  rerender(page(acted(officer.displayName)));
  expect(screen.queryByText('Hồ sơ này vừa có thay đổi')).toBeNull();
});

it('what one did oneself is not listed with it, and acting oneself is having seen', async () => {
  const { rerender } = render(page(dossier()));
  await screen.findByText('words are here');
  rerender(page(acted(officer.displayName, 'Lò Văn Bình')));
  expect(await screen.findByText('Lò Văn Bình')).toBeTruthy();
  expect(screen.queryByText(officer.displayName)).toBeNull();
  rerender(page(acted(officer.displayName, 'Lò Văn Bình', officer.displayName)));
  expect(screen.queryByText('Hồ sơ này vừa có thay đổi')).toBeNull();
});
