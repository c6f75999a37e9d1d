import type { FastifyInstance } from 'fastify';
import { toBase64url } from '../../contract/base64url.ts';
import { fetchWork } from '../../contract/operations/field-work.ts';
import { fetchWork as fetch } from '../commands/fetch-work.ts';
import type { Deps } from '../deps.ts';
import { addTabletOperations } from './tablet-operation.ts';

/** What staff have to do, for tablets on which they have unlocked. */
export async function addFieldWork(app: FastifyInstance, deps: Deps): Promise<void> {
  await addTabletOperations(app, deps, (add) => {
    add(fetchWork, async (body, deviceId) => {
      const outcome = await fetch(deps, { ...body, deviceId });
      switch (outcome.kind) {
        case 'fetched':
          return { kind: 'ok', answer: { state: outcome.state, sealed: toBase64url(outcome.sealed) } };
        case 'unchanged':
          return { kind: 'ok', answer: { state: outcome.state, sealed: null } };
        case 'unauthorized':
        case 'malformed':
          return { kind: 'refused', error: { kind: outcome.kind } };
      }
    });
  });
}
