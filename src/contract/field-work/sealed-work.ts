import { deflateSync, inflateSync } from 'fflate';
import { concatBytes, fromUtf8, utf8 } from '../bytes.ts';
import { canonicalJson } from '../canonical-json.ts';
import { hpkeOpen, hpkeSeal } from '../envelope/suite.ts';
import { type NamedKeyPair, type NamedPublicKey, sha256Base64url } from '../keys.ts';
import { FieldWork } from '../operations/field-work.ts';

/*
 * A staff member's work on its way to their tablet: canonical JSON, raw deflate, HPKE to a key made for this one answer.
 * Bound to the person: given to another, it does not open.
 */

const INFO = utf8('ve-ban field work 1');
const ENC_LENGTH = 65;
/** Longest work a tablet unpacks: some hundred dossiers with all their answers. */
const MAX_BYTES = 4 * 1024 * 1024;

/** The digest by which tablet and office tell whether they mean the same work. */
export async function stateOfWork(work: FieldWork): Promise<string> {
  return await sha256Base64url(utf8(canonicalJson(work)));
}

/** Seals work to the key that the person's tablet made. Throws for more than a tablet would unpack. */
export async function sealWork(
  work: FieldWork,
  to: { readonly staffId: string; readonly key: NamedPublicKey },
): Promise<Uint8Array<ArrayBuffer>> {
  const text = utf8(canonicalJson(work));
  if (text.length > MAX_BYTES) throw new Error('work too long for a tablet');
  const packed = concatBytes(deflateSync(text, { level: 9 }));
  return await hpkeSeal(packed, utf8(to.staffId), to.key.publicKey, INFO);
}

/** The work inside; undefined where key, person or a single byte is another, or it is none. Never throws. */
export async function openWork(
  sealed: Uint8Array<ArrayBuffer>,
  of: { readonly staffId: string; readonly key: NamedKeyPair },
): Promise<FieldWork | undefined> {
  const parts = {
    enc: sealed.slice(0, ENC_LENGTH),
    ciphertext: sealed.slice(ENC_LENGTH),
    aad: utf8(of.staffId),
  };
  const packed = await hpkeOpen(parts, of.key, INFO);
  if (packed === undefined) return undefined;
  try {
    const bytes = inflateSync(packed, { out: new Uint8Array(MAX_BYTES + 1) });
    return bytes.length > MAX_BYTES
      ? undefined
      : FieldWork.safeParse(JSON.parse(fromUtf8(new Uint8Array(bytes)) ?? '')).data;
  } catch {
    return undefined;
  }
}
