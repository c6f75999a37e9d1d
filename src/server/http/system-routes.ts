import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import { operation } from '../../contract/operations/operation.ts';
import { CONTRACT_VERSION } from '../../contract/version.ts';
import { addOperation } from './operation-route.ts';

const health = operation({
  id: 'health',
  method: 'GET',
  path: '/api/health',
  answer: z.strictObject({ status: z.literal('ok'), version: z.string(), contractVersion: z.int() }),
});

/** What anybody may ask, for people and for machines that watch the server. */
export function addSystemRoutes(app: FastifyInstance, version: string): void {
  addOperation(app, health, async () => {
    const answer = { status: 'ok', version, contractVersion: CONTRACT_VERSION } as const;
    return { kind: 'ok', answer };
  });
}
