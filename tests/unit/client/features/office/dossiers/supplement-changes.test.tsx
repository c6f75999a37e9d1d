// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { Suspense } from 'react';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { SupplementAsked } from '../../../../../../src/client/features/office/dossiers/SupplementAsked.tsx';
import { SupplementChanges } from '../../../../../../src/client/features/office/dossiers/SupplementChanges.tsx';
import { startTexts } from '../../../../../../src/client/i18n/i18n.ts';
import { getCurrentProcedure } from '../../../../../../src/procedures/catalogue.ts';

beforeAll(() => startTexts());
afterEach(cleanup);

it('says of which person an answer is another, and which changes nobody had asked for', async () => {
  render(
    <Suspense>
      <SupplementChanges
        definition={getCurrentProcedure('poor-household-review')}
        answers={{}}
        changes={[
          { id: 'member.name.1', before: 'Hà Thị Mây', after: 'Hà Thị Mai', asked: true },
          { id: 'member.name.2', before: null, after: 'Hà Văn An', asked: false },
        ]}
      />
    </Suspense>,
  );
  const [, first, second] = await screen.findAllByRole('row');
  expect(first?.textContent).toMatch(/\(Người trong nhà 1\)Hà Thị MâyHà Thị Mai$/);
  expect(second?.textContent).toMatch(/\(Người trong nhà 2\).+Hà Văn An$/);
  expect(first?.querySelector('small')).toBeNull();
  expect(second?.querySelector('small')?.textContent).toBe('ngoài yêu cầu');
});

it('says of which person an answer was asked for', async () => {
  const items = ['member.name.1', 'member.name.2'].map((id) => ({ what: 'question' as const, id, note: '' }));
  render(
    <Suspense>
      <SupplementAsked
        definition={getCurrentProcedure('poor-household-review')}
        answers={{}}
        items={items}
        day="2026-11-20"
      />
    </Suspense>,
  );
  const [first, second] = await screen.findAllByRole('listitem');
  expect(first?.textContent).toMatch(/\(Người trong nhà 1\)$/);
  expect(second?.textContent).toMatch(/\(Người trong nhà 2\)$/);
});
