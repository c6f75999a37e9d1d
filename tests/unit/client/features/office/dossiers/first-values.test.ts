import { expect, it } from 'vitest';
import {
  buildAct,
  emptyValues,
} from '../../../../../../src/client/features/office/dossiers/acts/act-values.ts';
import { firstValues } from '../../../../../../src/client/features/office/dossiers/acts/first-values.ts';
import { isAllowed } from '../../../../../../src/domain/dossier/actions.ts';
import { DossierStatus } from '../../../../../../src/domain/dossier/status.ts';

const assistedBy = {
  staffId: '019ab000-0000-7000-8000-0000000000a1',
  staffName: 'Hà Văn Tổ',
  deviceName: 'Máy 03',
  commune: { code: '14956', name: 'Xã Pù Luông' },
};
const nothing = { supplement: null, supplements: [], history: [], assistedBy };

it('stops for what was not brought only where something is awaited: the ground stands on a signed paper', () => {
  const stoppable = DossierStatus.options.filter((status) => isAllowed('stop', status));
  const grounds = stoppable.map((status) => [status, firstValues('stop', { ...nothing, status }).ground]);
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
  const proposed = { ...nothing, status: 'in-progress', supplement: 'proposed', history } as const;
  expect(firstValues('request-supplement', proposed)).toEqual({
    ...emptyValues,
    reason: 'Thiếu tên mẹ',
    items,
  });
  expect(firstValues('request-supplement', { ...proposed, supplement: null })).toEqual(emptyValues);
});

it('sends whoever assisted in the place of a colleague, and chooses nobody in their own', () => {
  const awaitedOf = (assignedTo: string): Parameters<typeof firstValues>[1] => ({
    ...nothing,
    status: 'supplement-requested',
    supplement: 'asked',
    supplements: [
      {
        id: '019ab000-0000-7000-8000-0000000000e1',
        number: 1,
        reason: 'Ảnh mờ.',
        items: [],
        assignedTo,
        assignedToName: 'Vi Văn Đi',
        requestedAt: '2026-11-23T02:30:00Z',
        byName: 'Lò Văn Bình',
        arrived: null,
        endedAt: null,
      },
    ],
  });
  const built = (assignedTo: string) =>
    buildAct('reassign-supplement', firstValues('reassign-supplement', awaitedOf(assignedTo)));
  expect(built('019ab000-0000-7000-8000-0000000000a2')).toEqual({
    kind: 'act',
    act: { kind: 'reassign-supplement', assignedTo: null },
  });
  expect(built(assistedBy.staffId)).toEqual({ kind: 'incomplete', fields: ['assignedTo'] });
});
