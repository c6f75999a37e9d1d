import {
  createMemoryDisk,
  type MemoryDisk,
  openMemoryTables,
} from '../../../src/client/storage/memory-tables.ts';
import type { Storage } from '../../../src/client/storage/storage.ts';
import { createTableStorage } from '../../../src/client/storage/table-storage.ts';
import { makeDeviceKeys } from '../../../src/client/vault/device-keys.ts';
import { writeHeader } from '../../../src/contract/envelope/layout.ts';
import {
  exportPublicKey,
  generateKeyPair,
  type NamedKeyPair,
  sha256Base64url,
} from '../../../src/contract/keys.ts';

/** Ids that sort by number. */
export function idOf(number: number): string {
  return `0192f0a0-0000-7000-8000-${String(number).padStart(12, '0')}`;
}

const STAFF = idOf(900_001);

/** An enrolled tablet on a memory disk, whose outbox tests fill by hand. Storages opened on one tablet are its tabs. */
export interface Tablet {
  readonly disk: MemoryDisk;
  readonly openTab: () => Storage;
  /** Queues one envelope with attachments of the given sizes; returns their ids. */
  readonly queue: (
    number: number,
    content?: {
      readonly bytes?: number;
      readonly attachments?: readonly number[];
      /** With the head of an envelope, for who looks into it. */
      readonly sealed?: boolean;
    },
  ) => Promise<{ readonly id: string; readonly attachments: readonly string[] }>;
}

/** `office` is the key whose word the tablet trusts. */
export async function enrolTablet(office: NamedKeyPair): Promise<Tablet> {
  const disk = createMemoryDisk();
  const tables = openMemoryTables(disk);
  const storage = createTableStorage(tables, () => new Date());
  const deviceKeys = await makeDeviceKeys(idOf(900_000));
  const sealing = await generateKeyPair('sealing');
  await storage.putDeviceKeys(deviceKeys);
  await storage.putDevice({
    deviceId: deviceKeys.deviceId,
    deviceName: 'Máy 1',
    commune: { code: '14956', name: 'Xã Pù Luông' },
    sealingKey: { id: sealing.id, publicKey: await exportPublicKey(sealing.publicKey) },
    receiptKeys: [{ id: office.id, publicKey: await exportPublicKey(office.publicKey) }],
    cursor: 0,
    leases: [],
    demo: false,
  });
  return {
    disk,
    openTab: () => createTableStorage(openMemoryTables(disk), () => new Date()),
    queue: async (number, { bytes: wanted = 100, attachments = [], sealed = false } = {}) => {
      const id = idOf(number);
      const size = sealed ? Math.max(wanted, 200) : wanted;
      const bytes = crypto.getRandomValues(new Uint8Array(size));
      if (sealed)
        bytes.set(writeHeader({ id, kind: 'dossier', contractVersion: 2, recipientKeyId: sealing.id }));
      const digest = await sha256Base64url(bytes);
      const photos = await Promise.all(
        attachments.map(async (photoSize, index) => {
          const photo = crypto.getRandomValues(new Uint8Array(photoSize));
          return { id: idOf(number * 1000 + index), photo, digest: await sha256Base64url(photo) };
        }),
      );
      await tables.write(async (transaction) => {
        const queuedAt = new Date(1_700_000_000_000 + number).toISOString();
        await transaction.put('outboxEnvelopes', {
          id,
          staffId: STAFF,
          kind: 'dossier',
          digest,
          queuedAt,
          state: 'waiting',
          size,
        });
        await transaction.put('envelopeBytes', { id, bytes });
        for (const one of photos) {
          await transaction.put('outboxAttachments', {
            id: one.id,
            submissionId: id,
            staffId: STAFF,
            ciphertextDigest: one.digest,
            ciphertextSize: one.photo.length,
            state: 'waiting',
          });
          await transaction.put('ciphertexts', { id: one.id, submissionId: id, bytes: one.photo });
        }
      });
      return { id, attachments: photos.map((one) => one.id) };
    },
  };
}
