import { fromBase64url, toBase64url } from '../base64url.ts';
import { concatBytes } from '../bytes.ts';
import { type NamedKeyPair, signBytes, verifyBytes, type WebCryptoKey } from '../keys.ts';

/*
 * What HPKE seals: dictionary id (1) | signer key id (8) | ES256 signature (64) | deflated JSON.
 * The signature covers the envelope's public header too, recipient included: nobody can take a signed body out and
 * seal it again as another item or for another recipient.
 */

const AT = { signer: 1, signature: 9, body: 73 } as const;

export interface SignedBody {
  readonly dictionaryId: number;
  readonly signerKeyId: string;
  readonly signature: Uint8Array<ArrayBuffer>;
  readonly deflated: Uint8Array<ArrayBuffer>;
}

/** Signs and lays out the plaintext of an envelope. */
export async function writeSignedBody(
  aad: Uint8Array,
  dictionaryId: number,
  signer: NamedKeyPair,
  deflated: Uint8Array,
): Promise<Uint8Array<ArrayBuffer>> {
  const head = headOf(dictionaryId, signer.id);
  const signature = await signBytes(concatBytes(aad, head, deflated), signer.privateKey);
  return concatBytes(head, signature, deflated);
}

/** Takes the plaintext apart, nothing verified; undefined where it is too short. */
export function readSignedBody(plaintext: Uint8Array): SignedBody | undefined {
  const dictionaryId = plaintext[0];
  if (dictionaryId === undefined || plaintext.length <= AT.body) return undefined;
  return {
    dictionaryId,
    signerKeyId: toBase64url(plaintext.subarray(AT.signer, AT.signature)),
    signature: new Uint8Array(plaintext.subarray(AT.signature, AT.body)),
    deflated: new Uint8Array(plaintext.subarray(AT.body)),
  };
}

/** Whether the body, under this header, was signed by the owner of the key. */
export async function verifySignedBody(
  aad: Uint8Array,
  body: SignedBody,
  publicKey: WebCryptoKey,
): Promise<boolean> {
  const signed = concatBytes(aad, headOf(body.dictionaryId, body.signerKeyId), body.deflated);
  return await verifyBytes(signed, body.signature, publicKey);
}

function headOf(dictionaryId: number, signerKeyId: string): Uint8Array<ArrayBuffer> {
  const keyId = fromBase64url(signerKeyId);
  if (keyId?.length !== 8) throw new Error('signer key id is not 8 bytes');
  return concatBytes(Uint8Array.of(dictionaryId), keyId);
}
