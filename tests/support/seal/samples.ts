import { v7 } from 'uuid';
import type { Draft, ListEntry } from '../../../src/client/storage/model.ts';
import { aesOpen, aesSeal } from '../../../src/client/vault/aes-gcm.ts';
import type { OpenVault } from '../../../src/client/vault/model.ts';
import { generateKeyPair, sha256Base64url } from '../../../src/contract/keys.ts';
import type { SupplementWork } from '../../../src/contract/operations/field-work.ts';
import type { ProblemReport } from '../../../src/contract/up/report.ts';
import type { Submission } from '../../../src/contract/up/submission.ts';

/** Made-up people; no number here belongs to anybody. */
export function sampleSubmission(changes: Partial<Submission> = {}): Submission {
  return {
    id: '0190a1b2-0000-7000-8000-000000000001',
    kind: 'dossier',
    procedure: { id: 'birth-registration', version: 1 },
    answers: { 'child.name': 'Lò Thị Mẫu', 'mother.name': 'Hà Thị Mẫu', 'father.declared': false },
    attachments: [],
    consents: [],
    provisionalReference: 'TAM-0000-0000-0',
    assistedBy: {
      staffId: '0190a1b2-0000-7000-8000-00000000000a',
      deviceId: '0190a1b2-0000-7000-8000-00000000000b',
      commune: '16174',
    },
    languages: { reading: 'vi', spoken: 'vi' },
    finishedAt: '2026-11-22T10:00:00Z',
    ...changes,
  };
}

/** A problem that a staff member reports, about no dossier. */
export function sampleReport(changes: Partial<ProblemReport> = {}): ProblemReport {
  return {
    kind: 'problem',
    id: '0190a1b2-0000-7000-8000-000000000002',
    about: null,
    text: 'Cầu treo vào bản hỏng, chưa đi được.',
    attachments: [],
    assistedBy: sampleSubmission().assistedBy,
    at: '2026-11-22T10:00:00Z',
    ...changes,
  };
}

/** What the office asks of the sample submission: another look at the child's name. */
export function sampleSupplement(changes: Partial<SupplementWork> = {}): SupplementWork {
  const { id, procedure, answers, provisionalReference, finishedAt } = sampleSubmission();
  return {
    id: '0190a1b2-0000-7000-8000-000000000003',
    dossierId: id,
    number: 1,
    reason: 'Tên trên giấy chứng sinh khác tên đã khai.',
    items: [{ what: 'question', id: 'child.name', note: 'Xem lại chữ lót.' }],
    requestedAt: '2026-11-23T02:00:00.000Z',
    byName: 'Lê Văn Mẫu',
    arrivedAt: null,
    provisionalReference,
    officialCode: null,
    subjectName: 'Lò Thị Mẫu',
    village: 'Bản Poọng',
    procedure,
    finishedAt,
    answers,
    consents: [],
    attachments: [],
    ...changes,
  };
}

export function sampleDraft(id = v7()): Draft {
  return {
    id,
    kind: 'dossier',
    procedure: { id: 'birth-registration', version: 1 },
    answers: { 'child.name': 'Lò Thị Mẫu' },
    attachments: [],
    at: { step: 'child' },
    languages: { reading: 'vi', spoken: 'vi' },
    createdAt: '2026-11-22T01:00:00.000Z',
    updatedAt: '2026-11-22T01:00:00.000Z',
  };
}

export function sampleEntry(draft: Pick<Draft, 'id' | 'updatedAt'>, title = 'Lò Thị Mẫu'): ListEntry {
  return {
    id: draft.id,
    state: 'draft',
    kind: 'dossier',
    procedureId: 'birth-registration',
    title,
    village: 'Bản Poọng',
    progress: 0.5,
    updatedAt: draft.updatedAt,
  };
}

/** An open vault with real keys, without the time a PIN costs. */
export async function sampleVault(staffId = v7()): Promise<OpenVault> {
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  return {
    staffId,
    displayName: 'Cán bộ mẫu',
    signingKey: await generateKeyPair('signing'),
    seal: async (plaintext, context) => await aesSeal(key, plaintext, context),
    open: async (sealed, context) => await aesOpen(key, sealed, context),
    close: () => undefined,
  };
}

/** Bytes that stand for a sealed envelope: storage never looks inside. */
export async function sampleEnvelope(id: string, kind: 'account' | 'dossier' = 'dossier', length = 200) {
  const bytes = crypto.getRandomValues(new Uint8Array(length));
  return { id, kind, bytes, digest: await sha256Base64url(bytes) };
}
