import type { FastifyError, FastifyInstance } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import type { ErrorBody, ErrorKind } from '../../contract/errors.ts';
import type { Log } from '../deps.ts';

const statuses = {
  malformed: 400,
  unauthorized: 401,
  'credentials-invalid': 401,
  forbidden: 403,
  'code-invalid': 403,
  'password-change-needed': 403,
  'device-revoked': 403,
  'not-found': 404,
  conflict: 409,
  'state-not-allowed': 409,
  'too-large': 413,
  'password-too-weak': 422,
  'update-needed': 426,
  'too-many-requests': 429,
  internal: 500,
} as const satisfies Record<ErrorKind, number>;

/** HTTP status for proxies and logs; clients read `kind`. */
export function statusOf(kind: ErrorKind): number {
  return statuses[kind];
}

/** Turns whatever a route threw into an `ErrorBody`. Details never repeat what was sent. */
export function replyWithErrorBodies(app: FastifyInstance, log: Log): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const body = errorBodyOf(error);
    if (body.kind === 'internal') {
      // The route's pattern, not the address: ids stay out of the log.
      log.error({ route: request.routeOptions.url, error: error.stack ?? error.message }, 'request failed');
    }
    return reply.code(statusOf(body.kind)).send(body);
  });
}

function errorBodyOf(error: FastifyError): ErrorBody {
  if (hasZodFastifySchemaValidationErrors(error)) {
    return { kind: 'malformed', detail: error.validation.map((issue) => issue.instancePath).join(', ') };
  }
  const status = error.statusCode ?? 500;
  if (status === 413) return { kind: 'too-large' };
  if (status === 429) return { kind: 'too-many-requests', retryAfter: retryAfterOf(error) };
  if (status >= 400 && status < 500) return { kind: 'malformed', detail: error.code };
  return { kind: 'internal' };
}

function retryAfterOf(error: FastifyError): number {
  return 'retryAfter' in error && typeof error.retryAfter === 'number' ? error.retryAfter : 60;
}
