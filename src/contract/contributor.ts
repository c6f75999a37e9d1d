import { fromBase64url, toBase64url } from './base64url.ts';
import { concatBytes, fromUtf8, utf8 } from './bytes.ts';
import { hpkeOpen, hpkeSeal } from './envelope/suite.ts';
import type { NamedKeyPair, NamedPublicKey } from './keys.ts';
import { Contributor } from './operations/languages.ts';

/** What makes a sealed contributor nothing else, even to the key that opens all. */
const INFO = utf8('ve-ban contributor 1');
const ENC_LENGTH = 65;

/**
 * Who lends a voice, sealed to the office: it waits on the tablet unreadable and is sent with the app locked (I4, I5). Gives
 * base64url of `enc || ciphertext`, bound to the contributor's id.
 */
export async function sealContributor(contributor: Contributor, office: NamedPublicKey): Promise<string> {
  return toBase64url(
    await hpkeSeal(utf8(JSON.stringify(contributor)), utf8(contributor.id), office.publicKey, INFO),
  );
}

/** The contributor of this id, or undefined where key, id, shape or a single byte is another. */
export async function openContributor(
  sealed: string,
  id: string,
  key: NamedKeyPair,
): Promise<Contributor | undefined> {
  const bytes = fromBase64url(sealed);
  if (bytes === undefined || bytes.length <= ENC_LENGTH) return undefined;
  const all = concatBytes(bytes);
  const parts = { enc: all.slice(0, ENC_LENGTH), ciphertext: all.slice(ENC_LENGTH), aad: utf8(id) };
  const plain = await hpkeOpen(parts, key, INFO);
  if (plain === undefined) return undefined;
  const parsed = Contributor.safeParse(parseJson(fromUtf8(plain)));
  return parsed.success && parsed.data.id === id ? parsed.data : undefined;
}

function parseJson(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
