import { fromBase64url, toBase64url } from '../base64url.ts';
import { concatBytes, utf8 } from '../bytes.ts';
import { type NamedKeyPair, signBytes, verifyBytes, type WebCryptoKey } from '../keys.ts';
import { ENCODINGS, type EncodedBody, type Signatory } from './body.ts';

/*
 * What HPKE seals: encoding (1) | signer key id (8) | ES256 signature (64) | body.
 * The signature covers the envelope's public header too, recipient included: nobody can take a signed body out and
 * seal it again as another item or for another recipient. From encoding 2 on it covers who signs on which tablet as well:
 * the body does not say it, and must not be read as if another had signed.
 */

const AT = { signer: 1, signature: 9, body: 73 } as const;

export interface SignedBody {
  readonly signerKeyId: string;
  readonly signature: Uint8Array<ArrayBuffer>;
  readonly body: EncodedBody;
}

/** Signs and lays out the plaintext of an envelope. */
export async function writeSignedBody(
  aad: Uint8Array,
  body: EncodedBody,
  signer: NamedKeyPair,
  signatory: Signatory,
): Promise<Uint8Array<ArrayBuffer>> {
  const signature = await signBytes(signedBytes(aad, signer.id, body, signatory), signer.privateKey);
  return concatBytes(headOf(body.encoding, signer.id), signature, body.bytes);
}

/** Takes the plaintext apart, nothing verified; undefined where it is too short. */
export function readSignedBody(plaintext: Uint8Array): SignedBody | undefined {
  const encoding = plaintext[0];
  if (encoding === undefined || plaintext.length <= AT.body) return undefined;
  return {
    signerKeyId: toBase64url(plaintext.subarray(AT.signer, AT.signature)),
    signature: new Uint8Array(plaintext.subarray(AT.signature, AT.body)),
    body: { encoding, bytes: new Uint8Array(plaintext.subarray(AT.body)) },
  };
}

/** Whether the body, under this header, was signed by the owner of the key, who is this signatory. */
export async function verifySignedBody(
  aad: Uint8Array,
  { signerKeyId, signature, body }: SignedBody,
  publicKey: WebCryptoKey,
  signatory: Signatory,
): Promise<boolean> {
  return await verifyBytes(signedBytes(aad, signerKeyId, body, signatory), signature, publicKey);
}

function signedBytes(
  aad: Uint8Array,
  signerKeyId: string,
  { encoding, bytes }: EncodedBody,
  { staffId, deviceId }: Signatory,
): Uint8Array<ArrayBuffer> {
  const bound = encoding === ENCODINGS.deflated ? '' : `${staffId} ${deviceId}\n`;
  return concatBytes(aad, headOf(encoding, signerKeyId), utf8(bound), bytes);
}

function headOf(encoding: number, signerKeyId: string): Uint8Array<ArrayBuffer> {
  const keyId = fromBase64url(signerKeyId);
  if (keyId?.length !== 8) throw new Error('signer key id is not 8 bytes');
  return concatBytes(Uint8Array.of(encoding), keyId);
}
