import { once } from 'node:events';
import { createServer } from 'node:net';

/*
 * Servers of tests begin late on the port that was found for them, or stop and come back on it. Ports that the system hands out by itself (32768 and more on
 * Linux, 49152 and more elsewhere) could meanwhile go to any connection of the tests and browsers beside them; these are
 * never handed out.
 */
const FIRST = 20_000;
const COUNT = 12_000;

/** A port of the loopback on which nobody listens, and which only somebody who asks for this very number gets. */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < 100; tries++) {
    const port = FIRST + Math.floor(Math.random() * COUNT);
    if (await isFree(port)) return port;
  }
  throw new Error('no free port');
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  try {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return true;
  } catch {
    return false;
  } finally {
    if (server.listening) await new Promise((resolve) => server.close(resolve));
  }
}
