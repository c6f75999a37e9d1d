import type { Page } from '@playwright/test';

/*
 * Everything a page's origin keeps on the device, as one stream of bytes: each IndexedDB store, each cached response,
 * local and session storage, cookies, and the origin's private files. Non-extractable keys show nothing, which is right.
 */

/** Strings are written as UTF-8; anything binary as it is. Runs inside the page. */
export async function dumpDevice(page: Page): Promise<{ bytes: Buffer; places: string[] }> {
  const { base64, places } = await page.evaluate(async () => {
    const parts: BlobPart[] = [];
    const places: string[] = [];
    const seen = new Set<object>();

    const write = async (value: unknown): Promise<void> => {
      if (value === null || value === undefined) return;
      if (typeof value === 'string') parts.push(value, '\n');
      else if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint')
        parts.push(String(value), '\n');
      else if (value instanceof Date) parts.push(value.toISOString(), '\n');
      else if (value instanceof Blob) parts.push(value, '\n');
      else if (value instanceof ArrayBuffer) parts.push(value, '\n');
      else if (ArrayBuffer.isView(value))
        parts.push(new Uint8Array(value.buffer as ArrayBuffer, value.byteOffset, value.byteLength), '\n');
      else if (typeof value === 'object') {
        if (seen.has(value)) return;
        seen.add(value);
        if (value instanceof Map || value instanceof Set) for (const item of value) await write(item);
        else
          for (const [key, child] of Object.entries(value)) {
            parts.push(key, '=');
            await write(child);
          }
      }
    };
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });

    for (const { name } of await indexedDB.databases()) {
      if (name === undefined) continue;
      const database = await done(indexedDB.open(name));
      for (const storeName of database.objectStoreNames) {
        places.push(`indexeddb:${name}/${storeName}`);
        const store = database.transaction(storeName).objectStore(storeName);
        const [keys, values] = [await done(store.getAllKeys()), await done(store.getAll())];
        await write(keys);
        await write(values);
        for (const indexName of store.indexNames)
          await write(await done(store.index(indexName).getAllKeys()));
      }
      database.close();
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        places.push(`cache:${name}`);
        await write(request.url);
        await write(await (await cache.match(request))?.blob());
      }
    }
    for (const [label, storage] of [
      ['local', localStorage],
      ['session', sessionStorage],
    ] as const) {
      places.push(`${label}-storage`);
      for (let i = 0; i < storage.length; i++) {
        const key = storage.key(i);
        if (key === null) continue;
        await write(key);
        await write(storage.getItem(key));
      }
    }
    await write(document.cookie);
    await write(location.href);
    const walk = async (folder: FileSystemDirectoryHandle): Promise<void> => {
      for await (const [name, handle] of folder.entries()) {
        places.push(`file:${name}`);
        await write(name);
        if (handle instanceof FileSystemDirectoryHandle) await walk(handle);
        else await write(await (handle as FileSystemFileHandle).getFile());
      }
    };
    await walk(await navigator.storage.getDirectory());

    const all = new Uint8Array(await new Blob(parts).arrayBuffer());
    let binary = '';
    for (let i = 0; i < all.length; i += 0x8000)
      binary += String.fromCharCode(...all.subarray(i, i + 0x8000));
    return { base64: btoa(binary), places: [...new Set(places)] };
  });
  return { bytes: Buffer.from(base64, 'base64'), places };
}

/** Which of the secrets occur: as UTF-8, as UTF-16 (how browsers may store text), or as the bytes they are. */
export function findIn(haystack: Buffer, secrets: Readonly<Record<string, string | Buffer>>): string[] {
  return Object.entries(secrets)
    .filter(([, secret]) =>
      typeof secret === 'string'
        ? haystack.includes(Buffer.from(secret, 'utf8')) || haystack.includes(Buffer.from(secret, 'utf16le'))
        : haystack.includes(secret),
    )
    .map(([name]) => name);
}
