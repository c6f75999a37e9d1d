import { describe, expect, it } from 'vitest';
import {
  isAwaited,
  pillOf,
  slipWordOf,
} from '../../../../../../src/client/features/field/common/office-words.ts';
import type { OfficeState } from '../../../../../../src/client/storage/model.ts';
import { DossierStatus } from '../../../../../../src/domain/dossier/status.ts';

/** Accepted once, with a code and a date: neither goes away when the dossier ends otherwise. */
const dossier = (status: DossierStatus): OfficeState => ({
  kind: 'dossier',
  cursor: 1,
  submissionId: '0190a1b2-0000-7000-8000-000000000001',
  status,
  provisionalReference: 'TAM-0000-0000-0',
  officialCode: 'H56.14956-261122-0001',
  receivedAt: '2026-11-22T10:00:00+07:00',
  acceptedAt: '2026-11-22T10:05:00+07:00',
  dueAt: '2026-11-23T17:00:00+07:00',
  dueDate: '2026-11-23',
});

describe("the office's word on a tablet", () => {
  it('is good where it is good, and asks for a look where somebody has to do something', () => {
    const good = DossierStatus.options.filter((status) => pillOf(dossier(status)) === 'good');
    expect(good).toEqual(['accepted', 'done', 'returned']);
    const looks = DossierStatus.options.filter((status) => pillOf(dossier(status)) === 'attention');
    expect(looks).toEqual(['refused', 'supplement-requested', 'payment-requested', 'stopped']);
    expect(pillOf(undefined)).toBe('off');
  });

  it('promises a date only while the clock runs', () => {
    expect(DossierStatus.options.filter(isAwaited)).toEqual(['accepted', 'in-progress']);
  });

  it('makes a slip that says what became of the dossier, whatever code it once got', () => {
    expect(DossierStatus.options.map((status) => slipWordOf(dossier(status)))).toEqual([
      'not-yet',
      'under-way',
      'refused',
      'under-way',
      'asked',
      'to-pay',
      'withdrawn',
      'stopped',
      'done',
      'returned',
    ]);
  });

  it('on the slip of a supplement is that it was brought, until the office has gone on', () => {
    expect(slipWordOf(undefined, true)).toBe('brought');
    expect(slipWordOf(dossier('supplement-requested'), true)).toBe('brought');
    expect(slipWordOf(dossier('in-progress'), true)).toBe('under-way');
  });
});
