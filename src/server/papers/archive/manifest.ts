import { createHash } from 'node:crypto';
import * as z from 'zod';
import { canonicalJson } from '../../../contract/canonical-json.ts';

/*
 * What an archive holds and how it is known to be whole: `manifest.json` names every file with its SHA-256, and
 * `manifest.json.p7s` is the office's detached signature (CMS) over the manifest's bytes.
 */

export const MANIFEST = 'manifest.json';
export const MANIFEST_SIGNATURE = 'manifest.json.p7s';

export const Manifest = z.strictObject({
  format: z.literal('ve-ban-dossier-archive'),
  version: z.literal(1),
  dossier: z.strictObject({ id: z.string(), code: z.string(), procedure: z.string() }),
  exportedAt: z.string(),
  exportedBy: z.string(),
  commune: z.string(),
  files: z.array(
    z.strictObject({
      path: z.string(),
      size: z.int().min(0),
      /** SHA-256, hex. */
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      /** In words for whoever opens the archive years later. */
      what: z.string(),
    }),
  ),
});
export type Manifest = z.infer<typeof Manifest>;

/** A file on its way into an archive. */
export interface ArchivedFile {
  readonly path: string;
  readonly what: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** The manifest over these files, in the order of their paths. */
export function manifestOf(
  about: Omit<Manifest, 'format' | 'version' | 'files'>,
  files: readonly ArchivedFile[],
): Manifest {
  return {
    format: 've-ban-dossier-archive',
    version: 1,
    ...about,
    files: files
      .map(({ path, what, bytes }) => ({ path, size: bytes.length, sha256: sha256Hex(bytes), what }))
      .sort((a, b) => (a.path < b.path ? -1 : 1)),
  };
}

/** The bytes that are signed. */
export function manifestBytes(manifest: Manifest): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(`${canonicalJson(manifest)}\n`));
}

export function sha256Hex(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
