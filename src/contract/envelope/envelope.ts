import type { Report } from '../up/report.ts';
import type { Submission } from '../up/submission.ts';

/** What an envelope holds, readable by anybody: a submission of either kind, or a report (since version 5). */
export type EnvelopeKind = Submission['kind'] | 'report';

/** What `sealEnvelope` gives: the bytes that travel, and the digest that receipts name. */
export interface SealedEnvelope {
  readonly id: string;
  readonly kind: EnvelopeKind;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly digest: string;
}

/** The part of an envelope anybody may read. */
export interface EnvelopeHeader {
  readonly id: string;
  readonly kind: EnvelopeKind;
  readonly contractVersion: number;
  readonly recipientKeyId: string;
}

export type OpenEnvelopeOutcome =
  | {
      readonly kind: 'opened';
      readonly header: EnvelopeHeader;
      readonly signerKeyId: string;
      readonly submission: Submission;
    }
  | {
      readonly kind: 'opened-report';
      readonly header: EnvelopeHeader;
      readonly signerKeyId: string;
      readonly report: Report;
    }
  | { readonly kind: 'not-an-envelope' }
  | { readonly kind: 'unknown-version'; readonly contractVersion: number }
  | { readonly kind: 'unknown-key'; readonly header: EnvelopeHeader }
  | { readonly kind: 'unreadable'; readonly header: EnvelopeHeader }
  | { readonly kind: 'signer-unknown'; readonly header: EnvelopeHeader; readonly signerKeyId: string }
  | { readonly kind: 'signature-invalid'; readonly header: EnvelopeHeader; readonly signerKeyId: string }
  | {
      readonly kind: 'message-invalid';
      readonly header: EnvelopeHeader;
      readonly signerKeyId: string;
      readonly detail: string;
    };
