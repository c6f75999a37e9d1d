import { signText, verifyText, type WebCryptoKey } from './keys.ts';

/*
 * At enrolment a tablet shows that it holds the keys it names: ES256 by each key, base64url, over
 * UTF-8 "ve-ban-enrolment/1\n" code "\n" deviceId. The code is the normalized one (10 characters, no dash), as
 * `EnrolmentCode` gives it, so that both sides sign the same text however it was typed.
 */

/** Proof by one key for one code and tablet. */
export async function enrolmentProof(
  code: string,
  deviceId: string,
  privateKey: WebCryptoKey,
): Promise<string> {
  return await signText(proofText(code, deviceId), privateKey);
}

/** Whether the proof was made by the owner of the key for this code and tablet. */
export async function verifyEnrolmentProof(
  proof: string,
  { code, deviceId, publicKey }: { code: string; deviceId: string; publicKey: WebCryptoKey },
): Promise<boolean> {
  return await verifyText(proofText(code, deviceId), proof, publicKey);
}

function proofText(code: string, deviceId: string): string {
  return `ve-ban-enrolment/1\n${code}\n${deviceId}`;
}
