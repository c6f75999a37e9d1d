import type { Submission } from '../up/submission.ts';

/** What `sealEnvelope` gives: the bytes that travel, and the digest that receipts name. */
export interface SealedEnvelope {
  readonly id: string;
  readonly kind: 'account' | 'dossier';
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly digest: string;
}

/** The part of an envelope anybody may read. */
export interface EnvelopeHeader {
  readonly id: string;
  readonly kind: 'account' | 'dossier';
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
