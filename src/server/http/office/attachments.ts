import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import type { ErrorBody } from '../../../contract/errors.ts';
import { EntityId } from '../../../contract/ids.ts';
import { attachmentPath } from '../../../contract/operations/office.ts';
import { openAttachment } from '../../commands/open-attachment.ts';
import type { Deps } from '../../deps.ts';
import { statusOf } from '../error-reply.ts';
import { sessionOf } from './session.ts';

const Params = z.object({ id: EntityId });

/** Photos and signatures as bytes; everything else of the office is JSON. */
export function addAttachments(scope: FastifyInstance, deps: Deps): void {
  scope.get(attachmentPath, async (request, reply) => {
    const send = (error: ErrorBody) => reply.code(statusOf(error.kind)).send(error);
    const params = Params.safeParse(request.params);
    if (!params.success) return send({ kind: 'malformed', detail: 'id' });
    const outcome = await openAttachment(deps, sessionOf(request).actor, params.data.id);
    switch (outcome.kind) {
      case 'not-found':
        return send({ kind: 'not-found' });
      case 'awaited':
        return send({ kind: 'not-found', detail: 'awaited' });
      case 'forbidden':
        return send({ kind: 'forbidden', detail: outcome.reason });
      case 'opened':
        // The type is one of the four the envelope's schema allows; the browser must not guess another, nor keep it.
        return reply
          .header('content-type', outcome.mediaType)
          .header('content-disposition', 'inline')
          .header('x-content-type-options', 'nosniff')
          .header('cache-control', 'no-store')
          .send(Buffer.from(outcome.bytes));
    }
  });
}
