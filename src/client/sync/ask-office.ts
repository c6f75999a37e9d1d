import type * as z from 'zod';
import { ErrorBody, type ErrorKind } from '../../contract/errors.ts';
import type { Operation } from '../../contract/operations/operation.ts';
import {
  KEY_HEADER,
  makeNonce,
  SIGNATURE_HEADER,
  TRUSTED_KEYS_HEADER,
  verifyAnswer,
} from '../../contract/request-signature.ts';
import type { HttpPorts } from './http-ports.ts';
import { findIdentity } from './identity.ts';
import { bePatient } from './patience.ts';
import type { SyncPorts } from './ports.ts';
import { signedHeaders } from './signed-headers.ts';

const PATIENCE = 60_000;

/** What came of one question to the office. `no-answer`: nothing, or nothing that the office signed. */
export type Asked<Answer> =
  | { readonly kind: 'answered'; readonly answer: Answer }
  | { readonly kind: 'refused'; readonly error: ErrorKind }
  | { readonly kind: 'no-answer' };

/**
 * Asks the office one operation of the tablets: signed by the device key, which needs no PIN, and believed only when the
 * answer carries the office's signature. Ask again as often as needed: what is behind it is idempotent.
 */
export async function askOffice<B extends z.ZodType, A extends z.ZodType>(
  ports: HttpPorts & { readonly storage: Pick<SyncPorts['storage'], 'findDevice' | 'findDeviceKeys'> },
  operation: Operation<z.ZodType, z.ZodType, B, A>,
  question: z.input<B>,
): Promise<Asked<z.output<A>>> {
  const identity = await findIdentity(ports.storage);
  if (identity === undefined) throw new Error('a tablet that is not enrolled has no office to ask');
  const body = new TextEncoder().encode(JSON.stringify(question));
  const nonce = makeNonce(ports.randomBytes);
  const { method, path } = operation;
  const headers = {
    ...(await signedHeaders(identity, { method, path, body, nonce })),
    [TRUSTED_KEYS_HEADER]: identity.receiptKeys.map(({ id }) => id).join(' '),
    'content-type': 'application/json',
  };
  const patience = bePatient(PATIENCE, []);
  try {
    const response = await ports.fetch(`${ports.origin}${path}`, {
      method,
      body,
      headers,
      signal: patience.signal,
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'error',
    });
    const bytes = new Uint8Array(await response.arrayBuffer());
    const publicKey = identity.receiptKeys.find(
      ({ id }) => id === response.headers.get(KEY_HEADER),
    )?.publicKey;
    const signature = response.headers.get(SIGNATURE_HEADER);
    if (publicKey === undefined || signature === null) return { kind: 'no-answer' };
    if (!(await verifyAnswer({ nonce, body: bytes, signature, publicKey }))) return { kind: 'no-answer' };
    const json = parseJson(bytes);
    const answer = operation.answer.safeParse(json);
    if (response.ok)
      return answer.success ? { kind: 'answered', answer: answer.data } : { kind: 'no-answer' };
    const refusal = ErrorBody.safeParse(json);
    return refusal.success ? { kind: 'refused', error: refusal.data.kind } : { kind: 'no-answer' };
  } catch {
    // fetch has one error for all: no network, refused, reset, out of patience.
    return { kind: 'no-answer' };
  } finally {
    patience.end();
  }
}

function parseJson(bytes: Uint8Array<ArrayBuffer>): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
