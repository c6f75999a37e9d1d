import { fromUtf8 } from '../bytes.ts';
import type { NamedKeyPair, NamedPublicKey } from '../keys.ts';
import { Submission } from '../up/submission.ts';
import { CONTRACT_VERSION, OLDEST_CONTRACT_VERSION } from '../version.ts';
import { inflateBody } from './compression.ts';
import type { OpenEnvelopeOutcome } from './envelope.ts';
import { readParts } from './layout.ts';
import { readSignedBody, verifySignedBody } from './signed-body.ts';
import { hpkeOpen } from './suite.ts';

/**
 * Opens and verifies an envelope. Each step trusts only what the step before has proved: layout, version, seal,
 * signature, and only then inflate and parse, so that nobody but an enrolled signer reaches the inflater or the schema.
 * Never throws on hostile bytes; errors of the two lookups pass through.
 */
export async function openEnvelope(
  bytes: Uint8Array,
  keys: {
    readonly recipientKeys: (keyId: string) => NamedKeyPair | undefined;
    readonly signerKey: (keyId: string) => Promise<NamedPublicKey | undefined>;
  },
): Promise<OpenEnvelopeOutcome> {
  const parts = readParts(bytes);
  if (!parts) return { kind: 'not-an-envelope' };
  const { header, aad } = parts;
  const { contractVersion } = header;
  if (contractVersion > CONTRACT_VERSION || contractVersion < OLDEST_CONTRACT_VERSION)
    return { kind: 'unknown-version', contractVersion };

  const recipient = keys.recipientKeys(header.recipientKeyId);
  if (!recipient) return { kind: 'unknown-key', header };
  const plaintext = await hpkeOpen(parts, recipient);
  const body = plaintext && readSignedBody(plaintext);
  if (!body) return { kind: 'unreadable', header };

  const { signerKeyId } = body;
  const signer = await keys.signerKey(signerKeyId);
  if (!signer) return { kind: 'signer-unknown', header, signerKeyId };
  if (!(await verifySignedBody(aad, body, signer.publicKey)))
    return { kind: 'signature-invalid', header, signerKeyId };

  const invalid = (detail: string) =>
    ({ kind: 'message-invalid', header, signerKeyId, detail }) satisfies OpenEnvelopeOutcome;
  const inflated = inflateBody(body.deflated, body.dictionaryId);
  if (!inflated) return invalid('inflate');
  const submission = Submission.safeParse(parseJson(fromUtf8(inflated)));
  // Paths name fields of the schema or questions, never what a person answered.
  if (!submission.success)
    return invalid(`schema: ${submission.error.issues.map((issue) => issue.path.join('.')).join(', ')}`);
  if (submission.data.id !== header.id || submission.data.kind !== header.kind) return invalid('header');
  return { kind: 'opened', header, signerKeyId, submission: submission.data };
}

function parseJson(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
