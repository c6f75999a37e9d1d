import { PassThrough } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import type { ErrorBody } from '../../../contract/errors.ts';
import { officeEventsPath } from '../../../contract/operations/queue.ts';
import { actorOf } from '../../commands/actor.ts';
import { findSession } from '../../commands/find-session.ts';
import type { Deps } from '../../deps.ts';
import { dossierScopeOf } from '../../policies/dossier.ts';
import { createQueueNews } from '../../queue-news.ts';
import { statusOf } from '../error-reply.ts';
import { sessionOf } from './session.ts';

/** A sign of life, so that no proxy takes the silence for an end. */
const HEARTBEAT = 20_000;
/** Windows of one session. The screens close theirs while they are not seen. */
const MOST_PER_SESSION = 6;

/**
 * News of the queue as server-sent events, for as long as the session lasts: ids and counts of what its owner may see, and
 * nothing else. Whose session ends is told `over`, whatever ended it.
 */
export function addEvents(scope: FastifyInstance, deps: Deps): void {
  const news = createQueueNews(deps);
  const open = new Map<PassThrough, string>();
  scope.addHook('preClose', async () => {
    news.stop();
    for (const stream of open.keys()) stream.end();
  });

  scope.get(officeEventsPath, { schema: { hide: true } }, async (request, reply) => {
    const { token, actor } = sessionOf(request);
    const reach = dossierScopeOf(actor);
    const refuse = (error: ErrorBody) => reply.code(statusOf(error.kind)).send(error);
    if (reach.kind === 'none') return refuse({ kind: 'forbidden', detail: 'role' });
    if ([...open.values()].filter((one) => one === token).length >= MOST_PER_SESSION)
      return refuse({ kind: 'too-many-requests', retryAfter: 60 });

    const stream = new PassThrough();
    open.set(stream, token);
    // The session is looked at before each word: a stream that was opened is no right to go on listening.
    const write = async (words: string) => {
      const staff = await findSession(deps, token).catch(() => 'not-known' as const);
      if (!stream.writable) return;
      // Ended without a word, the stream is opened again by who listens.
      if (staff === 'not-known') stream.end();
      else if (
        staff !== undefined &&
        JSON.stringify(dossierScopeOf(actorOf(staff))) === JSON.stringify(reach)
      )
        stream.write(words);
      else stream.end('event: over\ndata: {}\n\n');
    };
    // One after the other: counts that were looked up later are written later.
    let last = Promise.resolve();
    const say = (words: string) => {
      last = last.then(() => write(words));
    };
    stream.on('close', () => open.delete(stream));
    const following = news.follow({
      scope: reach,
      tell: (event) => say(`event: dossiers\ndata: ${JSON.stringify(event)}\n\n`),
    });
    const leave = await following.catch((error: unknown) => {
      stream.destroy();
      throw error;
    });
    const beat = setInterval(() => say(': here\n\n'), HEARTBEAT);
    stream.on('close', () => {
      clearInterval(beat);
      leave();
    });
    return (
      reply
        .type('text/event-stream; charset=utf-8')
        .header('cache-control', 'no-store')
        .header('x-accel-buffering', 'no')
        // Nothing follows on it: kept open, it would hold up a server that is closing.
        .header('connection', 'close')
        .send(stream)
    );
  });
}
