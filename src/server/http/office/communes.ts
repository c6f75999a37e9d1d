import type { FastifyInstance } from 'fastify';
import { listCommunes } from '../../../contract/operations/office.ts';
import { communesOf } from '../../../domain/place/all-communes.ts';
import { addOperation } from '../operation-route.ts';
import { ok, refused } from './outcome.ts';

/** Public knowledge, and tablets ask without an office session. */
export function addCommunes(app: FastifyInstance): void {
  addOperation(app, listCommunes, async ({ params }) => {
    const communes = communesOf(params.province);
    if (communes.length === 0) return refused('not-found');
    return ok({ communes: communes.map(({ code, name }) => ({ code, name })) });
  });
}
