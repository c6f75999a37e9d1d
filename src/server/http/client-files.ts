import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import type { ErrorBody } from '../../contract/errors.ts';

const YEAR = 'public, max-age=31536000, immutable';
const ASK_EACH_TIME = 'no-cache';
const BELOW_API = /^\/api(?:[/?]|$)/;

/** Whether the address is that of a file of the built app: it has an end, as `/assets/main-abc123.js`, and is not below /api. */
export function isClientFile(url: string): boolean {
  const [path = ''] = url.split('?');
  return !BELOW_API.test(path) && /\.[a-z0-9]+$/i.test(path);
}

/**
 * The built web app, and its page for every address that a browser opens as a page. Files are looked up at each request,
 * so that a new build is served without a restart. Those below `assets/` carry their hash in their name and never
 * change; everything else is asked for each time, so that an update arrives.
 */
export async function serveClient(app: FastifyInstance, directory: string): Promise<void> {
  const isBuilt = existsSync(join(directory, 'index.html'));
  if (isBuilt) {
    await app.register(fastifyStatic, {
      root: directory,
      wildcard: true,
      cacheControl: false,
      redirect: false,
      setHeaders: (response, path) => {
        response.header('cache-control', path.startsWith(join(directory, 'assets')) ? YEAR : ASK_EACH_TIME);
      },
    });
  }
  app.setNotFoundHandler((request, reply) => {
    const wantsPage =
      isBuilt &&
      (request.method === 'GET' || request.method === 'HEAD') &&
      !BELOW_API.test(request.url) &&
      (request.headers.accept ?? '').includes('text/html');
    if (wantsPage) return reply.sendFile('index.html');
    return reply.code(404).send({ kind: 'not-found' } satisfies ErrorBody);
  });
}
