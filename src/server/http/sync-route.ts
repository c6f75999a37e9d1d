import type { FastifyInstance } from 'fastify';
import type { ErrorBody } from '../../contract/errors.ts';
import { SYNC_PATH, UP_MEDIA_TYPE } from '../../contract/paths.ts';
import {
  KEY_HEADER,
  SIGNATURE_HEADER,
  signAnswer,
  TRUSTED_KEYS_HEADER,
} from '../../contract/request-signature.ts';
import { decodeUp } from '../../contract/up/up-frame.ts';
import { OLDEST_CONTRACT_VERSION } from '../../contract/version.ts';
import { syncRound } from '../commands/sync.ts';
import type { Deps } from '../deps.ts';
import type { KeyRing, ServerKeyPair } from '../keys.ts';
import { authenticateTablet, nonceOf, tabletBudgetKey } from './device-auth.ts';
import { statusOf } from './error-reply.ts';

const LIMIT = 8 * 1024 * 1024;
const BUDGET = { max: 120, timeWindow: '1 minute', keyGenerator: tabletBudgetKey };

/**
 * `POST /api/sync`. Every answer, a refusal too, is signed over the request's nonce: a captive portal's page is not
 * mistaken for the office, and nothing but the office can tell a tablet that it was revoked.
 */
export async function addSync(app: FastifyInstance, deps: Deps): Promise<void> {
  await app.register(async (scope) => {
    scope.addContentTypeParser(
      UP_MEDIA_TYPE,
      { parseAs: 'buffer', bodyLimit: LIMIT },
      (_request, body, done) => done(null, body),
    );
    scope.addHook('onSend', async (request, reply, payload) => {
      const nonce = nonceOf(request);
      if (nonce === undefined || typeof payload !== 'string') return;
      const { id, privateKey } = chooseKey(deps.keys.receipt, request.headers[TRUSTED_KEYS_HEADER]);
      const body = new TextEncoder().encode(payload);
      reply.header(KEY_HEADER, id);
      reply.header(SIGNATURE_HEADER, await signAnswer({ nonce, body, privateKey }));
    });
    scope.post(
      SYNC_PATH,
      {
        bodyLimit: LIMIT,
        config: { rateLimit: BUDGET },
        schema: { operationId: 'sync', consumes: [UP_MEDIA_TYPE] },
        validatorCompiler: () => (value: unknown) => ({ value }),
        serializerCompiler: () => (value: unknown) => JSON.stringify(value),
      },
      async (request, reply) => {
        const refuse = (error: ErrorBody) => reply.code(statusOf(error.kind)).send(error);
        if (!Buffer.isBuffer(request.body)) return refuse({ kind: 'malformed', detail: UP_MEDIA_TYPE });
        const body = new Uint8Array(request.body);
        const tablet = await authenticateTablet(deps, request, body);
        if (tablet.kind !== 'known') return refuse({ kind: tablet.kind });
        const up = decodeUp(body);
        if (up.kind === 'malformed') return refuse({ kind: 'malformed', detail: up.detail });
        if (up.head.contractVersion < OLDEST_CONTRACT_VERSION) return refuse({ kind: 'update-needed' });
        return reply.send(await syncRound(deps, { ...up, deviceId: tablet.deviceId }));
      },
    );
  });
}

/**
 * A tablet that was away while keys were rotated trusts an older one: the answer is signed with that, and names the new
 * ones. The header is not signed; changing it on the way only makes the answer one that the tablet does not believe.
 */
function chooseKey(ring: KeyRing, trusted: string | string[] | undefined): ServerKeyPair {
  const ids = typeof trusted === 'string' ? trusted.split(' ') : [];
  return ids.map((id) => ring.find(id)).find((key) => key !== undefined) ?? ring.current;
}
