import * as z from 'zod';

/*
 * A whole IndexedDB as JSON, and back: how the tables of a released layout are kept as a fixture. Bytes become base64;
 * keys become what they were imported from, which only works for the extractable keys of a made-up tablet.
 */

const Algorithm = z.union([
  z.object({ name: z.string(), namedCurve: z.string() }),
  z.object({ name: z.string() }),
]);
const Key = z.object({
  $key: z.enum(['jwk', 'raw']),
  data: z.unknown(),
  algorithm: Algorithm,
  usages: z.array(z.enum(['sign', 'verify', 'deriveKey', 'deriveBits', 'encrypt', 'decrypt'])),
});
const Bytes = z.object({ $bytes: z.base64() });

export const LayoutDump = z.object({
  /** How it came about, for who reads the file. */
  about: z.string(),
  /** The browser's number: Dexie multiplies the layout's by ten. */
  version: z.int(),
  pin: z.string(),
  stores: z.array(
    z.object({
      name: z.string(),
      keyPath: z.string(),
      indexes: z.array(z.string()),
      rows: z.array(z.unknown()),
    }),
  ),
});
export type LayoutDump = z.infer<typeof LayoutDump>;

export function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** Every store with its rows, as they are. */
export async function readStores(
  name: string,
): Promise<{ readonly version: number; readonly stores: LayoutDump['stores'] }> {
  const db = await done(indexedDB.open(name));
  const stores = [];
  for (const storeName of [...db.objectStoreNames].sort()) {
    const store = db.transaction(storeName).objectStore(storeName);
    const rows: unknown[] = await done(store.getAll());
    stores.push({ name: storeName, keyPath: String(store.keyPath), indexes: [...store.indexNames], rows });
  }
  const { version } = db;
  db.close();
  return { version, stores };
}

/** Makes the database `name` as the dump says it was, in the browser's own version and without any code of the app. */
export async function loadStores(name: string, dump: LayoutDump): Promise<void> {
  const opening = indexedDB.open(name, dump.version);
  opening.onupgradeneeded = () => {
    for (const { name: storeName, keyPath, indexes } of dump.stores) {
      const store = opening.result.createObjectStore(storeName, { keyPath });
      for (const index of indexes) store.createIndex(index, index);
    }
  };
  const db = await done(opening);
  for (const { name: storeName, rows } of dump.stores) {
    const decoded = await Promise.all(rows.map(decode));
    const transaction = db.transaction(storeName, 'readwrite');
    for (const row of decoded) await done(transaction.objectStore(storeName).put(row));
  }
  db.close();
}

export async function encode(value: unknown): Promise<unknown> {
  if (value instanceof Uint8Array) return { $bytes: Buffer.from(value).toString('base64') };
  if (value instanceof CryptoKey) {
    // HKDF secrets have no export: the recorder gives theirs by hand.
    const data = await crypto.subtle.exportKey('jwk', value);
    return { $key: 'jwk', data, algorithm: value.algorithm, usages: value.usages };
  }
  if (Array.isArray(value)) return await Promise.all(value.map(encode));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    await Promise.all(Object.entries(value).map(async ([key, part]) => [key, await encode(part)] as const)),
  );
}

export async function decode(value: unknown): Promise<unknown> {
  const bytes = Bytes.safeParse(value);
  if (bytes.success) return new Uint8Array(Buffer.from(bytes.data.$bytes, 'base64'));
  const key = Key.safeParse(value);
  if (key.success) return await importKey(key.data);
  if (Array.isArray(value)) return await Promise.all(value.map(decode));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    await Promise.all(Object.entries(value).map(async ([name, part]) => [name, await decode(part)] as const)),
  );
}

async function importKey({ $key, data, algorithm, usages }: z.infer<typeof Key>): Promise<CryptoKey> {
  if ($key === 'raw') {
    const raw = new Uint8Array(Buffer.from(z.base64().parse(data), 'base64'));
    return await crypto.subtle.importKey('raw', raw, algorithm, false, usages);
  }
  const jwk = z.looseObject({ kty: z.string() }).parse(data);
  return await crypto.subtle.importKey('jwk', jwk, algorithm, true, usages);
}
