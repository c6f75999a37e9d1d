import 'fake-indexeddb/auto';
import { existsSync, writeFileSync } from 'node:fs';
import { v7 } from 'uuid';
import { sealDrafts } from '../../../src/client/features/field/common/kept/draft-keeper.ts';
import { openDexieStorage } from '../../../src/client/storage/dexie-storage.ts';
import { LAYOUT } from '../../../src/client/storage/migrations.ts';
import type { Draft, ListEntry } from '../../../src/client/storage/model.ts';
import type { Records, Storage } from '../../../src/client/storage/storage.ts';
import type { DeviceKeys, OpenVault } from '../../../src/client/vault/model.ts';
import { createVault } from '../../../src/client/vault/vault.ts';
import { signReceiptList, verifyReceiptList } from '../../../src/contract/down/receipt-list.ts';
import { sealEnvelope } from '../../../src/contract/envelope/seal.ts';
import { exportPublicKey, generateKeyPair } from '../../../src/contract/keys.ts';
import type { Submission } from '../../../src/contract/up/submission.ts';
import { CONTRACT_VERSION } from '../../../src/contract/version.ts';
import { sampleDraft, sampleSubmission } from '../seal/samples.ts';
import { encode, readStores } from './layout-dump.ts';

/*
 * Writes `tests/fixtures/storage/layout-<n>.json`: a made-up tablet as today's code writes one. Run once, before `LAYOUT`
 * is raised: `npx tsx tests/support/storage/record-layout.ts`. A fixture that is there is never written again, because only
 * the code of its own time could write it.
 */

const PIN = '274195';
const NOW = new Date('2026-11-22T03:00:00.000Z');
const COMMUNE = { code: '14956', name: 'Xã Pù Luông' };
const text = (words: string) => new TextEncoder().encode(words);

const file = new URL(`../../fixtures/storage/layout-${LAYOUT}.json`, import.meta.url);
if (existsSync(file)) throw new Error(`layout ${LAYOUT} was recorded by the code of its time`);

/** The secret of the tablet's keys as it was imported: it has no export. */
const secret = crypto.getRandomValues(new Uint8Array(32));

async function makeKeys(deviceId: string): Promise<DeviceKeys> {
  const pinSecret = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey']);
  return { deviceId, requestKey: await generateKeyPair('signing', true), pinSecret };
}

const deviceId = v7();
const deviceKeys = await makeKeys(deviceId);
const staff = { staffId: v7(), displayName: 'Cán bộ Mẫu', login: 'mau' };
const receiptKey = await generateKeyPair('signing');
const sealingKey = await generateKeyPair('sealing');
const cost = { memory: 64, passes: 1 };
const signingKeyPair = await generateKeyPair('signing', true);
const { record, vault } = await createVault({ pin: PIN, deviceKeys, staff, signingKeyPair, cost });

const NAME = 'record-layout';
const storage = await openDexieStorage(NAME, () => NOW);
const records = await putTablet(storage);
await putDraft(records);
const waiting = await finish(records, vault, 'Hà Văn Mẫu', 0);
const settled = await finish(records, vault, 'Bùi Văn Mẫu', 1);
const refused = await finish(records, vault, 'Vi Thị Mẫu', 2);
await sealDrafts(storage, { vault, records });
await hear(storage);
storage.close();

const { version, stores } = await readStores(NAME);
const withSecret = stores.map((store) =>
  store.name === 'deviceKeys' ? { ...store, rows: [{ id: 'device', keys: deviceKeysInWords() }] } : store,
);
const about = `The tables of a tablet in layout ${LAYOUT}, written by the code of its release. Everybody and everything in it is made up; PIN and keys are for this test alone.`;
writeFileSync(
  file,
  `${JSON.stringify({ about, version, pin: PIN, stores: await encode(withSecret) }, null, 2)}\n`,
);
console.log(`recorded ${file.pathname.split('/').at(-1)}: waiting ${waiting.id}, refused ${refused.id}`);

function deviceKeysInWords() {
  const bytes = Buffer.from(secret).toString('base64');
  const pinSecret = { $key: 'raw', data: bytes, algorithm: { name: 'HKDF' }, usages: ['deriveKey'] };
  return { ...deviceKeys, pinSecret };
}

async function putTablet(on: Storage): Promise<Records> {
  await on.putDevice({
    deviceId,
    deviceName: 'Máy 03',
    commune: COMMUNE,
    sealingKey: { id: sealingKey.id, publicKey: await exportPublicKey(sealingKey.publicKey) },
    receiptKeys: [{ id: receiptKey.id, publicKey: await exportPublicKey(receiptKey.publicKey) }],
    cursor: 0,
    contractVersion: CONTRACT_VERSION,
    leases: [{ staffId: staff.staffId, until: '2026-12-06T03:01:00Z' }],
    demo: false,
  });
  await on.putDeviceKeys(deviceKeys);
  await on.putVault(record);
  await on.putPinAttempts(staff.staffId, { failures: 1, notBefore: 0, lockedOut: false });
  await on.putPendingEnrolment('AAAAAAAAAAA', new Uint8Array([1, 2]));
  await on.putSendingWishes({ onlyOnWifi: true });
  return await on.openRecords(vault);
}

