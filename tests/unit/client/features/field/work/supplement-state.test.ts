import { describe, expect, it } from 'vitest';
import {
  standingOfRequest,
  stateOfSupplement,
} from '../../../../../../src/client/features/field/common/work/supplement-state.ts';
import type { ListEntry } from '../../../../../../src/client/storage/model.ts';

const REQUEST = '019ab000-0000-7000-8000-0000000000e1';
const AT = '2026-11-24T02:00:00.000Z';

function entry(id: string, state: ListEntry['state']): ListEntry {
  return {
    id,
    state,
    kind: 'dossier',
    procedureId: 'birth-registration',
    title: 'Hà Minh Khôi',
    village: 'bản Đôn',
    progress: 1,
    updatedAt: AT,
    supplements: { dossierId: '019ab000-0000-7000-8000-0000000000d1', requestId: REQUEST },
  };
}

describe('where a request stands', () => {
  it('is told by what is on this tablet while the office waits', () => {
    expect(stateOfSupplement({ id: REQUEST, arrivedAt: null }, [])).toEqual({ kind: 'to-do' });
    const both = [entry('finished', 'finished'), entry('begun', 'draft')];
    expect(stateOfSupplement({ id: REQUEST, arrivedAt: null }, both)).toEqual({
      kind: 'begun',
      draftId: 'begun',
    });
    expect(stateOfSupplement({ id: REQUEST, arrivedAt: null }, both.slice(0, 1))).toEqual({
      kind: 'sent',
      id: 'finished',
    });
  });

  it('is that it has come, though it was begun here too: what is finished now would be refused', () => {
    const begun = [entry('begun', 'draft')];
    expect(stateOfSupplement({ id: REQUEST, arrivedAt: AT }, begun)).toEqual({ kind: 'arrived', at: AT });
    expect(stateOfSupplement({ id: REQUEST, arrivedAt: AT }, [...begun, entry('own', 'finished')])).toEqual({
      kind: 'sent',
      id: 'own',
    });
  });
});

describe('the request that a draft answers', () => {
  const asked = (arrivedAt: string | null) => [{ id: REQUEST, arrivedAt }];

  it('is open, or has been answered from elsewhere, or is over', () => {
    expect(standingOfRequest(REQUEST, asked(null), false)).toEqual({ kind: 'open' });
    expect(standingOfRequest(REQUEST, asked(AT), false)).toEqual({ kind: 'answered', at: AT });
    expect(standingOfRequest(REQUEST, [], false)).toEqual({ kind: 'over' });
  });

  it('is not over because it is not among the work of a colleague who was given the draft, or nobody has asked yet', () => {
    expect(standingOfRequest(REQUEST, [], true)).toEqual({ kind: 'unknown' });
    expect(standingOfRequest(REQUEST, undefined, false)).toEqual({ kind: 'unknown' });
  });
});
