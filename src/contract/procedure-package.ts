import { deflateSync, inflateSync } from 'fflate';
import * as z from 'zod';
import { fromBase64url, toBase64url } from './base64url.ts';
import { fromUtf8, utf8 } from './bytes.ts';
import { canonicalJson } from './canonical-json.ts';
import { LanguageTag } from './ids.ts';
import { sha256Base64url } from './keys.ts';
import { isShallow } from './shallow.ts';

/*
 * A procedure as the office publishes it: the declaration with its blocks written out, and its sentences by language. A
 * package is one text, its canonical JSON: the office keeps it, the signed feed names its digest, and the tablet keeps it
 * again, so that a captive portal cannot plant a procedure. Sentences that many procedures share (`shared.json`) need not
 * be in it.
 */

/** Longest canonical text, in bytes of UTF-8. */
export const MAX_PACKAGE_BYTES = 400_000;
export const ProcedureId = z
  .string()
  .max(60)
  .regex(/^[a-z][a-zA-Z0-9-]*$/);

/** Sentences by key; a key with a dot in it is nesting. */
export type Sentences = { readonly [key: string]: string | Sentences };
export const Sentences: z.ZodType<Sentences> = z.lazy(() =>
  z.record(z.string().max(80), z.union([z.string().max(10_000), Sentences])),
);

const PackageContent = z.strictObject({
  definition: z.record(z.string(), z.json()),
  texts: z.record(LanguageTag, Sentences),
});
export type ProcedurePackage = z.infer<typeof PackageContent>;

/** The package's own shape; what the declaration says is the engine's to judge. */
export const ProcedurePackage = z.unknown().refine(isShallow, 'nested too deep').pipe(PackageContent);

export type SealedPackage =
  | {
      readonly kind: 'sealed';
      /** Canonical JSON: the same package always gives the same text. */
      readonly json: string;
      /** SHA-256 of `json`. */
      readonly digest: string;
    }
  | { readonly kind: 'too-large' };

/** The one text that stands for a package, with its digest. */
export async function sealPackage(content: ProcedurePackage): Promise<SealedPackage> {
  const json = canonicalJson(content);
  const bytes = utf8(json);
  if (bytes.length > MAX_PACKAGE_BYTES) return { kind: 'too-large' };
  return { kind: 'sealed', json, digest: await sha256Base64url(bytes) };
}

/** As it travels to a tablet: some eight times shorter. */
export function packPackage(json: string): string {
  return toBase64url(deflateSync(utf8(json), { level: 9 }));
}

/**
 * The text of a packed package, when it is the very one of that digest; undefined for anything else, however hostile. The
 * output buffer is given: what inflates without end costs its own input only.
 */
export async function unpackPackage(packed: string, digest: string): Promise<string | undefined> {
  const bytes = inflate(fromBase64url(packed));
  if (bytes === undefined || (await sha256Base64url(bytes)) !== digest) return undefined;
  return fromUtf8(bytes);
}

function inflate(deflated: Uint8Array | undefined): Uint8Array<ArrayBuffer> | undefined {
  if (deflated === undefined) return undefined;
  try {
    const bytes = inflateSync(deflated, { out: new Uint8Array(MAX_PACKAGE_BYTES + 1) });
    return bytes.length > MAX_PACKAGE_BYTES ? undefined : new Uint8Array(bytes);
  } catch {
    return undefined;
  }
}
