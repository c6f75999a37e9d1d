import { findCommune } from '../../domain/place/communes.ts';
import { concatBytes } from '../bytes.ts';
import { type NamedKeyPair, type NamedPublicKey, sha256Base64url } from '../keys.ts';
import { Submission } from '../up/submission.ts';
import { encodeBody } from './body.ts';
import type { SealedEnvelope } from './envelope.ts';
import { MAX_ENVELOPE_BYTES, writeHeader } from './layout.ts';
import { writeSignedBody } from './signed-body.ts';
import { hpkeSeal } from './suite.ts';

/**
 * Seals a submission to the server's key, signed with the staff member's key (I5). Each call gives other bytes (HPKE is
 * randomized): seal once, keep the bytes, and send those, or the same id would come with another digest (I3).
 * Throws for a submission that does not match its schema or is longer than an envelope may be: both are bugs.
 *
 * `communeName`, with its Xã or Phường, is the one that the consent texts named; it is needed for communes beyond Thanh Hóa,
 * and makes the envelope smaller, nothing else.
 */
export async function sealEnvelope(input: {
  readonly submission: Submission;
  readonly recipient: NamedPublicKey;
  readonly signer: NamedKeyPair;
  readonly contractVersion: number;
  readonly communeName?: string;
}): Promise<SealedEnvelope> {
  const submission = Submission.parse(input.submission);
  const { id, kind, assistedBy } = submission;
  const aad = writeHeader({
    id,
    kind,
    contractVersion: input.contractVersion,
    recipientKeyId: input.recipient.id,
  });
  const communeName = input.communeName ?? findCommune(assistedBy.commune)?.name ?? '';
  const body = await encodeBody(submission, communeName.replace(/^(Xã|Phường)\s+/u, ''));
  const plaintext = await writeSignedBody(aad, body, input.signer, assistedBy);
  const bytes = concatBytes(aad, await hpkeSeal(plaintext, aad, input.recipient.publicKey));
  if (bytes.length > MAX_ENVELOPE_BYTES) throw new Error('envelope too long to send');
  return { id, kind, bytes, digest: await sha256Base64url(bytes) };
}
