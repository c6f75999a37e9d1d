import { v7 } from 'uuid';
import { expect, it } from 'vitest';
import {
  packDraft,
  unpackDraft,
  withoutPhotos,
} from '../../../../../../src/client/features/field/common/kept/draft-content.ts';
import type { Draft, DraftAttachment } from '../../../../../../src/client/storage/model.ts';
import { sampleDraft, sampleEntry } from '../../../../../support/seal/samples.ts';

const photo = (document: string): DraftAttachment => ({
  id: v7(),
  document,
  mediaType: 'image/png',
  size: 10,
  ciphertextSize: 26,
  ciphertextDigest: 'd'.repeat(43),
  plaintextDigest: 'p'.repeat(43),
  key: 'k'.repeat(43),
  addedAt: '2026-11-22T01:00:00.000Z',
});

const signature = photo('signature');
const page = photo('birth-proof');
const signed = { method: 'signature', attachment: signature.id, at: '2026-11-22T01:00:00.000Z' } as const;

/** Moved to another version after it was signed: the signature is set aside. */
const moved: Draft = {
  ...sampleDraft(),
  procedure: { id: 'birth-registration', version: 2 },
  answers: {
    'child.name': 'Lò Thị Mẫu',
    'document.birthProof': { attachments: [page.id], paper: 'photographed' },
  },
  attachments: [signature, page],
  left: [{ version: 1, aside: { 'signature.requester': signed, 'child.nickname': 'Mẩy' } }],
};

it('a draft that was moved goes to the office and comes back with what was set aside', () => {
  const entry = { ...sampleEntry(moved), procedureVersion: 2 };
  expect(unpackDraft(packDraft({ draft: moved, entry }))).toEqual({ draft: moved, entry });
});

it('photos that are not on this tablet are named by no answer, neither a present one nor one set aside', () => {
  const { draft, lost } = withoutPhotos(moved, () => false);
  expect(lost).toBe(2);
  expect(draft.answers).toEqual({ 'child.name': 'Lò Thị Mẫu' });
  expect(draft.left).toEqual([{ version: 1, aside: { 'child.nickname': 'Mẩy' } }]);
  const onlyPage = withoutPhotos(moved, (id) => id === page.id).draft;
  expect(onlyPage.answers).toEqual(moved.answers);
  expect(onlyPage.left).toEqual(draft.left);
});

it('photos that the office has of a dossier are not lost with the tablet', () => {
  const filed = { 'document.marriage': { attachments: [v7()], paper: 'photographed' as const } };
  const supplements = {
    dossierId: v7(),
    requestId: v7(),
    reason: 'Ảnh mờ.',
    items: [],
    provisionalReference: 'TAM-0000-0000-0',
    finishedAt: '2026-11-20T03:00:00.000Z',
    filed,
  };
  const reopened: Draft = { ...moved, answers: { ...moved.answers, ...filed }, supplements };
  const { draft } = withoutPhotos(reopened, () => false);
  expect(draft.answers).toEqual({ 'child.name': 'Lò Thị Mẫu', ...filed });
  const entry = { ...sampleEntry(draft), procedureVersion: 2 };
  expect(unpackDraft(packDraft({ draft, entry }))?.draft.supplements).toEqual(supplements);
});
