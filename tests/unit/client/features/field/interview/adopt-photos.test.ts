import { describe, expect, it } from 'vitest';
import { createDraft } from '../../../../../../src/client/features/field/common/start-draft.ts';
import { adoptPhotos } from '../../../../../../src/client/features/field/interview/adopt-photos.ts';
import type { DraftAttachment } from '../../../../../../src/client/storage/model.ts';
import { getCurrentProcedure } from '../../../../../../src/procedures/catalogue.ts';

const definition = getCurrentProcedure('birth-registration');
const empty = createDraft({ definition, languages: { reading: 'vi', spoken: 'vi' } }, 'd', new Date(0));
const photo = (id: string, document: string): DraftAttachment => ({
  id,
  document,
  key: 'k',
  plaintextDigest: 'p',
  ciphertextDigest: 'c',
  size: 1,
  ciphertextSize: 17,
  mediaType: 'image/jpeg',
  addedAt: '2026-11-22T03:00:00Z',
});

describe('photos that no answer names', () => {
  it('come back to their document, after those it names', () => {
    const answers = { 'document.birthProof': { paper: 'photographed' as const, attachments: ['one'] } };
    const attachments = [photo('one', 'birth-proof'), photo('two', 'birth-proof')];
    expect(adoptPhotos({ ...empty, answers, attachments }, definition).answers).toEqual({
      'document.birthProof': { paper: 'photographed', attachments: ['one', 'two'] },
    });
  });

  it('answer a document that had no answer', () => {
    const { answers } = adoptPhotos({ ...empty, attachments: [photo('one', 'requester-id')] }, definition);
    expect(answers).toEqual({ 'document.requesterId': { paper: 'photographed', attachments: ['one'] } });
  });

  it('leave everything else as it is, signatures too', () => {
    const draft = { ...empty, attachments: [photo('one', 'signature')] };
    expect(adoptPhotos(draft, definition)).toBe(draft);
  });
});
