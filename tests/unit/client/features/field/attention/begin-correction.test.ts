import { v7 } from 'uuid';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  beginCorrection,
  findCorrecting,
} from '../../../../../../src/client/features/field/attention/begin-correction.ts';
import { createMemoryStorage } from '../../../../../../src/client/storage/memory-storage.ts';
import { createMemoryDisk } from '../../../../../../src/client/storage/memory-tables.ts';
import type { Summary } from '../../../../../../src/client/storage/model.ts';
import type { Records } from '../../../../../../src/client/storage/storage.ts';
import { evaluate } from '../../../../../../src/domain/procedure/run.ts';
import { getCurrentProcedure } from '../../../../../../src/procedures/catalogue.ts';
import { tabletProcedures } from '../../../../../support/procedures/tablet-procedures.ts';
import {
  sampleDraft,
  sampleEntry,
  sampleEnvelope,
  sampleSubmission,
  sampleVault,
} from '../../../../../support/seal/samples.ts';

const definition = getCurrentProcedure('birth-registration');
const PHOTO = new Uint8Array([9, 8, 7]);
const SIGNATURE = new Uint8Array([5, 5]);

let records: Records;
let summary: Summary;

/** A finished record with a photo and a signature, as it lies on the disk. */
beforeEach(async () => {
  records = await createMemoryStorage(createMemoryDisk()).openRecords(await sampleVault());
  let draft = { ...sampleDraft(), replaces: ['0190a1b2-0000-7000-8000-0000000000aa'] };
  const entry = sampleEntry(draft);
  await records.saveDraft(draft, entry);
  const stored = await records.findDraft(draft.id);
  if (stored === undefined) throw new Error('not saved');
  draft = { ...draft, updatedAt: stored.updatedAt };
  const photo = await records.addAttachment(draft, entry, {
    document: 'birthProof',
    bytes: PHOTO,
    mediaType: 'image/jpeg',
  });
  if (photo.kind !== 'added') throw new Error('no photo');
  const signed = await records.addAttachment(photo.draft, entry, {
    document: 'signature',
    bytes: SIGNATURE,
    mediaType: 'image/png',
  });
  if (signed.kind !== 'added') throw new Error('no signature');
  const submission = sampleSubmission({
    id: draft.id,
    replaces: draft.replaces,
    answers: {
      'child.name': 'Lò Thị Mẫu',
      'document.birthProof': { attachments: [photo.attachment.id], paper: 'photographed' },
      'signature.requester': {
        attachment: signed.attachment.id,
        method: 'signature',
        at: '2026-11-22T01:00:00Z',
      },
    },
    attachments: signed.draft.attachments.map(({ ciphertextSize: _s, addedAt: _a, ...sealed }) => sealed),
  });
  summary = { submission, title: 'Lò Thị Mẫu' };
  const finished = { ...entry, state: 'finished' as const };
  await records.finish(signed.draft, await sampleEnvelope(draft.id), summary, finished);
});

const ports = () => ({ records, newId: v7, now: () => new Date('2026-11-23T01:00:00Z') });

