import { Server } from '@tus/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ErrorBody, ErrorKind } from '../../contract/errors.ts';
import { EntityId } from '../../contract/ids.ts';
import { UPLOAD_PATH } from '../../contract/paths.ts';
import { DEVICE_HEADER } from '../../contract/request-signature.ts';
import { finishUpload } from '../commands/finish-upload.ts';
import type { Deps } from '../deps.ts';
import { authenticateTablet, BREAK_AFTER, NO_BUDGET_HEADERS, tabletBudgetKey } from './device-auth.ts';
import { statusOf } from './error-reply.ts';
import { KeptFileStore } from './kept-file-store.ts';

const MAX_SIZE = 12 * 1024 * 1024;
/** A photo goes up in chunks of some 256 kB, each a request. */
const BUDGET = { max: 3000, timeWindow: '1 minute', keyGenerator: tabletBudgetKey, ...NO_BUDGET_HEADERS };
const UPLOAD_MEDIA_TYPE = 'application/offset+octet-stream';

/**
 * `/api/files`: tus 1.0 with creation, one upload per attachment, named by its id. Only bytes go in; nothing is read or
 * deleted by this road. The tablet is recognised before the reply is handed over to tus.
 */
export async function addUploads(app: FastifyInstance, deps: Deps): Promise<void> {
  const tus = makeTus(deps);
  await app.register(async (scope) => {
    // The body stays a stream: tus reads it.
    scope.addContentTypeParser(UPLOAD_MEDIA_TYPE, (_request, _payload, done) => done(null));
    scope.route({
      method: ['POST', 'HEAD', 'PATCH', 'OPTIONS'],
      url: UPLOAD_PATH,
      helmet: false,
      config: { rateLimit: BUDGET },
      schema: { hide: true },
      handler: (request, reply) => pass(request, reply),
    });
    scope.route({
      method: ['HEAD', 'PATCH', 'OPTIONS'],
      url: `${UPLOAD_PATH}/:id`,
      helmet: false,
      config: { rateLimit: BUDGET },
      schema: { hide: true },
      handler: (request, reply) => pass(request, reply),
    });

    async function pass(request: FastifyRequest, reply: FastifyReply) {
      const tablet = await authenticateTablet(deps, request, null);
      if (tablet.kind !== 'known') {
        return reply.code(statusOf(tablet.kind)).send({ kind: tablet.kind } satisfies ErrorBody);
      }
      for (const [name, value] of Object.entries(reply.getHeaders())) {
        if (value !== undefined) reply.raw.setHeader(name, value);
      }
      reply.raw.setHeader('cache-control', 'no-store');
      reply.raw.setHeader('x-content-type-options', 'nosniff');
      reply.hijack();
      request.raw.setTimeout(BREAK_AFTER, () => request.raw.destroy());
      await tus.handle(request.raw, reply.raw);
      return reply;
    }
  });
}

function makeTus(deps: Deps): Server {
  const store = new KeptFileStore({
    directory: deps.attachments.directory,
    isBegun: (id) => deps.attachments.isBegun(id),
    refuse: () => refusal('conflict', 'begun before'),
  });
  return new Server({
    path: UPLOAD_PATH,
    datastore: store,
    relativeLocation: true,
    maxSize: MAX_SIZE,
    // A tablet asks again only when its line broke: the request that still holds the lock is dead, and what came is kept.
    lockDrainTimeout: 100,
    // No other origin has any business here.
    allowedOrigins: [],
    namingFunction: (_request, metadata) => {
      const id = EntityId.safeParse(metadata?.id);
      if (!id.success) throw refusal('malformed', 'metadata id');
      return id.data.toLowerCase();
    },
    getFileIdFromRequest: (_request, lastPath) => EntityId.safeParse(lastPath).data?.toLowerCase(),
    onUploadCreate: async (_request, upload) => {
      // Creating a file again would empty it. What is whole stays; what is partial can be asked about and gone on with.
      if (await deps.attachments.isWhole(upload.id)) throw refusal('conflict', 'already whole');
      if (await deps.attachments.isBegun(upload.id)) throw refusal('conflict', 'begun before');
      if (!upload.size) throw refusal('malformed', 'upload-length');
      return {};
    },
    onUploadFinish: async (request, upload) => {
      const deviceId = EntityId.parse(request.headers.get(DEVICE_HEADER));
      const outcome = await finishUpload(deps, { id: upload.id, deviceId });
      if (outcome.kind === 'digest-mismatch') throw refusal('conflict', 'digest-mismatch');
      return {};
    },
    onResponseError: (_request, error) => {
      if ('status_code' in error) return undefined;
      deps.log.error({ route: UPLOAD_PATH, error: error.stack ?? error.message }, 'upload failed');
      return refusal('internal');
    },
  });
}

function refusal(kind: ErrorKind, detail?: string) {
  const body: ErrorBody = { kind, ...(detail !== undefined && { detail }) };
  return { status_code: statusOf(kind), body: JSON.stringify(body) };
}
