import type { Socket } from 'node:net';
import { Server as SecureServer } from 'node:tls';
import type { FastifyInstance } from 'fastify';

/** How long running requests may take to end, in milliseconds. Tablets send again what was cut off, each once (I3, I6). */
const PATIENCE = 10_000;

/**
 * Lets a server that is told to stop come to an end. By itself it waits for every connection that does not rest between
 * two requests at that moment: for those that browsers open in advance and send nothing by, as long as the browser runs; for
 * a minute after a running request's answer, lest another comes; for a request of which no more comes. The first are ended
 * at once, the second with their answer, and what still runs after `patience` is cut off.
 */
export function stopInGoodTime(app: FastifyInstance, patience = PATIENCE): void {
  const open = new Set<Socket>();
  const unused = new Set<Socket>();
  let isStopping = false;
  app.server.on('connection', keepIn(open));
  // Behind a secure connection stands the plain one, which no request ever names.
  app.server.on(app.server instanceof SecureServer ? 'secureConnection' : 'connection', keepIn(unused));
  app.server.on('request', ({ socket }, response) => {
    unused.delete(socket);
    response.once('close', () => isStopping && socket.end());
  });

  app.addHook('preClose', async () => {
    isStopping = true;
    for (const socket of unused) socket.destroy();
    const cut = setTimeout(() => {
      for (const socket of open) socket.destroy();
    }, patience).unref();
    app.server.once('close', () => clearTimeout(cut));
  });
}

function keepIn(set: Set<Socket>): (socket: Socket) => void {
  return (socket) => {
    set.add(socket);
    socket.once('close', () => set.delete(socket));
  };
}
