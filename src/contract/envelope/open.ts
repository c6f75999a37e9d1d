import type * as z from 'zod';
import type { NamedKeyPair, NamedPublicKey } from '../keys.ts';
import { Report } from '../up/report.ts';
import { Submission } from '../up/submission.ts';
import { CONTRACT_VERSION, OLDEST_CONTRACT_VERSION } from '../version.ts';
import { decodeBody, type Signatory } from './body.ts';
import type { OpenEnvelopeOutcome } from './envelope.ts';
import { readParts } from './layout.ts';
import { readSignedBody, verifySignedBody } from './signed-body.ts';
import { hpkeOpen } from './suite.ts';

/** The key of somebody enrolled, and whose it is: the staff member, and the tablet it was made on. */
export type EnvelopeSigner = NamedPublicKey & Signatory;

/**
 * Opens and verifies an envelope. Each step trusts only what the step before has proved: layout, version, seal,
 * signature, and only then unpack and parse, so that nobody but an enrolled signer reaches the model, the inflater or the schema.
 * Never throws on hostile bytes; errors of the two lookups pass through.
 */
export async function openEnvelope(
  bytes: Uint8Array,
  keys: {
    readonly recipientKeys: (keyId: string) => NamedKeyPair | undefined;
    readonly signerKey: (keyId: string) => Promise<EnvelopeSigner | undefined>;
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
  const signed = plaintext && readSignedBody(plaintext);
  if (!signed) return { kind: 'unreadable', header };

  const { signerKeyId, body } = signed;
  const signer = await keys.signerKey(signerKeyId);
  if (!signer) return { kind: 'signer-unknown', header, signerKeyId };
  if (!(await verifySignedBody(aad, signed, signer.publicKey, signer)))
    return { kind: 'signature-invalid', header, signerKeyId };

  const invalid = (detail: string) =>
    ({ kind: 'message-invalid', header, signerKeyId, detail }) satisfies OpenEnvelopeOutcome;
  const text = await decodeBody(body, { id: header.id, staffId: signer.staffId, deviceId: signer.deviceId });
  if (text === undefined) return invalid('unpack');
  if (header.kind === 'report') {
    const report = Report.safeParse(parseJson(text));
    if (!report.success) return invalid(faultsOf(report.error));
    if (report.data.id !== header.id) return invalid('header');
    return { kind: 'opened-report', header, signerKeyId, report: report.data };
  }
  const submission = Submission.safeParse(parseJson(text));
  if (!submission.success) return invalid(faultsOf(submission.error));
  if (submission.data.id !== header.id || submission.data.kind !== header.kind) return invalid('header');
  return { kind: 'opened', header, signerKeyId, submission: submission.data };
}

/** Paths name fields of the schema or questions, never what a person answered. */
function faultsOf({ issues }: z.ZodError): string {
  return `schema: ${issues.map((issue) => issue.path.join('.')).join(', ')}`;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
