import type { FastifyRequest } from 'fastify';
import * as z from 'zod';
import { EntityId } from '../../contract/ids.ts';
import { DEVICE_HEADER, NONCE_HEADER, SIGNATURE_HEADER } from '../../contract/request-signature.ts';
import { recogniseTablet, type TabletOutcome } from '../commands/recognise-tablet.ts';
import type { Deps } from '../deps.ts';

/**
 * A line that is silent for so many milliseconds has broken without a word; only a sender that hangs on to it would wait.
 */
export const BREAK_AFTER = 2 * 60_000;

const unsaid = { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false };
/** A tablet heeds what the answer itself says; on a slow line each header is paid for. */
export const NO_BUDGET_HEADERS = { addHeaders: unsaid, addHeadersOnExceeding: unsaid };

const Nonce = z.string().regex(/^[A-Za-z0-9_-]{22}$/);
const SignedHeaders = z.object({
  [DEVICE_HEADER]: EntityId,
  [NONCE_HEADER]: Nonce,
  [SIGNATURE_HEADER]: z.string().max(100),
});

/** The tablet that signed the request; `body` is null for uploads, whose bytes the envelope names. */
export async function authenticateTablet(
  deps: Deps,
  request: FastifyRequest,
  body: Uint8Array<ArrayBuffer> | null,
): Promise<TabletOutcome> {
  const headers = SignedHeaders.safeParse(request.headers);
  if (!headers.success) return { kind: 'unauthorized' };
  return recogniseTablet(deps, {
    deviceId: headers.data[DEVICE_HEADER],
    nonce: headers.data[NONCE_HEADER],
    signature: headers.data[SIGNATURE_HEADER],
    method: request.method,
    path: request.raw.url ?? '',
    body,
  });
}

/** The nonce to sign the answer to; undefined when the request has none. */
export function nonceOf(request: FastifyRequest): string | undefined {
  return Nonce.safeParse(request.headers[NONCE_HEADER]).data;
}

/** Many tablets share the office's one address: each has a budget of its own. */
export function tabletBudgetKey(request: FastifyRequest): string {
  return `${request.ip} ${String(request.headers[DEVICE_HEADER] ?? '').slice(0, 40)}`;
}
