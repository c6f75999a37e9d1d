import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ErrorBody } from '../../contract/errors.ts';
import { SYNC_PATH, UP_MEDIA_TYPE } from '../../contract/paths.ts';
import {
  KEY_HEADER,
  SIGNATURE_HEADER,
  signAnswer,
  TRUSTED_KEYS_HEADER,
} from '../../contract/request-signature.ts';
import { decodeUp1, UP_MEDIA_TYPE_1 } from '../../contract/upcast/version-1.ts';
import { OLDEST_CONTRACT_VERSION } from '../../contract/version.ts';
import { answerSync } from '../commands/sync.ts';
import { syncRound1 } from '../commands/sync-1.ts';
import type { Deps } from '../deps.ts';
import type { KeyRing, ServerKeyPair } from '../keys.ts';
import { authenticateTablet, NO_BUDGET_HEADERS, nonceOf, tabletBudgetKey } from './device-auth.ts';
import { statusOf } from './error-reply.ts';
import { takeInStream } from './sync-stream.ts';

const LIMIT_1 = 8 * 1024 * 1024;
const BUDGET = { max: 120, timeWindow: '1 minute', keyGenerator: tabletBudgetKey, ...NO_BUDGET_HEADERS };
/** Shorter answers gain nothing by it. */
const WORTH_PACKING = 400;
const pack = promisify(gzip);

/**
 * `POST /api/sync`. Every answer, a refusal too, is signed over the request's nonce: a captive portal's page is not
 * mistaken for the office, and nothing but the office can tell a tablet that it was revoked. What the media type is
 * tells which version of the contract the tablet speaks.
 */
export async function addSync(app: FastifyInstance, deps: Deps): Promise<void> {
  await app.register(async (scope) => {
    // The body stays a stream: each item is taken in while the next is on its way.
    scope.addContentTypeParser(UP_MEDIA_TYPE, (_request, payload, done) => done(null, payload));
    scope.addContentTypeParser(
      UP_MEDIA_TYPE_1,
      { parseAs: 'buffer', bodyLimit: LIMIT_1 },
      (_request, body, done) => done(null, body),
    );
    scope.addHook('onSend', async (request, reply, payload) => {
      const nonce = nonceOf(request);
      reply.header('x-content-type-options', 'nosniff');
      if (nonce === undefined || typeof payload !== 'string') return payload;
      const { id, privateKey } = chooseKey(deps.keys.receipt, trustedBy(request));
      const body = new TextEncoder().encode(payload);
      reply.header(KEY_HEADER, id);
      reply.header(SIGNATURE_HEADER, await signAnswer({ nonce, body, privateKey }));
      if (body.length < WORTH_PACKING || !/\bgzip\b/.test(request.headers['accept-encoding'] ?? ''))
        return payload;
      // The signature is over the words, whatever they are packed in.
      reply.header('content-encoding', 'gzip');
      return pack(body, { level: 9 });
    });
    scope.post(
      SYNC_PATH,
      {
        bodyLimit: LIMIT_1,
        // The policy for pages protects nothing here: this is JSON that no browser shows.
        helmet: false,
        config: { rateLimit: BUDGET },
        schema: { operationId: 'sync', consumes: [UP_MEDIA_TYPE, UP_MEDIA_TYPE_1] },
        validatorCompiler: () => (value: unknown) => ({ value }),
        serializerCompiler: () => (value: unknown) => JSON.stringify(value),
      },
      (request, reply) =>
        Buffer.isBuffer(request.body) ? answer1(request, reply, request.body) : answer(request, reply),
    );
  });

  async function answer(request: FastifyRequest, reply: FastifyReply) {
    const taken = await takeInStream(deps, request);
    if (taken.kind === 'broken') {
      // Nobody is there to answer: what was whole has been taken in, and the tablet asks about it.
      return reply.hijack();
    }
    if (taken.kind === 'refused') return refuse(reply, taken.error);
    return reply.send(await answerSync(deps, { ...taken, trusted: trustedBy(request) }));
  }

  async function answer1(request: FastifyRequest, reply: FastifyReply, raw: Buffer) {
    const body = new Uint8Array(raw);
    const tablet = await authenticateTablet(deps, request, body);
    if (tablet.kind !== 'known') return refuse(reply, { kind: tablet.kind });
    const up = decodeUp1(body);
    if (up.kind === 'malformed') return refuse(reply, { kind: 'malformed', detail: up.detail });
    if (up.head.contractVersion < OLDEST_CONTRACT_VERSION) return refuse(reply, { kind: 'update-needed' });
    return reply.send(await syncRound1(deps, { ...up, deviceId: tablet.deviceId }));
  }
}

function refuse(reply: FastifyReply, error: ErrorBody) {
  return reply.code(statusOf(error.kind)).send(error);
}

function trustedBy(request: FastifyRequest): readonly string[] {
  const trusted = request.headers[TRUSTED_KEYS_HEADER];
  return typeof trusted === 'string' ? trusted.split(' ') : [];
}

/**
 * A tablet that was away while keys were rotated trusts an older one: the answer is signed with that, and names the new
 * ones. The header is not signed; changing it on the way only makes the answer one that the tablet does not believe.
 */
function chooseKey(ring: KeyRing, trusted: readonly string[]): ServerKeyPair {
  return trusted.map((id) => ring.find(id)).find((key) => key !== undefined) ?? ring.current;
}
