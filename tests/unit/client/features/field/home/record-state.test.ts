import { describe, expect, it } from 'vitest';
import {
  countRecords,
  type EnvelopeRow,
  findSyncState,
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
  it('counts one person’s records, and what needs attention as still waiting', () => {
    const entries = [
      { id: 'a', state: 'finished' as const },
      { id: 'b', state: 'draft' as const },
    ];
    expect(
      countRecords(entries, [envelope('attention'), { ...envelope('received'), id: 'colleague' }]),
    ).toEqual({
      drafts: 1,
      waiting: 1,
      received: 0,
    });
  });
});
