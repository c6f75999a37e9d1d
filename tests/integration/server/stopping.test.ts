import { EventEmitter, once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { connect as connectSecurely } from 'node:tls';
import fastify, { type FastifyInstance } from 'fastify';
import { expect, it } from 'vitest';
import { stopInGoodTime } from '../../../src/server/http/stop-in-good-time.ts';
import { makeSelfSigned } from '../../support/server/self-signed.ts';
import { buildTestApp } from '../../support/server/test-app.ts';

/* A server that is told to stop lets running requests end, and waits for nobody else: offices restart it for updates. */

/** So long that only what is ended at once ends within a test. */
const FOR_EVER = 3_600_000;
const REQUEST = 'GET /slow HTTP/1.1\r\nhost: ve-ban\r\n\r\n';

async function opened(socket: Socket, event = 'connect'): Promise<Socket> {
  // A line that the server cuts may end with an error; that it ends is what counts.
  socket.on('error', () => undefined);
  await once(socket, event);
  return socket;
}

const end = (socket: Socket) => new Promise<void>((resolve) => socket.once('close', () => resolve()));

const line = (origin: string) => {
  const { hostname, port } = new URL(origin);
  return opened(connect(Number(port), hostname));
};

/** A server with one request that is answered when the test says so. */
async function withSlowRequest(app: FastifyInstance, patience: number) {
  stopInGoodTime(app, patience);
  const events = new EventEmitter();
  app.get('/slow', async () => {
    const answer = once(events, 'answer');
    events.emit('begun');
    await answer;
    return 'done';
  });
  const begun = once(events, 'begun');
  const origin = await app.listen({ host: '127.0.0.1', port: 0 });
  return { origin, begun, answer: () => events.emit('answer') };
}

it('the office’s server waits for no line by which nothing came, nor for the rest of a request’s head', async () => {
  const server = await buildTestApp();
  const silent = await line(server.origin);
  const half = await line(server.origin);
  half.write('GET /api/health HTTP/1.1\r\nhost:');
  const ended = [end(silent), end(half)];
  await server.close();
  await Promise.all(ended);
});

it('ends silent lines at once and the running request with its answer', async () => {
  const app = fastify();
  const { origin, begun, answer } = await withSlowRequest(app, FOR_EVER);
  const silent = await line(origin);
  const running = await line(origin);
  let heard = '';
  running.on('data', (bytes) => {
    heard += String(bytes);
  });
  running.write(REQUEST);
  await begun;
  const silentEnded = end(silent);
  const closed = app.close();
  await silentEnded;
  expect(running.destroyed).toBe(false);
  answer();
  await closed;
  expect(heard).toMatch(/^HTTP\/1\.1 200 .*done$/s);
});

it('cuts off what still runs when its patience is over', async () => {
  const app = fastify();
  const { origin, begun } = await withSlowRequest(app, 50);
  const running = await line(origin);
  running.write(REQUEST);
  await begun;
  const cut = end(running);
  await app.close();
  await cut;
});

it('knows a silent line from a running request behind a certificate too', async () => {
  const app: FastifyInstance = fastify({ https: makeSelfSigned() });
  const { origin, begun, answer } = await withSlowRequest(app, FOR_EVER);
  const { port } = new URL(origin);
  const secured = () =>
    opened(connectSecurely({ port: Number(port), rejectUnauthorized: false }), 'secureConnect');
  const silent = await secured();
  const running = await secured();
  running.write(REQUEST);
  await begun;
  const silentEnded = end(silent);
  const closed = app.close();
  await silentEnded;
  answer();
  const [bytes] = (await once(running, 'data')) as [Buffer];
  expect(String(bytes)).toContain('200 OK');
  await closed;
});