describe('a correction', () => {
  it('has the answers and photos under fresh ids and keys, and names all that it takes the place of', async () => {
    const outcome = await beginCorrection(summary, definition, 'unreadable', ports());
    if (outcome.kind !== 'begun') throw new Error(outcome.kind);
    const draft = await records.findDraft(outcome.draftId);
    const old = summary.submission;
    expect(draft?.replaces).toEqual([old.id, ...(old.replaces ?? [])]);
    expect(draft?.answers['child.name']).toBe('Lò Thị Mẫu');
    const [photo, signature] = draft?.attachments ?? [];
    expect(draft?.answers['document.birthProof']).toEqual({
      attachments: [photo?.id],
      paper: 'photographed',
    });
    expect(draft?.answers['signature.requester']).toMatchObject({ attachment: signature?.id });
    const [oldPhoto] = old.attachments;
    expect(photo?.id).not.toBe(oldPhoto?.id);
    expect(photo?.key).not.toBe(oldPhoto?.key);
    expect(photo && (await records.readAttachment(photo))).toEqual(PHOTO);
    // The refused one is as it was.
    expect(oldPhoto && (await records.readAttachment(oldPhoto))).toEqual(PHOTO);
  });

  it('of a supplement answers the same request, and leaves what the office has as it is', async () => {
    const atOffice = v7();
    const paper = { attachments: [atOffice], paper: 'photographed' as const };
    const supplements = {
      dossierId: v7(),
      requestId: v7(),
      reason: 'Thiếu số của cha.',
      items: [{ what: 'document' as const, id: 'birth-proof', note: '' }],
      provisionalReference: 'TAM-0000-0000-0',
      finishedAt: '2026-11-20T03:00:00.000Z',
      filed: { 'document.marriage': paper },
    };
    const { submission } = summary;
    const answers = { ...submission.answers, 'document.marriage': paper };
    const refused = { ...summary, supplements, submission: { ...submission, answers } };
    const outcome = await beginCorrection(refused, definition, 'unreadable', ports());
    if (outcome.kind !== 'begun') throw new Error(outcome.kind);
    const draft = await records.findDraft(outcome.draftId);
    expect(draft?.supplements).toEqual(supplements);
    expect(draft?.answers['document.marriage']).toEqual(paper);
    const { dossierId, requestId } = supplements;
    const entry = records.listEntries().find(({ id }) => id === outcome.draftId);
    expect(entry?.supplements).toEqual({ dossierId, requestId });
  });

  it('of wrong answers is signed anew', async () => {
    const outcome = await beginCorrection(summary, definition, 'answers-invalid', ports());
    if (outcome.kind !== 'begun') throw new Error(outcome.kind);
    const draft = await records.findDraft(outcome.draftId);
    expect(draft?.answers['signature.requester']).toBeUndefined();
    expect(draft?.attachments.map(({ document }) => document)).toEqual(['birthProof']);
  });

  it('begins where something is wrong or missing by the rules of today', async () => {
    const outcome = await beginCorrection(summary, definition, 'answers-invalid', ports());
    const draft = await records.findDraft(outcome.kind === 'begun' ? outcome.draftId : '');
    const evaluation = evaluate(definition, draft?.answers ?? {}, { today: '2026-11-23' });
    expect(evaluation.missing).toContain(draft?.at.question);
  });

  it('asked for twice is one draft', async () => {
    const first = await beginCorrection(summary, definition, 'answers-invalid', ports());
    const second = await beginCorrection(summary, definition, 'answers-invalid', ports());
    expect(second).toEqual({ kind: 'already-begun', draftId: first.kind === 'begun' && first.draftId });
  });

  it('keeps the version it was begun with, unless the office does not know that one', async () => {
    const procedures = tabletProcedures(createMemoryStorage());
    const find = async (id: string, version: number, reason: Parameters<typeof findCorrecting>[1]) =>
      (await findCorrecting({ procedure: { id, version } }, reason, procedures))?.version;
    expect(await find('birth-registration', 1, 'answers-invalid')).toBe(1);
    expect(await find('birth-registration', 99, 'answers-invalid')).toBe(1);
    expect(await find('birth-registration', 1, 'procedure-unknown')).toBeUndefined();
    expect(await find('no-such', 1, 'unreadable')).toBeUndefined();
  });

  it('of a supplement is on the version of its dossier or on none: the office takes no other', async () => {
    const procedures = tabletProcedures(createMemoryStorage());
    const of = (version: number) => ({
      procedure: { id: 'birth-registration', version },
      supplements: { dossierId: v7(), requestId: v7() },
    });
    expect((await findCorrecting(of(1), 'answers-invalid', procedures))?.version).toBe(1);
    expect(await findCorrecting(of(99), 'procedure-unknown', procedures)).toBeUndefined();
  });
});
