import type { X509Certificate } from 'node:crypto';
import { unzipSync } from 'fflate';
import { verifyDetached } from '../sign/verify-detached.ts';
import { MANIFEST, MANIFEST_SIGNATURE, Manifest, sha256Hex } from './manifest.ts';

/** What is wrong with one file of an archive. */
export interface ArchiveFault {
  readonly path: string;
  /** `double`: the zip names it twice, so that two programs may read two different files. */
  readonly what: 'altered' | 'missing' | 'extra' | 'double';
}

export type ArchiveVerdict =
  /** No zip, or no manifest that this program understands. */
  | { readonly kind: 'unreadable'; readonly why: 'zip' | 'manifest' }
  /** The manifest is not as it was signed, so nothing that it says counts. */
  | { readonly kind: 'unsigned' }
  /** Whole and signed, yet not with the certificate that was expected. */
  | { readonly kind: 'other-signer'; readonly manifest: Manifest; readonly signer: X509Certificate }
  | { readonly kind: 'broken'; readonly manifest: Manifest; readonly faults: readonly ArchiveFault[] }
  | { readonly kind: 'intact'; readonly manifest: Manifest; readonly signer: X509Certificate };

/**
 * Judges an archive by its manifest, and the manifest by its signature. What counts are the files, not how they were packed: a
 * zip made anew of the same files is as good. `expected` is the office's certificate as somebody has it from elsewhere; without
 * it anybody's signature is accepted and the caller must say whose it is.
 */
export async function verifyArchive(
  zip: Uint8Array<ArrayBuffer>,
  expected?: X509Certificate,
): Promise<ArchiveVerdict> {
  const unpacked = unpack(zip);
  if (unpacked === undefined) return { kind: 'unreadable', why: 'zip' };
  const { files, names, doubles } = unpacked;
  const [manifestFile, signature] = [files.get(MANIFEST), files.get(MANIFEST_SIGNATURE)];
  const manifest = manifestFile && parseManifest(manifestFile);
  if (manifestFile === undefined || manifest === undefined) return { kind: 'unreadable', why: 'manifest' };
  const signed = signature && (await verifyDetached(signature, manifestFile));
  if (signed?.kind !== 'valid') return { kind: 'unsigned' };

  const faults = [
    ...doubles.map((path) => ({ path, what: 'double' as const })),
    ...manifest.files.flatMap(({ path, sha256 }): ArchiveFault[] => {
      const bytes = files.get(path);
      if (bytes === undefined) return [{ path, what: 'missing' }];
      return sha256Hex(bytes) === sha256 ? [] : [{ path, what: 'altered' }];
    }),
    ...extraFiles(names, manifest).map((path) => ({ path, what: 'extra' as const })),
  ];
  if (faults.length > 0) return { kind: 'broken', manifest, faults };
  const { signer } = signed;
  if (expected !== undefined && !expected.raw.equals(signer.raw))
    return { kind: 'other-signer', manifest, signer };
  return { kind: 'intact', manifest, signer };
}

function extraFiles(names: Iterable<string>, manifest: Manifest): readonly string[] {
  const signed = new Set([MANIFEST, MANIFEST_SIGNATURE, ...manifest.files.map(({ path }) => path)]);
  return [...names].filter((name) => !signed.has(name));
}

/** An empty file as `deflate` packs it. */
const PACKED_NOTHING = 2;

/** The files of a zip, and every name in it that stands for something: the name of a folder alone does not. */
function unpack(zip: Uint8Array<ArrayBuffer>) {
  const names = new Set<string>();
  const doubles: string[] = [];
  try {
    const files = unzipSync(zip, {
      filter: ({ name, size, originalSize }) => {
        if (name.endsWith('/') && originalSize === 0 && size <= PACKED_NOTHING) return false;
        if (names.has(name)) doubles.push(name);
        names.add(name);
        return true;
      },
    });
    const entries = Object.entries(files).map(([path, bytes]) => [path, new Uint8Array(bytes)] as const);
    return { files: new Map(entries), names, doubles };
  } catch {
    return undefined;
  }
}

function parseManifest(bytes: Uint8Array): Manifest | undefined {
  try {
    return Manifest.safeParse(JSON.parse(Buffer.from(bytes).toString('utf8'))).data;
  } catch {
    return undefined;
  }
}
