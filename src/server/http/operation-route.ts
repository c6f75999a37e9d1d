import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type * as z from 'zod';
import { ErrorBody } from '../../contract/errors.ts';
import type { Operation } from '../../contract/operations/operation.ts';
import { statusOf } from './error-reply.ts';

export type Outcome<Answer> =
  | { readonly kind: 'ok'; readonly answer: Answer }
  | { readonly kind: 'refused'; readonly error: ErrorBody };

export interface RouteLimits {
  /** Requests per minute and caller; without it the general budget applies. */
  readonly budget?: { readonly max: number; readonly timeWindow: string };
  /** Bytes of a body; without it those of the whole server. */
  readonly bodyLimit?: number;
}

/**
 * Puts an operation of the contract on its path: parses params, query and body with its schemas, calls `handle`, and
 * sends the answer through the answer's schema, so that nothing leaves that the contract does not name.
 */
export function addOperation<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  A extends z.ZodType,
>(
  app: FastifyInstance,
  operation: Operation<P, Q, B, A>,
  handle: (
    input: { readonly params: z.output<P>; readonly query: z.output<Q>; readonly body: z.output<B> },
    request: FastifyRequest,
    reply: FastifyReply,
  ) => Promise<Outcome<z.input<A>>>,
  { budget, bodyLimit }: RouteLimits = {},
): void {
  const { params, query, body, answer } = operation;
  app.route({
    method: operation.method,
    url: operation.path,
    ...(budget && { config: { rateLimit: budget } }),
    ...(bodyLimit !== undefined && { bodyLimit }),
    schema: {
      operationId: operation.id,
      ...(params && { params }),
      ...(query && { querystring: query }),
      ...(body && { body }),
      response: { 200: answer, '4xx': ErrorBody, '5xx': ErrorBody },
    },
    // Parsed below, where the types are known; here the schemas only feed the OpenAPI description.
    validatorCompiler: () => (value: unknown) => ({ value }),
    handler: async (request, reply) => {
      const input = parseInput({ params, query, body }, request);
      if (input.kind === 'malformed') {
        return reply.code(400).send({ kind: 'malformed', detail: input.detail } satisfies ErrorBody);
      }
      const outcome = await handle(input.input, request, reply);
      if (outcome.kind === 'ok') return reply.code(200).send(outcome.answer);
      if (outcome.error.retryAfter !== undefined)
        reply.header('retry-after', Math.ceil(outcome.error.retryAfter));
      return reply.code(statusOf(outcome.error.kind)).send(outcome.error);
    },
  });
}

function parseInput<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType>(
  schemas: { readonly params: P | undefined; readonly query: Q | undefined; readonly body: B | undefined },
  request: FastifyRequest,
) {
  const issues: string[] = [];
  const parse = <S extends z.ZodType>(schema: S | undefined, value: unknown): z.output<S> => {
    const parsed = schema?.safeParse(value);
    if (parsed?.success === false)
      issues.push(...parsed.error.issues.map((issue) => issue.path.join('.') || issue.code));
    return parsed?.data as z.output<S>;
  };
  const input = {
    params: parse(schemas.params, request.params),
    query: parse(schemas.query, request.query),
    body: parse(schemas.body, request.body),
  };
  if (issues.length > 0) return { kind: 'malformed', detail: issues.join(', ') } as const;
  return { kind: 'parsed', input } as const;
}
