import type { Page } from '@playwright/test';
import type { Rows } from '../../src/client/storage/tables.ts';
import type { Finished } from './submissions.ts';

/*
 * The tablet's outbox, filled and read from outside. An interview takes seconds of a person's time; here the harness
 * puts finished submissions into the very tables, as rows of the very shape, that finishing an interview writes.
 */

/** One row of the outbox as it lies on the disk. */
export interface Waiting {
  readonly id: string;
  readonly submissionId: string;
  readonly of: 'envelope' | 'attachment';
  readonly state: string;
  readonly digest: string;
  readonly hasBytes: boolean;
}

type Row =
  | { readonly table: 'outboxEnvelopes'; readonly row: Rows['outboxEnvelopes'] }
  | { readonly table: 'outboxAttachments'; readonly row: Rows['outboxAttachments'] };
type Bytes = {
  readonly table: 'envelopeBytes' | 'ciphertexts';
  readonly row: Record<string, string>;
  readonly base64: string;
};

/** Puts submissions into the queue in one transaction with strict durability, as the app does. */
export async function fillQueue(page: Page, finished: readonly Finished[]): Promise<void> {
  const rows: Row[] = [];
  const bytes: Bytes[] = [];
  for (const one of finished) {
    const { id, staffId, kind, digest } = one;
    const queuedAt = new Date().toISOString();
    const size = one.bytes.length;
    rows.push({
      table: 'outboxEnvelopes',
      row: { id, staffId, kind, digest, queuedAt, size, state: 'waiting' },
    });
    bytes.push({ table: 'envelopeBytes', row: { id }, base64: base64(one.bytes) });
    for (const photo of one.photos) {
      const named = { ciphertextDigest: photo.digest, ciphertextSize: photo.bytes.length };
      rows.push({
        table: 'outboxAttachments',
        row: { id: photo.id, submissionId: id, staffId, ...named, state: 'waiting' },
      });
      const row = { id: photo.id, submissionId: id };
      bytes.push({ table: 'ciphertexts', row, base64: base64(photo.bytes) });
    }
  }
  await page.evaluate(
    async ({ rows, bytes }) => {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open('ve-ban');
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error);
      });
      const tables = ['outboxEnvelopes', 'outboxAttachments', 'envelopeBytes', 'ciphertexts'];
      const transaction = database.transaction(tables, 'readwrite', { durability: 'strict' });
      const committed = new Promise<void>((resolve, reject) => {
        transaction.oncomplete = () => resolve();
        transaction.onabort = () => reject(transaction.error);
      });
      for (const { table, row } of rows) transaction.objectStore(table).put(row);
      for (const { table, row, base64 } of bytes) {
        const decoded = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        transaction.objectStore(table).put({ ...row, bytes: decoded });
      }
      await committed;
      database.close();
    },
    { rows, bytes },
  );
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
}

/** The whole outbox, or what of it the office has not given its word for. */
export async function readOutbox(page: Page, of: 'all' | 'unsent'): Promise<Waiting[]> {
  return await page.evaluate(async (of) => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await done(indexedDB.open('ve-ban'));
    const tables = ['outboxEnvelopes', 'outboxAttachments', 'envelopeBytes', 'ciphertexts'];
    const transaction = database.transaction(tables);
    const all = (table: string) => done(transaction.objectStore(table).getAll());
    const keys = async (table: string) =>
      new Set((await done(transaction.objectStore(table).getAllKeys())).map(String));
    const [envelopes, attachments, envelopeBytes, ciphertexts] = await Promise.all([
      all('outboxEnvelopes'),
      all('outboxAttachments'),
      keys('envelopeBytes'),
      keys('ciphertexts'),
    ]);
    database.close();
    const rows = [
      ...envelopes.map(({ id, state, digest }) => {
        const hasBytes = envelopeBytes.has(id);
        return { id, submissionId: id, of: 'envelope' as const, state, digest, hasBytes };
      }),
      ...attachments.map(({ id, submissionId, state, ciphertextDigest }) => {
        const hasBytes = ciphertexts.has(id);
        const digest = ciphertextDigest;
        return { id, submissionId, of: 'attachment' as const, state, digest, hasBytes };
      }),
    ];
    return of === 'all' ? rows : rows.filter(({ state }) => state !== 'received');
  }, of);
}

/** Ids of the submissions about which the tablet holds the office's latest word. */
export async function readOfficeStates(page: Page): Promise<Set<string>> {
  const ids = await page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await done(indexedDB.open('ve-ban'));
    const keys = await done(database.transaction('officeStates').objectStore('officeStates').getAllKeys());
    database.close();
    return keys.map(String);
  });
  return new Set(ids);
}
