import type { FastifyInstance } from 'fastify';
import { COURIER_MEDIA_TYPE } from '../../../contract/courier/courier-part.ts';
import type { ErrorBody } from '../../../contract/errors.ts';
import { BroughtPart, bringCourierPath } from '../../../contract/operations/courier.ts';
import { bringCourier } from '../../commands/bring-courier.ts';
import type { Deps } from '../../deps.ts';
import { statusOf } from '../error-reply.ts';
import { sessionOf } from './session.ts';

/** A part is at most 20 MB of items and their names; one file is read whole, once. */
const LIMIT = 32 * 1024 * 1024;
/** Each part may be 20 MB: nobody at a desk has more than a few. */
const BUDGET = { max: 60, timeWindow: '1 minute' };

/** A courier's file at the office computer. */
export async function addCourier(desk: FastifyInstance, deps: Deps): Promise<void> {
  await desk.register(async (scope) => {
    scope.addContentTypeParser(
      COURIER_MEDIA_TYPE,
      { parseAs: 'buffer', bodyLimit: LIMIT },
      (_request, body, done) => done(null, body),
    );
    scope.post(
      bringCourierPath,
      {
        bodyLimit: LIMIT,
        config: { rateLimit: BUDGET },
        schema: { operationId: 'bringCourier', consumes: [COURIER_MEDIA_TYPE] },
        validatorCompiler: () => (value: unknown) => ({ value }),
      },
      async (request, reply) => {
        const refuse = (error: ErrorBody) => reply.code(statusOf(error.kind)).send(error);
        if (!Buffer.isBuffer(request.body)) return refuse({ kind: 'malformed', detail: COURIER_MEDIA_TYPE });
        const { buffer, byteOffset, length } = request.body;
        // A view where the memory allows it: a part need not be there twice.
        const bytes =
          buffer instanceof ArrayBuffer
            ? new Uint8Array(buffer, byteOffset, length)
            : new Uint8Array(request.body);
        const outcome = await bringCourier(deps, sessionOf(request).actor, bytes);
        switch (outcome.kind) {
          case 'brought':
            return reply.send(BroughtPart.parse(outcome.part));
          case 'forbidden':
            return refuse({ kind: 'forbidden', detail: outcome.reason });
          case 'unreadable':
            return refuse({ kind: 'malformed', detail: outcome.reason });
        }
      },
    );
  });
}
