import { IDBDatabase } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { v7 } from 'uuid';
import { expect, it, vi } from 'vitest';
import { openDexieStorage } from '../../../../src/client/storage/dexie-storage.ts';
import { StorageLost } from '../../../../src/client/storage/storage-lost.ts';
import { NO_ATTEMPTS } from '../../../../src/client/vault/pin-attempts.ts';
import { sampleDraft, sampleEntry, sampleVault } from '../../../support/seal/samples.ts';
import { done } from '../../../support/storage/layout-dump.ts';

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

it('tries again what the browser aborted: so a transaction hears first that its connection went', async () => {
  const transaction = IDBDatabase.prototype.transaction;
  let toAbort = 0;
  const spy = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (
    this: IDBDatabase,
    ...args
  ) {
    const begun = transaction.apply(this, args);
    if (toAbort > 0) {
      toAbort--;
      queueMicrotask(() => queueMicrotask(() => begun.abort()));
    }
    return begun;
  });
  const storage = await openDexieStorage(v7());
  await storage.putPinAttempts('a', { failures: 2, notBefore: 0, lockedOut: false });
  toAbort = 1;
  expect(await storage.getPinAttempts('a')).toMatchObject({ failures: 2 });
  expect(toAbort).toBe(0);
  // Not for ever: what is aborted each time is said.
  toAbort = 3;
  await expect(storage.getPinAttempts('a')).rejects.toMatchObject({ name: 'AbortError' });
  spy.mockRestore();
  storage.close();
});

/** A storage with a row in it, and the connections that it made. */
async function storageWithConnections(name: string) {
  const connections = new Set<IDBDatabase>();
  const transaction = IDBDatabase.prototype.transaction;
  const spy = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (
    this: IDBDatabase,
    ...args
  ) {
    connections.add(this);
    return transaction.apply(this, args);
  });
  const storage = await openDexieStorage(name);
  await storage.putPinAttempts('a', { failures: 2, notBefore: 0, lockedOut: false });
  return { storage, connections, restore: () => spy.mockRestore() };
}

it('puts nothing empty in the place of data that was cleared under the running app, and says so', async () => {
  const name = v7();
  const { storage, connections, restore } = await storageWithConnections(name);
  const said: string[] = [];
  storage.onLost((why) => said.push(why));
  // As a browser does that clears a site's data: the connections are closed from outside, then the database goes.
  for (const connection of connections) connection.close();
  restore();
  await done(indexedDB.deleteDatabase(name));
  await expect(storage.getPinAttempts('a')).rejects.toThrow(StorageLost);
  await expect(storage.putPinAttempts('a', NO_ATTEMPTS)).rejects.toThrow(StorageLost);
  expect(said).toEqual(['cleared']);
  expect((await indexedDB.databases()).map((one) => one.name)).not.toContain(name);
  const late: string[] = [];
  storage.onLost((why) => late.push(why));
  expect(late).toEqual(['cleared']);
  storage.close();
});

it('lets go at once when somebody deletes the database', async () => {
  const name = v7();
  const storage = await openDexieStorage(name);
  const said: string[] = [];
  storage.onLost((why) => said.push(why));
  await done(indexedDB.deleteDatabase(name));
  expect(said).toEqual(['cleared']);
  await expect(storage.listVaults()).rejects.toThrow(StorageLost);
  storage.close();
});

it('lets a newer version of the app bring the tables up to date, and writes nothing over it', async () => {
  const name = v7();
  const storage = await openDexieStorage(name);
  await storage.putPinAttempts('a', { failures: 2, notBefore: 0, lockedOut: false });
  const said: string[] = [];
  storage.onLost((why) => said.push(why));
  const newer = indexedDB.open(name, 990);
  const blocked = vi.fn<() => void>();
  newer.onblocked = blocked;
  (await done(newer)).close();
  expect(blocked).not.toHaveBeenCalled();
  expect(said).toEqual(['newer-version']);
  await expect(storage.putPinAttempts('a', NO_ATTEMPTS)).rejects.toThrow(StorageLost);
  storage.close();
});

it('says when another window holds the older tables, and goes on when it lets go', async () => {
  const name = v7();
  const holding = await done(indexedDB.open(name, 10));
  let opened = false;
  const blocked = new Promise<void>((resolve) => {
    void openDexieStorage(name, undefined, { onBlocked: resolve }).then((storage) => {
      opened = true;
      storage.close();
    });
  });
  await blocked;
  expect(opened).toBe(false);
  holding.close();
  await expect.poll(() => opened).toBe(true);
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
