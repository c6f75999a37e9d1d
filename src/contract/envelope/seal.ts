import { concatBytes, utf8 } from '../bytes.ts';
import { type NamedKeyPair, type NamedPublicKey, sha256Base64url } from '../keys.ts';
import { Submission } from '../up/submission.ts';
import { deflateBody, MAX_BODY_BYTES } from './compression.ts';
import { CURRENT_DICTIONARY } from './dictionary.ts';
import type { SealedEnvelope } from './envelope.ts';
import { MAX_ENVELOPE_BYTES, writeHeader } from './layout.ts';
import { writeSignedBody } from './signed-body.ts';
import { hpkeSeal } from './suite.ts';

/**
 * Seals a submission to the server's key, signed with the staff member's key (I5). Each call gives other bytes (HPKE is
 * randomized): seal once, keep the bytes, and send those, or the same id would come with another digest (I3).
 * Throws for a submission that does not match its schema or is longer than an envelope may be: both are bugs.
 */
export async function sealEnvelope(input: {
  readonly submission: Submission;
  readonly recipient: NamedPublicKey;
  readonly signer: NamedKeyPair;
  readonly contractVersion: number;
}): Promise<SealedEnvelope> {
  const submission = Submission.parse(input.submission);
  const body = utf8(JSON.stringify(submission));
  if (body.length > MAX_BODY_BYTES) throw new Error('submission too long to seal');
  const { id, kind } = submission;
  const aad = writeHeader({
    id,
    kind,
    contractVersion: input.contractVersion,
    recipientKeyId: input.recipient.id,
  });
  const deflated = deflateBody(body, CURRENT_DICTIONARY);
  const plaintext = await writeSignedBody(aad, CURRENT_DICTIONARY, input.signer, deflated);
  const bytes = concatBytes(aad, await hpkeSeal(plaintext, aad, input.recipient.publicKey));
  if (bytes.length > MAX_ENVELOPE_BYTES) throw new Error('envelope too long to send');
  return { id, kind, bytes, digest: await sha256Base64url(bytes) };
}
