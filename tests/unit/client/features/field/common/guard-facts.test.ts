import { expect, it } from 'vitest';
import {
  guardFacts,
  oldestWaiting,
} from '../../../../../../src/client/features/field/common/guard/guard-facts.ts';
import type { OutboxAttachment, OutboxEnvelope } from '../../../../../../src/client/storage/model.ts';

const envelope = (id: string, day: number, of: Partial<OutboxEnvelope> = {}) => ({
  id,
  staffId: 's',
  kind: 'dossier' as const,
  digest: id,
  queuedAt: `2026-11-${day}T00:00:00.000Z`,
  state: 'waiting' as const,
  ...of,
});
const photo = (submissionId: string, state: OutboxAttachment['state']): OutboxAttachment => ({
  id: `photo of ${submissionId}`,
  submissionId,
  staffId: 's',
  ciphertextDigest: 'd',
  ciphertextSize: 1,
  state,
});

it('the oldest unsent is the oldest that sending would help', () => {
  const rows = [
    envelope('refused', 1, { state: 'attention' }),
    envelope('carried', 2, { carriedFor: 'another tablet' }),
    envelope('mended', 3, { replacedBy: 'new' }),
    envelope('received', 4, { state: 'received' }),
    envelope('photos left', 10, { state: 'received' }),
    envelope('waiting', 12),
  ];
  expect(oldestWaiting(rows, [photo('received', 'received')])).toBe('2026-11-12T00:00:00.000Z');
  expect(oldestWaiting(rows, [photo('photos left', 'waiting')])).toBe('2026-11-10T00:00:00.000Z');
  expect(oldestWaiting(rows.slice(0, 4), [])).toBeUndefined();
});

it('a clock that was set back makes nothing old, and a browser that says nothing is not blamed', () => {
  const now = new Date('2026-11-01T00:00:00.000Z');
  const facts = guardFacts({ keeping: undefined, isFull: false, oldest: '2026-11-12T00:00:00.000Z', now });
  expect(facts).toEqual({ freeBytes: undefined, isFull: false, isKept: undefined, oldestUnsent: 0 });
  expect(
    guardFacts({ keeping: { kind: 'may-be-cleared' }, isFull: true, oldest: undefined, now }),
  ).toMatchObject({
    isKept: false,
    isFull: true,
    oldestUnsent: undefined,
  });
});
