import { zipSync } from 'fflate';
import { signDetached } from '../sign/detached.ts';
import type { OfficeCertificate } from '../sign/office-certificate.ts';
import {
  type ArchivedFile,
  MANIFEST,
  MANIFEST_SIGNATURE,
  type Manifest,
  manifestBytes,
  manifestOf,
} from './manifest.ts';

/** Pictures and PDFs are packed already. */
const PACKED = /\.(jpg|png|webp|pdf|webm|m4a)$/;

/** One zip with every file, the manifest and the office's signature over it. */
export async function packArchive(
  files: readonly ArchivedFile[],
  about: Omit<Manifest, 'format' | 'version' | 'files'>,
  certificate: OfficeCertificate,
  at: Date,
): Promise<Uint8Array<ArrayBuffer>> {
  const manifest = manifestBytes(manifestOf(about, files));
  const signature = await signDetached(manifest, certificate, at);
  const entries = [
    ...files.map(({ path, bytes }) => [path, bytes] as const),
    [MANIFEST, manifest] as const,
    [MANIFEST_SIGNATURE, signature] as const,
  ];
  const zipped = zipSync(
    Object.fromEntries(entries.map(([path, bytes]) => [path, [bytes, { level: PACKED.test(path) ? 0 : 9 }]])),
    { mtime: at },
  );
  return new Uint8Array(zipped);
}
