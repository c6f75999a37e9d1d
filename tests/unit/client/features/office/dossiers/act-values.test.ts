import { describe, expect, it } from 'vitest';
import {
  buildAct,
  emptyValues,
} from '../../../../../../src/client/features/office/dossiers/acts/act-values.ts';

const STAFF = '019ab000-0000-7000-8000-0000000000b1';
const items = [{ what: 'question', id: 'mother.name', note: '' }] as const;

describe('an act out of what was typed', () => {
  it.each(['8000', '8.000', ' 8 000 '])('reads %j as eight thousand dong', (amount) => {
    expect(buildAct('request-payment', { ...emptyValues, amount, forWhat: 'Lệ phí' })).toEqual({
      kind: 'act',
      act: { kind: 'request-payment', amount: 8000, forWhat: 'Lệ phí' },
    });
  });

  it.each(['', '0', '8,5', 'tám'])('takes %j for no amount', (amount) => {
    expect(buildAct('request-payment', { ...emptyValues, amount, forWhat: 'Lệ phí' })).toEqual({
      kind: 'incomplete',
      fields: ['amount'],
    });
  });

  it('sends a supplement to whoever was chosen, and to nobody in particular where nobody was', () => {
    const values = { ...emptyValues, reason: 'Thiếu.', items: [...items] };
    expect(buildAct('request-supplement', values)).toMatchObject({ act: { assignedTo: null } });
    expect(buildAct('request-supplement', { ...values, assignedTo: STAFF })).toMatchObject({
      act: { assignedTo: STAFF },
    });
    expect(buildAct('request-supplement', { ...values, reason: ' ', items: [] })).toEqual({
      kind: 'incomplete',
      fields: ['reason', 'items'],
    });
  });

  it('names another authority only where one was chosen', () => {
    expect(buildAct('accept', emptyValues)).toEqual({ kind: 'act', act: { kind: 'accept' } });
    expect(buildAct('accept', { ...emptyValues, competentCommune: '14845' })).toMatchObject({
      act: { competentCommune: '14845' },
    });
  });
});