function entryOf(draft: Draft, title: string): ListEntry {
  const { id, updatedAt } = draft;
  const rest = { kind: 'dossier', procedureId: 'birth-registration', village: 'Bản Đôn' } as const;
  return { id, state: 'draft', ...rest, title, progress: 0.4, updatedAt };
}

/** A draft with one photo, left in the middle of the child's step. */
async function putDraft(into: Records): Promise<void> {
  const draft: Draft = {
    ...sampleDraft(),
    answers: { 'child.name': 'Lò Thị Mẫu', 'father.declared': false },
    at: { step: 'child', question: 'child.birthDate' },
  };
  const entry = entryOf(draft, 'Lò Thị Mẫu');
  const saved = await into.saveDraft(draft, entry);
  if (saved.kind !== 'saved') throw new Error(saved.kind);
  const bytes = text('a photo of a made-up paper');
  const photo = { document: 'birth-proof', bytes, mediaType: 'image/jpeg' } as const;
  const added = await into.addAttachment({ ...draft, updatedAt: saved.at }, entry, photo);
  if (added.kind !== 'added') throw new Error(added.kind);
}

/** A finished submission with one photo. */
async function finish(into: Records, signer: OpenVault, title: string, index: number) {
  const draft = sampleDraft();
  const entry = entryOf(draft, title);
  const bytes = text(`signature number ${index}`);
  const photo = { document: 'signature', bytes, mediaType: 'image/png' } as const;
  const saved = await into.saveDraft(draft, entry);
  if (saved.kind !== 'saved') throw new Error(saved.kind);
  const added = await into.addAttachment({ ...draft, updatedAt: saved.at }, entry, photo);
  if (added.kind !== 'added') throw new Error(added.kind);
  const { ciphertextSize: _size, addedAt: _at, ...attachment } = added.attachment;
  const submission: Submission = sampleSubmission({
    id: draft.id,
    answers: { 'child.name': title },
    attachments: [attachment],
    assistedBy: { staffId: staff.staffId, deviceId, commune: COMMUNE.code },
    finishedAt: NOW.toISOString(),
  });
  const sealed = await sealEnvelope({
    submission,
    recipient: sealingKey,
    signer: signer.signingKey,
    contractVersion: CONTRACT_VERSION,
    communeName: COMMUNE.name,
  });
  const done = { ...entry, state: 'finished', progress: 1, provisionalReference: 'TAM-0000-0000-0' } as const;
  const outcome = await into.finish(added.draft, sealed, { submission, title }, done);
  if (outcome.kind !== 'queued') throw new Error(outcome.kind);
  return { id: draft.id, digest: sealed.digest, photo: attachment };
}

/** The office's answer: one taken in and accepted, one refused, and what else it says. */
async function hear(on: Storage): Promise<void> {
  const at = '2026-11-22T03:01:00.000Z';
  const signed = await signReceiptList(
    [
      { of: 'envelope', id: settled.id, digest: settled.digest, receivedAt: at },
      { of: 'attachment', id: settled.photo.id, digest: settled.photo.ciphertextDigest, receivedAt: at },
    ],
    receiptKey,
  );
  const received = await verifyReceiptList(signed, [receiptKey]);
  if (received.kind !== 'valid') throw new Error(received.reason);
  await on.outbox.applyAnswer({
    received,
    refusals: [{ id: refused.id, of: 'envelope', digest: refused.digest, reason: 'answers-invalid' }],
    changes: [
      {
        kind: 'dossier',
        cursor: 3,
        submissionId: settled.id,
        status: 'accepted',
        provisionalReference: 'TAM-0000-0001-1',
        officialCode: 'H56.14956-261122-0001',
        receivedAt: '2026-11-22T10:00:00+07:00',
        acceptedAt: '2026-11-22T10:05:00+07:00',
        dueAt: '2026-11-23T17:00:00+07:00',
        dueDate: '2026-11-23',
      },
      {
        kind: 'catalogue',
        cursor: 4,
        procedures: [
          { id: 'account-registration', version: 1, state: 'current' },
          { id: 'birth-registration', version: 1, state: 'current' },
        ],
        languagePacks: [{ language: 'vi', version: 1 }],
      },
    ],
    cursor: 4,
    contractVersion: CONTRACT_VERSION,
    at,
    leases: [{ staffId: staff.staffId, until: '2026-12-06T03:01:00Z' }],
  });
}
