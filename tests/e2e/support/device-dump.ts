import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Page } from '@playwright/test';

/*
 * What a tablet keeps, in pieces that say where they lay, and a search through them. Two views of the same tablet: what
 * the page's origin can read (each IndexedDB store, cached response, storage area, cookie, private file), and the raw
 * files of the browser's profile. Non-extractable keys show nothing in the first view, which is right.
 */

export interface Piece {
  readonly place: string;
  readonly bytes: Buffer;
}

export type Secrets = Readonly<Record<string, string | Buffer>>;

/** Everything the page's origin keeps. Text is given as UTF-8, anything binary as it is. */
export async function dumpDevice(page: Page): Promise<Piece[]> {
  const dumped = await page.evaluate(async () => {
    const parts = new Map<string, BlobPart[]>();
    const write = async (place: string, value: unknown, seen = new Set<object>()): Promise<void> => {
      const into = parts.get(place) ?? [];
      parts.set(place, into);
      if (value === null || value === undefined) return;
      if (typeof value === 'string') into.push(value, '\n');
      else if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint')
        into.push(String(value), '\n');
      else if (value instanceof Date) into.push(value.toISOString(), '\n');
      else if (value instanceof Blob || value instanceof ArrayBuffer) into.push(value, '\n');
      else if (ArrayBuffer.isView(value))
        into.push(new Uint8Array(value.buffer as ArrayBuffer, value.byteOffset, value.byteLength), '\n');
      else if (typeof value === 'object' && !seen.has(value)) {
        seen.add(value);
        const inside =
          value instanceof Map || value instanceof Set ? [...value] : Object.entries(value).flat();
        for (const item of inside) await write(place, item, seen);
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
        const place = `indexeddb ${name}/${storeName}`;
        const store = database.transaction(storeName).objectStore(storeName);
        const indexes = [...store.indexNames].map((index) => done(store.index(index).getAllKeys()));
        const rows = await Promise.all([done(store.getAllKeys()), done(store.getAll()), ...indexes]);
        await write(place, rows);
      }
      database.close();
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const response = await cache.match(request);
        await write(`cache ${name}`, [request.url, [...(response?.headers ?? [])], await response?.blob()]);
      }
    }
    await write('local storage', { ...localStorage });
    await write('session storage', { ...sessionStorage });
    await write('cookies', document.cookie);
    await write('address', [location.href, document.title, history.state]);
    await write('window name', window.name);
    const walk = async (folder: FileSystemDirectoryHandle, path: string): Promise<void> => {
      for await (const [name, handle] of folder.entries()) {
        await write('private files', `${path}${name}`);
        if (handle instanceof FileSystemDirectoryHandle) await walk(handle, `${path}${name}/`);
        else await write('private files', await (handle as FileSystemFileHandle).getFile());
      }
    };
    await write('private files', '');
    await walk(await navigator.storage.getDirectory(), '/');

    const base64 = async (pieces: BlobPart[]) => {
      const all = new Uint8Array(await new Blob(pieces).arrayBuffer());
      let binary = '';
      for (let i = 0; i < all.length; i += 0x8000)
        binary += String.fromCharCode(...all.subarray(i, i + 0x8000));
      return btoa(binary);
    };
    return Promise.all([...parts].map(async ([place, pieces]) => ({ place, base64: await base64(pieces) })));
  });
  return dumped.map(({ place, base64 }) => ({ place, bytes: Buffer.from(base64, 'base64') }));
}

/**
 * The raw files of a browser, switched off as a rule: databases and their logs, caches, history, session restore, form fields. A
 * finder with a screwdriver sees these. Chromium packs settled database tables with Snappy, and text inside such a
 * table may escape this search; fresh writes (the `.log` files), blobs, caches and SQLite files lie open.
 */
export function dumpProfile(folder: string): Piece[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .flatMap((path) => {
      const bytes = readOrGone(path);
      return bytes === undefined ? [] : [{ place: relative(folder, path), bytes }];
    });
}

/** A browser that runs throws files away while others are read. */
function readOrGone(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Which secret occurs where, as `secret in place`; empty is what a locked tablet should give. */
export function findIn(pieces: readonly Piece[], secrets: Secrets): string[] {
  const shapes = Object.entries(secrets).map(([name, secret]) => ({ name, shapes: shapesOf(secret) }));
  return pieces.flatMap(({ place, bytes }) =>
    shapes
      .filter((one) => one.shapes.some((shape) => bytes.includes(shape)))
      .map(({ name }) => `${name} in ${place}`),
  );
}

/** A text as browsers, indexes and careless programs write it down; bytes as they are; all of it in base64 too. */
function shapesOf(secret: string | Buffer): Buffer[] {
  const plain =
    typeof secret === 'string'
      ? [secret, secret.normalize('NFD'), folded(secret), encodeURIComponent(secret)].flatMap((text) => [
          Buffer.from(text, 'utf8'),
          Buffer.from(text, 'utf16le'),
        ])
      : [secret];
  return plain.flatMap((bytes) => [bytes, ...inBase64(bytes)]);
}

function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd').toLowerCase();
}

/** The part of the base64 that does not depend on what stands before and after, for each of the three positions. */
function inBase64(bytes: Buffer): Buffer[] {
  return [0, 1, 2].flatMap((offset) => {
    const start = (3 - offset) % 3;
    const whole = bytes.subarray(start, start + Math.floor((bytes.length - start) / 3) * 3);
    return whole.length < 9
      ? []
      : [Buffer.from(whole.toString('base64'), 'ascii'), Buffer.from(whole.toString('base64url'), 'ascii')];
  });
}

/** Slices of 48 bytes from inside a picture: its first bytes are alike in all pictures, so they prove nothing. */
export function slicesOf(name: string, picture: Buffer): Secrets {
  return Object.fromEntries(
    [0.3, 0.5, 0.7, 0.9].map((part) => {
      const at = Math.floor(picture.length * part) - 24;
      return [`${name} at ${part * 100}%`, picture.subarray(at, at + 48)];
    }),
  );
}
