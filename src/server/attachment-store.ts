import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';

/** Ciphertext of attachments as files named by attachment id; what is whole and receipted stands in the database. */
export interface AttachmentStore {
  readonly directory: string;
  /** Bytes there so far; 0 when there is no file. */
  size(id: string): Promise<number>;
  /** Have all bytes arrived that were announced when the upload was created? */
  isWhole(id: string): Promise<boolean>;
  /** SHA-256 (base64url) of the file after it was forced to disk; undefined when there is none. */
  settle(id: string): Promise<{ readonly digest: string; readonly size: number } | undefined>;
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
  return {
    directory,
    size,
    async isWhole(id) {
      const description = await ifThere(readFile(`${pathOf(id)}.json`, 'utf8'));
      if (description === undefined) return false;
      const announced = Announced.safeParse(parseJson(description));
      return announced.success && announced.data.size === (await size(id));
    },
    async settle(id) {
      const file = await ifThere(open(pathOf(id), 'r+'));
      if (file === undefined) return undefined;
      try {
        await file.sync();
      } finally {
        await file.close();
      }
      const hash = createHash('sha256');
      for await (const chunk of createReadStream(pathOf(id))) hash.update(chunk);
      return { digest: hash.digest('base64url'), size: await size(id) };
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
