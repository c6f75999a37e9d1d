import { signText, verifyText, type WebCryptoKey } from '../keys.ts';

/*
 * Who asks for drafts, or for their work, shows that the staff member is there: ES256 by their signing key, which only their PIN opens,
 * base64url, over UTF-8 "ve-ban-drafts/1\n" action "\n" deviceId "\n" staffId, and after each further "\n" what it is about.
 * The device's signature over the request stands beside it. A proof heard elsewhere gives nobody a draft: what is
 * restored is sealed to a key that the proof names and that never leaves the memory of the tablet.
 */

export interface DraftProofOf {
  readonly action: 'list' | 'restore' | 'hand-over' | 'work';
  readonly deviceId: string;
  readonly staffId: string;
  readonly about: readonly string[];
}

/** The proof, as it stands in the body of an operation on drafts. */
export async function makeDraftProof(of: DraftProofOf, privateKey: WebCryptoKey): Promise<string> {
  return await signText(proofText(of), privateKey);
}

/** Whether the owner of the key asked exactly this. */
export async function verifyDraftProof(
  proof: string,
  of: DraftProofOf,
  publicKey: WebCryptoKey,
): Promise<boolean> {
  return await verifyText(proofText(of), proof, publicKey);
}

function proofText({ action, deviceId, staffId, about }: DraftProofOf): string {
  return ['ve-ban-drafts/1', action, deviceId, staffId, ...about].join('\n');
}
