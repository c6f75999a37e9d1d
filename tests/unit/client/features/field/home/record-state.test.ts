import { describe, expect, it } from 'vitest';
import {
  countRecords,
  type EnvelopeRow,
  findSyncState,
  findTroubled,
} from '../../../../../../src/client/features/field/home/record-state.ts';
import type { OutboxAttachment } from '../../../../../../src/client/storage/model.ts';

const envelope = (state: EnvelopeRow['state']): EnvelopeRow => ({
  id: 'a',
  staffId: 's',
  kind: 'dossier',
  digest: 'd',
  queuedAt: '2026-11-23T00:00:00Z',
  state,
  ...(state === 'attention' ? { attention: 'unreadable' as const } : {}),
});
const photo = (id: string, state: OutboxAttachment['state'], submissionId = 'a'): OutboxAttachment => ({
  id,
  submissionId,
  staffId: 's',
  ciphertextDigest: 'd',
  ciphertextSize: 1,
  state,
  ...(state === 'attention' ? { attention: 'digest-mismatch' as const } : {}),
});

describe('findSyncState', () => {
  it('says received only when the envelope and each of its photos are', () => {
    expect(
      findSyncState('a', [envelope('received')], [photo('p', 'waiting'), photo('q', 'received')]),
    ).toEqual({
      kind: 'photos-waiting',
      left: 1,
    });
    expect(
      findSyncState('a', [envelope('received')], [photo('p', 'received'), photo('x', 'waiting', 'b')]),
    ).toEqual({
      kind: 'received',
    });
    expect(findSyncState('a', [envelope('waiting')], [])).toEqual({ kind: 'waiting' });
  });

  it('points at the one item that needs attention', () => {
    expect(findSyncState('a', [envelope('received')], [photo('p', 'attention')])).toEqual({
      kind: 'attention',
      itemId: 'p',
      reason: 'digest-mismatch',
    });
  });

  it('knows nothing of what was never queued here', () => {
    expect(findSyncState('z', [envelope('waiting')], [])).toBeUndefined();
  });
});

describe('countRecords', () => {
  it('counts one person’s items, and what needs attention as still waiting', () => {
    const rows = [
      { ...envelope('received'), id: 'a' },
      { ...envelope('waiting'), id: 'b' },
      { ...envelope('attention'), id: 'c' },
      { ...envelope('waiting'), id: 'theirs', staffId: 'colleague' },
    ];
    expect(countRecords(4, rows, 's')).toEqual({ drafts: 4, waiting: 2, received: 1 });
  });
});

describe('findTroubled', () => {
  it('finds an item of this person that no list names any more, once for each submission (I6)', () => {
    const rows = [
      { ...envelope('attention'), id: 'unlisted' },
      { ...envelope('received'), id: 'a' },
      { ...envelope('attention'), id: 'theirs', staffId: 'colleague' },
    ];
    expect(findTroubled(rows, [photo('p', 'attention'), photo('q', 'attention')], 's')).toEqual([
      { submissionId: 'unlisted', itemId: 'unlisted', reason: 'unreadable' },
      { submissionId: 'a', itemId: 'p', reason: 'digest-mismatch' },
    ]);
  });
});
