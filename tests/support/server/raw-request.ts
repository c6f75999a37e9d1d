import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** A request whose bytes the test lets go one by one, and whose line it can cut. */
export interface RawRequest {
  /** Hands bytes to the network; resolves when they are gone. */
  readonly write: (bytes: Uint8Array) => Promise<void>;
  /** Cuts the line. */
  readonly cut: () => Promise<void>;
  /** Everything that was answered until the line ended. */
  readonly answered: () => Promise<string>;
}

/** Opens a line of its own to the server and sends the head of the request; the body may be shorter than it promises. */
export async function openRawRequest(
  origin: string,
  request: {
    readonly method: string;
    readonly path: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly length: number;
  },
): Promise<RawRequest> {
  const { hostname, port, host } = new URL(origin);
  const socket: Socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  socket.setNoDelay(true);
  let answer = '';
  socket.on('data', (chunk) => {
    answer += chunk.toString('latin1');
  });
  socket.on('error', () => undefined);
  const closed = once(socket, 'close');
  const lines = [
    `${request.method} ${request.path} HTTP/1.1`,
    `host: ${host}`,
    'connection: close',
    `content-length: ${request.length}`,
    ...Object.entries(request.headers).map(([name, value]) => `${name}: ${value}`),
  ];
  const write = (bytes: Uint8Array | string) =>
    new Promise<void>((resolve) => {
      socket.write(bytes, () => resolve());
    });
  await write(`${lines.join('\r\n')}\r\n\r\n`);
  return {
    write,
    cut: async () => {
      socket.destroy();
      await closed;
    },
    answered: async () => {
      await closed;
      return answer;
    },
  };
}
