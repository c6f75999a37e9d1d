import { DownMessage } from '../../contract/down/down-message.ts';
import { ErrorBody } from '../../contract/errors.ts';
import { SYNC_PATH, UP_MEDIA_TYPE } from '../../contract/paths.ts';
import {
  KEY_HEADER,
  makeNonce,
  SIGNATURE_HEADER,
  TRUSTED_KEYS_HEADER,
  verifyAnswer,
} from '../../contract/request-signature.ts';
import { encodeUp } from '../../contract/up/up-stream.ts';
import type { HttpPorts } from './http-ports.ts';
import { bePatient } from './patience.ts';
import { signedHeaders } from './signed-headers.ts';
import type { ExchangeOutcome, ExchangeRequest, SenderIdentity, SyncTransport } from './transport.ts';
import { uploadByTus } from './tus-upload.ts';

/** A request may take this long, and as long again as its bytes need on a very slow link. */
const PATIENCE = 30_000;
const SLOWEST_BYTES_PER_MS = 2;

/** The real road: signed requests over HTTP, and only answers with the office's signature count. */
export function createHttpTransport(ports: HttpPorts): SyncTransport {
  return {
    exchange: (request) => exchange(ports, request),
    upload: (request) => uploadByTus(ports, request),
  };
}

async function exchange(ports: HttpPorts, request: ExchangeRequest): Promise<ExchangeOutcome> {
  const { body, signed: head } = encodeUp(request.head, request.items);
  const nonce = makeNonce(ports.randomBytes);
  const signed = await signedHeaders(request.identity, {
    method: 'POST',
    path: SYNC_PATH,
    // What follows the head is proved by itself, and is taken in before the last byte is there.
    body: head,
    nonce,
  });
  const trusted = request.identity.receiptKeys.map(({ id }) => id).join(' ');
  const headers = { ...signed, [TRUSTED_KEYS_HEADER]: trusted, 'content-type': UP_MEDIA_TYPE };
  const answer = await send(ports, body, headers, request.signal);
  if (answer === 'broken') return { kind: 'no-answer' };
  if (answer === 'timed-out') return { kind: 'timed-out' };

  const genuine = await isGenuine(answer, nonce, request.identity);
  if (!genuine) return { kind: 'unverified', status: answer.status };
  const json = parseJson(answer.body);
  if (answer.status === 200) {
    const message = DownMessage.safeParse(json);
    return message.success ? { kind: 'answered', message: message.data } : { kind: 'not-understood' };
  }
  const error = ErrorBody.safeParse(json);
  if (!error.success) return { kind: 'not-understood' };
  return { kind: 'refused', error: error.data.kind, retryAfter: error.data.retryAfter };
}

interface RawAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Uint8Array<ArrayBuffer>;
}

/** `broken`: nothing came, or it was redirected: the office never redirects, captive portals do. */
async function send(
  ports: HttpPorts,
  body: Uint8Array<ArrayBuffer>,
  headers: Record<string, string>,
  signal: AbortSignal,
): Promise<RawAnswer | 'broken' | 'timed-out'> {
  const patience = bePatient(PATIENCE + Math.ceil(body.length / SLOWEST_BYTES_PER_MS), [signal]);
  try {
    const response = await ports.fetch(`${ports.origin}${SYNC_PATH}`, {
      method: 'POST',
      body,
      headers,
      signal: patience.signal,
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'error',
    });
    return {
      status: response.status,
      headers: response.headers,
      body: new Uint8Array(await response.arrayBuffer()),
    };
  } catch {
    // fetch has one error for all: no network, refused, reset, aborted, out of patience.
    return patience.isOver() ? 'timed-out' : 'broken';
  } finally {
    patience.end();
  }
}

async function isGenuine(answer: RawAnswer, nonce: string, identity: SenderIdentity): Promise<boolean> {
  const signature = answer.headers.get(SIGNATURE_HEADER);
  const keyId = answer.headers.get(KEY_HEADER);
  const publicKey = identity.receiptKeys.find(({ id }) => id === keyId)?.publicKey;
  if (signature === null || publicKey === undefined) return false;
  return await verifyAnswer({ nonce, body: answer.body, signature, publicKey });
}

function parseJson(bytes: Uint8Array<ArrayBuffer>): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
