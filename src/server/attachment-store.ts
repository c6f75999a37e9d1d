import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { link, mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { platform } from 'node:process';
import * as z from 'zod';

/** Ciphertext of attachments as files named by attachment id; what is whole and receipted stands in the database. */
export interface AttachmentStore {
  readonly directory: string;
  /** Bytes there so far; 0 when there is no file. */
  size(id: string): Promise<number>;
  /** Have all bytes arrived that were announced when the upload was created? */
  isWhole(id: string): Promise<boolean>;
  /** Has an upload been created and some of it arrived? */
  isBegun(id: string): Promise<boolean>;
  /** SHA-256 (base64url) of the file after it was forced to disk; undefined when there is none. */
  settle(id: string): Promise<{ readonly digest: string; readonly size: number } | undefined>;
  /**
   * The whole file at once, on disk when this resolves; in the place of an unfinished upload only where asked to. False,
   * and nothing written, when something is there that must stay.
   */
  write(id: string, bytes: Uint8Array<ArrayBuffer>, how: { readonly overPartial: boolean }): Promise<boolean>;
  /** The ciphertext; undefined when there is none. */
  read(id: string): Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** Only for bytes that no receipt covers. */
  discard(id: string): Promise<void>;
}

/** What tus keeps beside a file; half-written after a power cut, it counts as nothing, and the upload begins again. */
const Announced = z.object({ size: z.int().min(1) });

/** Files below `directory`, which is made when missing. */
export async function openAttachmentStore(directory: string): Promise<AttachmentStore> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const pathOf = (id: string) => join(directory, id);
  const size = async (id: string) => (await ifThere(stat(pathOf(id))))?.size ?? 0;
  const announcedSize = async (id: string) => {
    const description = await ifThere(readFile(`${pathOf(id)}.json`, 'utf8'));
    return description === undefined ? undefined : Announced.safeParse(parseJson(description)).data?.size;
  };
  return {
    directory,
    size,
    isWhole: async (id) => (await announcedSize(id)) === (await size(id)),
    isBegun: async (id) => (await announcedSize(id)) !== undefined && (await size(id)) > 0,
    async settle(id) {
      const file = await ifThere(open(pathOf(id), 'r+'));
      if (file === undefined) return undefined;
      try {
        await file.sync();
      } finally {
        await file.close();
      }
      await syncFolder(directory);
      const hash = createHash('sha256');
      for await (const chunk of createReadStream(pathOf(id))) hash.update(chunk);
      return { digest: hash.digest('base64url'), size: await size(id) };
    },
    async write(id, bytes, { overPartial }) {
      // Beside its place first: nobody ever finds half of it there, and of two at once one is whole.
      const beside = join(directory, `${id}.${randomUUID()}.new`);
      await writeDurably(beside, bytes);
      try {
        if (overPartial) await rename(beside, pathOf(id));
        else if (!(await linkIfFree(beside, pathOf(id)))) return false;
      } finally {
        await rm(beside, { force: true });
      }
      // For tus, which then knows that there is nothing to go on with.
      const description = { id, size: bytes.length, offset: bytes.length };
      await writeFile(`${pathOf(id)}.json`, JSON.stringify(description));
      await syncFolder(directory);
      return true;
    },
    async read(id) {
      const bytes = await ifThere(readFile(pathOf(id)));
      return bytes === undefined ? undefined : new Uint8Array(bytes);
    },
    async discard(id) {
      await rm(pathOf(id), { force: true });
      await rm(`${pathOf(id)}.json`, { force: true });
    },
  };
}

async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function linkIfFree(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/** The name of a new file is part of its folder, which is forced to disk by itself where the system knows that (not Windows). */
async function syncFolder(directory: string): Promise<void> {
  if (platform === 'win32') return;
  const folder = await open(directory, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

async function ifThere<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
