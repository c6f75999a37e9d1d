import { IDBDatabase } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { v7 } from 'uuid';
import { expect, it, vi } from 'vitest';
import { openDexieStorage } from '../../../../src/client/storage/dexie-storage.ts';
import { sampleDraft, sampleEntry, sampleVault } from '../../../support/seal/samples.ts';

it('asks the browser for strict durability in every write (I1)', async () => {
  // Dexie binds the browser's method when it opens.
  const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
  const storage = await openDexieStorage(v7());
  await storage.putPinAttempts('a', { failures: 1, notBefore: 0, lockedOut: false });
  const writes = transaction.mock.calls.filter(([, mode]) => mode === 'readwrite');
  expect(writes.length).toBeGreaterThan(0);
  for (const [, , options] of writes) expect(options).toEqual({ durability: 'strict' });
  transaction.mockRestore();
  storage.close();
});

it('opens again, once, when the browser took the connection away', async () => {
  const connections: IDBDatabase[] = [];
  const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (
    this: IDBDatabase,
    ...args
  ) {
    connections.push(this);
    transaction.mockRestore();
    return this.transaction(...args);
  });
  const storage = await openDexieStorage(v7());
  await storage.putPinAttempts('a', { failures: 2, notBefore: 0, lockedOut: false });
  connections[0]?.close();
  expect(await storage.getPinAttempts('a')).toMatchObject({ failures: 2 });
  storage.close();
});

it('leaves no word, name or photo byte readable on the disk (I4)', async () => {
  const name = v7();
  const storage = await openDexieStorage(name);
  const records = await storage.openRecords(await sampleVault());
  const draft = sampleDraft();
  await records.saveDraft(draft, sampleEntry(draft));
  const bytes = new TextEncoder().encode('photo bytes of a made-up paper');
  await records.addAttachment(draft, sampleEntry(draft), {
    document: 'paper',
    bytes,
    mediaType: 'image/png',
  });
  storage.close();
  const dump = await dumpOf(name);
  expect(dump).toContain(draft.id);
  for (const word of ['Thị', 'Poọng', 'child.name', 'birth-registration', 'photo bytes', 'Cán bộ'])
    expect(dump).not.toContain(word);
});

async function dumpOf(name: string): Promise<string> {
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const db = await done(indexedDB.open(name));
  const decoder = new TextDecoder();
  const rows: string[] = [];
  for (const store of db.objectStoreNames)
    for (const row of await done<unknown[]>(db.transaction(store).objectStore(store).getAll()))
      rows.push(
        JSON.stringify(row, (_key, value) => (value instanceof Uint8Array ? decoder.decode(value) : value)),
      );
  db.close();
  return rows.join('\n');
}
