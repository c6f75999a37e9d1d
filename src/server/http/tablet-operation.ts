import type { FastifyInstance, FastifySchema } from 'fastify';
import type * as z from 'zod';
import type { ErrorBody } from '../../contract/errors.ts';
import type { Operation } from '../../contract/operations/operation.ts';
import {
  KEY_HEADER,
  SIGNATURE_HEADER,
  signAnswer,
  TRUSTED_KEYS_HEADER,
} from '../../contract/request-signature.ts';
import type { Deps } from '../deps.ts';
import type { KeyRing, ServerKeyPair } from '../keys.ts';
import { authenticateTablet, nonceOf, tabletBudgetKey } from './device-auth.ts';
import { statusOf } from './error-reply.ts';
import type { Outcome } from './operation-route.ts';

const LIMIT = 512 * 1024;
const BUDGET = { max: 60, timeWindow: '1 minute', keyGenerator: tabletBudgetKey };

/** Puts an operation that tablets ask on its path. */
export type AddTabletOperation = <B extends z.ZodType, A extends z.ZodType>(
  operation: Operation<z.ZodType, z.ZodType, B, A>,
  handle: (body: z.output<B>, deviceId: string) => Promise<Outcome<z.input<A>>>,
) => void;

/**
 * Operations asked by tablets: JSON, signed by the device key over the very bytes that came, and answered under the
 * office's signature over the request's nonce, refusals too. What nobody enrolled has signed is not even parsed.
 */
export async function addTabletOperations(
  app: FastifyInstance,
  deps: Deps,
  register: (add: AddTabletOperation) => void,
): Promise<void> {
  await app.register(async (scope) => {
    scope.removeContentTypeParser('application/json');
    scope.addContentTypeParser('application/json', { parseAs: 'buffer', bodyLimit: LIMIT }, (_, body, done) =>
      done(null, body),
    );
    scope.addHook('onSend', async (request, reply, payload) => {
      const nonce = nonceOf(request);
      if (nonce === undefined || typeof payload !== 'string') return;
      const { id, privateKey } = chooseKey(deps.keys.receipt, request.headers[TRUSTED_KEYS_HEADER]);
      const body = new TextEncoder().encode(payload);
      reply.header(KEY_HEADER, id);
      reply.header(SIGNATURE_HEADER, await signAnswer({ nonce, body, privateKey }));
    });
    register((operation, handle) => {
      const schema: FastifySchema = {
        operationId: operation.id,
        ...(operation.body && { body: operation.body }),
        response: { 200: operation.answer },
      };
      scope.route({
        method: operation.method,
        url: operation.path,
        bodyLimit: LIMIT,
        config: { rateLimit: BUDGET },
        schema,
        // Parsed below, after the signature; here the schemas only feed the OpenAPI description.
        validatorCompiler: () => (value: unknown) => ({ value }),
        serializerCompiler: () => (value: unknown) => JSON.stringify(value),
        handler: async (request, reply) => {
          const refuse = (error: ErrorBody) => reply.code(statusOf(error.kind)).send(error);
          if (!Buffer.isBuffer(request.body)) return refuse({ kind: 'malformed' });
          const bytes = new Uint8Array(request.body);
          const tablet = await authenticateTablet(deps, request, bytes);
          if (tablet.kind !== 'known') return refuse({ kind: tablet.kind });
          const body = operation.body?.safeParse(parseJson(bytes));
          if (body?.success !== true) return refuse({ kind: 'malformed' });
          const outcome = await handle(body.data, tablet.deviceId);
          return outcome.kind === 'ok'
            ? reply.send(operation.answer.parse(outcome.answer))
            : refuse(outcome.error);
        },
      });
    });
  });
}

/** The first key that the tablet trusts and the server has, as for sync answers. */
function chooseKey(ring: KeyRing, trusted: string | string[] | undefined): ServerKeyPair {
  const ids = typeof trusted === 'string' ? trusted.split(' ') : [];
  return ids.map((id) => ring.find(id)).find((key) => key !== undefined) ?? ring.current;
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
