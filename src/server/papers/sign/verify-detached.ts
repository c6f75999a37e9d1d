import { X509Certificate } from 'node:crypto';
import { Certificate, ContentInfo, SignedData } from 'pkijs';

export type DetachedVerdict =
  | { readonly kind: 'valid'; readonly signer: X509Certificate }
  | { readonly kind: 'invalid' };

/**
 * Whether a detached CMS signature (DER) is over this content by the certificate it carries. Whose certificate that is, and
 * whether anybody trusts it, is the caller's question.
 */
export async function verifyDetached(
  signature: Uint8Array<ArrayBuffer>,
  content: Uint8Array<ArrayBuffer>,
): Promise<DetachedVerdict> {
  try {
    const info = ContentInfo.fromBER(signature);
    const signed = new SignedData({ schema: info.content });
    const verdict = await signed.verify({
      signer: 0,
      data: new Uint8Array(content).buffer,
      extendedMode: true,
    });
    const signer = verdict.signerCertificate;
    if (verdict.signatureVerified !== true || !(signer instanceof Certificate)) return { kind: 'invalid' };
    return { kind: 'valid', signer: new X509Certificate(new Uint8Array(signer.toSchema().toBER())) };
  } catch {
    // Whatever cannot be read as a signature is none.
    return { kind: 'invalid' };
  }
}
