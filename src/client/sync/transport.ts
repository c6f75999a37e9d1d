import type { DownMessage } from '../../contract/down/down-message.ts';
import type { NamedPublicKey, WebCryptoKey } from '../../contract/keys.ts';
import type { UpHead } from '../../contract/up/up-message.ts';
import type { UpItem } from '../../contract/up/up-stream.ts';
import type { FailedExchange, FailedUpload } from '../../domain/sync/classify.ts';

/** Who is sending, and whose answers count. None of it needs a PIN. */
export interface SenderIdentity {
  readonly deviceId: string;
  readonly privateKey: WebCryptoKey;
  /** The office's keys, newest first: they sign its answers and its receipts. At least one. */
  readonly receiptKeys: readonly NamedPublicKey[];
}

export interface ExchangeRequest {
  readonly identity: SenderIdentity;
  readonly head: UpHead;
  readonly items: readonly UpItem[];
  readonly signal: AbortSignal;
}

export interface UploadRequest {
  readonly identity: SenderIdentity;
  readonly attachment: { readonly id: string };
  /** An earlier try may have left a part at the office: it is asked how much before anything is sent. */
  readonly isBegun: boolean;
  readonly ciphertext: Uint8Array<ArrayBuffer>;
  /** Bytes the server has so far, those of earlier tries included. */
  readonly onProgress: (bytes: number) => void;
  readonly signal: AbortSignal;
}

/** `answered` only when the answer's signature verified for this request and its words were understood. */
export type ExchangeOutcome = { readonly kind: 'answered'; readonly message: DownMessage } | FailedExchange;

/** `uploaded` says that the bytes arrived, as far as an unsigned answer can: only a receipt counts. */
export type UploadOutcome =
  | { readonly kind: 'uploaded' }
  /** `bytes`: how much the office has, as far as it said so in this try; undefined when it said nothing. */
  | ({ readonly kind: 'failed'; readonly bytes?: number | undefined } & FailedUpload);

/** The road to the office. Expected trouble is an outcome; an aborted request may end in any outcome. */
export interface SyncTransport {
  exchange(request: ExchangeRequest): Promise<ExchangeOutcome>;
  upload(request: UploadRequest): Promise<UploadOutcome>;
}
