import { expect, it } from 'vitest';
import { emptyValues } from '../../../../../../src/client/features/office/dossiers/acts/act-values.ts';
import { firstValues } from '../../../../../../src/client/features/office/dossiers/acts/first-values.ts';
import { isAllowed } from '../../../../../../src/domain/dossier/actions.ts';
import { DossierStatus } from '../../../../../../src/domain/dossier/status.ts';

it('stops for what was not brought only where something is awaited: the ground stands on a signed paper', () => {
  const stoppable = DossierStatus.options.filter((status) => isAllowed('stop', status));
  const grounds = stoppable.map((status) => [
    status,
    firstValues('stop', { status, supplement: null, history: [] }).ground,
  ]);
  expect(Object.fromEntries(grounds)).toEqual({
    accepted: 'other',
    'in-progress': 'other',
    'payment-requested': 'other',
    'supplement-requested': 'not-supplemented',
  });
});

it('asks the citizen for what a department proposed, in its words', () => {
  const items = [{ what: 'question', id: 'mother.name', note: '' }] as const;
  const act = { kind: 'propose-supplement', reason: 'Thiếu tên mẹ', items };
  const history = [
    {
      id: '019ab000-0000-7000-8000-0000000000f1',
      action: 'supplement-proposed' as const,
      at: '2026-11-23T02:30:00Z',
      byName: 'Hà Văn Chuyên',
      deviceName: null,
      detail: { act },
    },
  ];
  const proposed = { status: 'in-progress', supplement: 'proposed', history } as const;
  expect(firstValues('request-supplement', proposed)).toEqual({
    ...emptyValues,
    reason: 'Thiếu tên mẹ',
    items,
  });
  expect(firstValues('request-supplement', { ...proposed, supplement: null })).toEqual(emptyValues);
});
