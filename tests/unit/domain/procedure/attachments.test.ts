import { describe, expect, it } from 'vitest';
import type { AnswerValue } from '../../../../src/domain/procedure/contract/answers.ts';
import { attachmentsIn, withAttachments } from '../../../../src/domain/procedure/contract/attachments.ts';

const a = '01934c5e-0000-7000-8000-000000000001';
const b = '01934c5e-0000-7000-8000-000000000002';
const paper: AnswerValue = { paper: 'photographed', attachments: [a, b] };
const voices: AnswerValue = { media: 'recording', attachments: [a] };
const signature: AnswerValue = { method: 'signature', attachment: a, at: '2026-11-22T09:10:00+07:00' };

describe('attachments that answers name', () => {
  it('are the pages of a paper, photos and recordings, and a signature; nothing else names any', () => {
    expect(
      [paper, voices, signature, 'Lò Thị Mẩy', 7, [a], { unknown: true } as const].map(attachmentsIn),
    ).toEqual([[a, b], [a], [a], [], [], [], []]);
  });

  it('take other ids, and one without a new id is left out', () => {
    const onlyB = (id: string) => (id === b ? 'new' : undefined);
    expect(withAttachments(paper, onlyB)).toEqual({ paper: 'photographed', attachments: ['new'] });
    expect(withAttachments(voices, onlyB)).toBeUndefined();
    expect(withAttachments(signature, onlyB)).toBeUndefined();
    expect(withAttachments('Lò Thị Mẩy', onlyB)).toBe('Lò Thị Mẩy');
  });
});
