import { findCommune } from '../../domain/place/communes.ts';
import { concatBytes } from '../bytes.ts';
import { type NamedKeyPair, type NamedPublicKey, sha256Base64url } from '../keys.ts';
import type { Report } from '../up/report.ts';
import { Submission } from '../up/submission.ts';
import { encodeBody } from './body.ts';
import type { EnvelopeKind, SealedEnvelope } from './envelope.ts';
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
export async function sealEnvelope(
  input: SealingPorts & { readonly submission: Submission },
): Promise<SealedEnvelope> {
  const submission = Submission.parse(input.submission);
  return await sealMessage(submission, submission.kind, input);
}

export interface SealingPorts {
  readonly recipient: NamedPublicKey;
  readonly signer: NamedKeyPair;
  readonly contractVersion: number;
  readonly communeName?: string;
}

/** Seals a message that has been parsed: what `sealEnvelope` and `sealReport` share. */
export async function sealMessage(
  message: Submission | Report,
  kind: EnvelopeKind,
  input: SealingPorts,
): Promise<SealedEnvelope> {
  const { id, assistedBy } = message;
  const aad = writeHeader({
    id,
    kind,
    contractVersion: input.contractVersion,
    recipientKeyId: input.recipient.id,
  });
  const communeName = input.communeName ?? findCommune(assistedBy.commune)?.name ?? '';
  const body = await encodeBody(message, communeName.replace(/^(Xã|Phường)\s+/u, ''));
  const plaintext = await writeSignedBody(aad, body, input.signer, assistedBy);
  const bytes = concatBytes(aad, await hpkeSeal(plaintext, aad, input.recipient.publicKey));
  if (bytes.length > MAX_ENVELOPE_BYTES) throw new Error('envelope too long to send');
  return { id, kind, bytes, digest: await sha256Base64url(bytes) };
}
