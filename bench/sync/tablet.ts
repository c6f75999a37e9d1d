import { createMemoryDisk, openMemoryTables } from '../../src/client/storage/memory-tables.ts';
import type { Storage } from '../../src/client/storage/storage.ts';
import { createTableStorage } from '../../src/client/storage/table-storage.ts';
import { browserTimer, createSenderLock, randomBytes } from '../../src/client/sync/browser-ports.ts';
import { createHttpTransport } from '../../src/client/sync/http-transport.ts';
import { createSyncDriver } from '../../src/client/sync/sync-driver.ts';
import { makeDeviceKeys } from '../../src/client/vault/device-keys.ts';
import type { DeviceKeys } from '../../src/client/vault/model.ts';
import type { SealedEnvelope } from '../../src/contract/envelope/envelope.ts';
import { exportPublicKey } from '../../src/contract/keys.ts';
import type { Submission } from '../../src/contract/up/submission.ts';
import { HeadlessTablet, type TakenPhoto } from '../../src/server/demo/tablet.ts';
import type { Server } from '../../tests/e2e/support/server.ts';

export interface Finished {
  readonly submission: Submission;
  readonly sealed: SealedEnvelope;
  readonly photos: readonly TakenPhoto[];
}

/** What Chromium on a tablet adds to each request of ours: the bench's sender runs in Node, and pays for them too. */
const AS_CHROMIUM = {
  'user-agent':
    'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36',
  'sec-ch-ua': '"Chromium";v="141", "Not?A_Brand";v="8", "Google Chrome";v="141"',
  'sec-ch-ua-mobile': '?0',
  'sec-ch-ua-platform': '"Android"',
  origin: 'https://motcua.example.vn',
  referer: 'https://motcua.example.vn/',
  'accept-language': 'vi-VN,vi;q=0.9',
  'sec-fetch-site': 'same-origin',
  'sec-fetch-dest': 'empty',
} as const;

/** A tablet that the server knows, with the keys of an app whose sender the bench runs. */
export class BenchTablet {
  readonly author: HeadlessTablet;
  readonly #keys: DeviceKeys;

  private constructor(author: HeadlessTablet, keys: DeviceKeys) {
    this.author = author;
    this.#keys = keys;
  }

  static async enrol(server: Server): Promise<BenchTablet> {
    const author = new HeadlessTablet(server.url);
    const response = await author.enrol(await server.makeEnrolmentCode(), 'Máy đo');
    if (!response.ok) throw new Error(await response.text());
    const keys = await makeDeviceKeys(author.deviceId);
    // The author keeps its device key to itself: the server is told of this one instead.
    await server.query('update devices set public_key = $1 where id = $2', [
      await exportPublicKey(keys.requestKey.publicKey),
      author.deviceId,
    ]);
    return new BenchTablet(author, keys);
  }

  /** A disk whose outbox holds these, as if each had just been finished. */
  async storageWith(finished: readonly Finished[]): Promise<Storage> {
    const tables = openMemoryTables(createMemoryDisk());
    const storage = createTableStorage(tables, () => new Date());
    const { sealingKey, receiptKey, commune, staff } = this.author.enrolment;
    await storage.putDeviceKeys(this.#keys);
    await storage.putDevice({
      deviceId: this.author.deviceId,
      deviceName: 'Máy đo',
      commune,
      sealingKey,
      receiptKeys: [receiptKey],
      cursor: 0,
      leases: [],
      demo: false,
    });
    await tables.write(async (transaction) => {
      for (const { submission, sealed, photos } of finished) {
        const { id, kind, digest, bytes } = sealed;
        const queuedAt = submission.finishedAt;
        const row = { id, kind, digest, staffId: staff.id, queuedAt, state: 'waiting' as const };
        await transaction.put('outboxEnvelopes', { ...row, size: bytes.length });
        await transaction.put('envelopeBytes', { id, bytes });
        for (const { sealed: named, ciphertext } of photos) {
          await transaction.put('outboxAttachments', {
            id: named.id,
            submissionId: id,
            staffId: staff.id,
            ciphertextDigest: named.ciphertextDigest,
            ciphertextSize: ciphertext.length,
            state: 'waiting',
          });
          await transaction.put('ciphertexts', { id: named.id, submissionId: id, bytes: ciphertext });
        }
      }
    });
    return storage;
  }
}

/** Runs the app's own sender, its own timers included, until the outbox holds a receipt for everything. */
export async function sendAll(storage: Storage, origin: string, random: () => number): Promise<void> {
  const bugs: unknown[] = [];
  const driver = createSyncDriver({
    storage,
    transport: createHttpTransport({
      origin,
      randomBytes,
      fetch: (url, init) => fetch(url, { ...init, headers: withChromiums(init?.headers) }),
    }),
    locks: createSenderLock(undefined),
    timers: browserTimer,
    clock: () => Date.now(),
    random,
    appVersion: 'bench',
    onBug: (error) => bugs.push(error),
  });
  const trace = process.env.TRACE === undefined ? () => {} : (text: string) => console.log(text);
  const began = performance.now();
  driver.subscribe(() => {
    const { activity, reach } = driver.status();
    trace(`${((performance.now() - began) / 1000).toFixed(1)} s ${reach} ${JSON.stringify(activity)}`);
  });
  driver.wake('start');
  for (;;) {
    const { waiting, attention } = await storage.outbox.counts();
    if (bugs.length > 0) throw bugs[0];
    if (attention > 0) {
      const refused = (await storage.outbox.listEnvelopes()).find(({ state }) => state === 'attention');
      throw new Error(`refused: ${JSON.stringify(refused)}`);
    }
    if (waiting === 0) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  driver.stop();
}

function withChromiums(headers: RequestInit['headers']): Headers {
  const all = new Headers(headers);
  for (const [name, value] of Object.entries(AS_CHROMIUM)) all.set(name, value);
  return all;
}
